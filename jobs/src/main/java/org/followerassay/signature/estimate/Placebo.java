package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.FingerprintTables.BATCH_CELLS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.OptionsBySignature;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.table.Table;

/**
 * What signatures name in data in which nothing was bought. Those that look at data shuffled alike share it.
 *
 * <p>The same lists with followers dealt anew ({@link Rewired}): what it names there, it would name anywhere. For batches and
 * crowds, ties that match a signature are set aside first: dealt out within a quarter or a week, a lot is still a lot in every list that
 * grew then, and would be counted as a false alarm. The other
 * placebo, each list in random order, is no such null for a batch: one that holds much of a list stands out in any order, and
 * should. It tells how much of a finding rests on the order.
 */
public final class Placebo implements Derivation {
    /** 95 % of a normal distribution, two-sided. */
    private static final double Z = 1.959964;

    private final List<ScoredSignature> signatures;
    private final Kind kind;
    private final List<Derivation> measures;

    /** How the data is shuffled. */
    private enum Kind {
        ORDER,
        REWIRED
    }

    /** @param signatures of one family */
    private Placebo(List<ScoredSignature> signatures, Kind kind, List<Derivation> measures) {
        this.signatures = List.copyOf(signatures);
        this.kind = kind;
        this.measures = List.copyOf(measures);
    }

    /**
     * The placebos that fit each signature: rewired lists where they carry the trace, random order for what is cheap to scan
     * again. The scan for lots is not: in random order, every batch is a ridge along its whole list.
     *
     * @param measures the steps that measure, in an order in which each finds its inputs
     */
    public static List<Derivation> of(List<ScoredSignature> signatures, List<Derivation> measures) {
        List<Derivation> placebos = new ArrayList<>();
        List<ScoredSignature> byCells = signatures.stream()
                .filter(signature -> signature.scoredFrom().contains(BATCH_CELLS))
                .toList();
        add(placebos, byCells, Kind.ORDER, measures);
        for (Family family : Family.values()) {
            List<ScoredSignature> ofFamily = signatures.stream()
                    .filter(signature -> signature.family() == family)
                    .toList();
            add(placebos, ofFamily, Kind.REWIRED, measures);
        }
        return placebos;
    }

    private static void add(
            List<Derivation> placebos, List<ScoredSignature> signatures, Kind kind, List<Derivation> measures) {
        if (!signatures.isEmpty()) {
            placebos.add(new Placebo(signatures, kind, measures));
        }
    }

    @Override
    public String name() {
        return (kind == Kind.ORDER ? "placebo of order for " : "rewired placebo for ")
                + signatures.stream().map(ScoredSignature::signature).collect(Collectors.joining(" and "));
    }

    @Override
    public Table output() {
        return PLACEBO;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(
                        Stream.of(FOLLOWS, COVERAGE, SIGNATURE_MATCHES),
                        signatures.stream().flatMap(signature -> signature.scoredFrom().stream()))
                .distinct()
                .toList();
    }

    @Override
    public Record options() {
        return OptionsBySignature.of(signatures);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Inputs shuffled = new PlaceboInputs(inputs, measures, shuffled(inputs));
        Dataset<Row> looked = switch (family()) {
            case BATCH -> shuffled.of(ARRIVALS).withColumnRenamed("followee", "account");
            case TIME -> shuffled.of(DATED_TIES);
            case STRUCTURE, PROFILE ->
                FollowerLists.ties(shuffled.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)));
        };
        Dataset<Row> all = looked.agg(
                count(lit(1)).as("ties"), count_distinct(col("account")).as("accounts"));
        return signatures.stream()
                .map(signature -> matched(signature, shuffled))
                .reduce(Dataset::unionByName)
                .orElseThrow()
                .crossJoin(all)
                .where(col("ties").gt(0))
                .withColumn("placebo", lit(kind == Kind.ORDER ? "order" : "rewired"))
                .withColumn("matched_share", col("matched").divide(col("ties")))
                .withColumn("matched_share_high", upper(col("matched"), col("ties"), col("named_together")));
    }

    /** One row: what a signature names, and how many ties it names at once, for the average tie that it names. */
    private static Dataset<Row> matched(ScoredSignature signature, Inputs shuffled) {
        WindowSpec group =
                signature.inGroups() ? Window.partitionBy("found_in") : Window.partitionBy("account", "found_in");
        Column together = sum(col("ties").multiply(col("group_ties"))).divide(sum("ties"));
        return signature
                .members(shuffled)
                .groupBy("account", "found_in")
                .agg(count(lit(1)).as("ties"))
                .withColumn("group_ties", sum("ties").over(group))
                .agg(
                        coalesce(sum("ties"), lit(0L)).as("matched"),
                        count_distinct(col("account")).as("accounts_matched"),
                        greatest(coalesce(together, lit(0.0)), lit((double) signature.smallestGroup()))
                                .as("named_together"))
                .withColumn("signature", lit(signature.signature()));
    }

    private Family family() {
        return signatures.get(0).family();
    }

    private Map<Table, Dataset<Row>> shuffled(Inputs inputs) {
        Dataset<Row> matched = inputs.of(SIGNATURE_MATCHES).select("followee", "follower");
        String[] tie = {"followee", "follower"};
        if (family() == Family.BATCH && kind == Kind.REWIRED) {
            return Map.of(ARRIVALS, Rewired.arrivals(inputs.of(ARRIVALS).join(matched, tie, "left_anti")));
        }
        if (family() == Family.TIME) {
            Dataset<Row> dated = inputs.of(DATED_TIES).withColumnRenamed("account", "followee");
            return Map.of(DATED_TIES, Rewired.dated(dated.join(matched, tie, "left_anti")));
        }
        Dataset<Row> ties = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .select("snapshot", "followee", "follower", "position", "followed_at");
        return Map.of(FOLLOWS, kind == Kind.ORDER ? Rewired.order(ties) : Rewired.followers(ties));
    }

    /**
     * Upper end of Wilson's (1927) interval, for as many ties as tell something of their own: those that are named at once count
     * as one (design effect, Kish 1965).
     */
    static Column upper(Column matched, Column ties, Column together) {
        Column share = matched.divide(ties);
        Column independent = ties.divide(together);
        Column spread = sqrt(greatest(
                share.multiply(lit(1).minus(share))
                        .divide(independent)
                        .plus(lit(Z * Z / 4).divide(independent.multiply(independent))),
                lit(0.0)));
        return share.plus(lit(Z * Z / 2).divide(independent))
                .plus(spread.multiply(Z))
                .divide(lit(1).plus(lit(Z * Z).divide(independent)));
    }
}
