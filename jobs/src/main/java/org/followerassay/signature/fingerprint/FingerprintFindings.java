package org.followerassay.signature.fingerprint;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.FingerprintTables.BATCH_CELLS;
import static org.followerassay.table.FingerprintTables.REFERENCE_SHARES;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.BatchTier;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.lots.Arrivals;
import org.followerassay.table.Table;

/**
 * Accounts whose arrivals of some period are of another age than what other lists gained then.
 *
 * <p>See {@link #about()}. The lot scan looks for narrow ridges within a list; this looks for broad ones between lists.
 */
public final class FingerprintFindings implements ScoredSignature {
    /** Standard deviations that a tie's score gives away, as the lot scan does. */
    private static final double MARGIN = 2;

    /** Share of arrivals in quarters with a reference, below which the signature is said to have run in part. */
    private static final double MOSTLY = 0.9;

    private static final About ABOUT = new About(
            "Are the followers who arrived in some period of another age than those whom other lists gained then?",
            "A seller delivers what is in stock: accounts of one batch, or of a few years, whatever the age of people who follow"
                    + " accounts in that season.",
            "Within a window of the follow order, a range of creation dates holds several times the share that it holds in the"
                    + " lists of the population in the same quarter.",
            "An audience of another kind than the population's: a school class, a country that came online in one year, a club"
                    + " that moved from another platform. The finding is weak unless the profiles differ as well.",
            "Needs ten lists that gained 100 followers in the same quarter. A batch that trickles into a quarter of all lists"
                    + " becomes part of the reference and does not show; a burst does. Accounts of mixed age show only where"
                    + " they are most of a window, and hardly ever beyond the threshold.",
            "Linear in the ties: each becomes four rows, counted before they are shuffled, and one row per list and cell is the"
                    + " reference.",
            "Confessore et al., New York Times 2018 (the picture); Meeder et al., WWW 2011 (arrival bounds); Zouzou and Varol,"
                    + " EPJ Data Science 2024 (windows, and the own-list reference that this replaces)",
            "O P");

    private final FingerprintOptions options;

    public FingerprintFindings(FingerprintOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "fingerprint findings";
    }

    @Override
    public String signature() {
        return "batch fingerprint";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.BATCH;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(BATCH_CELLS, REFERENCE_SHARES, ARRIVALS, COVERAGE, PROFILE_CONTRASTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(ARRIVALS, BATCH_CELLS, REFERENCE_ACCOUNTS);
    }

    @Override
    public Dataset<Row> scores(Inputs inputs) {
        PopulationScan scan = new PopulationScan(options, inputs);
        Column unexplained =
                col("followers").minus(col("expected")).minus(col("deviation").multiply(MARGIN));
        Dataset<Row> cells = scan.cells()
                .withColumn("excess_share", unexplained.divide(col("followers")))
                .where(col("excess_share").gt(0))
                .select("excess_share", PopulationScan.CELL);
        return scan.placed()
                .join(cells, PopulationScan.CELL)
                .groupBy("account", "follower")
                .agg(max("excess_share").as("excess_share"));
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        Column arrived = to_date(col("arrived_after"));
        Column inside = col("position")
                .between(col("position_from"), col("position_to"))
                .and(to_date(col("created_at")).between(col("created_from"), col("created_to")))
                .and(arrived.geq(col("period_from")))
                .and(arrived.lt(date_add(col("period_from"), PopulationScan.PERIOD_DAYS)));
        Dataset<Row> cells = inputs.of(BATCH_CELLS)
                .withColumnRenamed("account", "followee")
                .withColumn("excess_share", lit(1).minus(col("expected").divide(col("followers"))))
                .withColumn("cell", cellInWords());
        return inputs.of(ARRIVALS)
                .where(Arrivals.ageDays().geq(options.minAgeDays()))
                .join(broadcast(cells), new String[] {"snapshot", "followee"})
                .where(inside)
                .groupBy(col("snapshot"), col("followee").as("account"), col("follower"))
                .agg(max(struct("excess_share", "cell")).as("most"))
                .select(
                        col("snapshot"),
                        col("account"),
                        col("follower"),
                        col("most.excess_share"),
                        col("most.cell").as("found_in"));
    }

    private static Column cellInWords() {
        return concat(
                lit("cell of positions "),
                Sentence.count(col("position_from")),
                lit(" to "),
                Sentence.count(col("position_to")),
                lit(", "),
                Sentence.days(col("created_from"), col("created_to")));
    }

    @Override
    public long smallestGroup() {
        return options.minLot();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> found = perAccount(inputs.of(BATCH_CELLS))
                .join(
                        members(inputs)
                                .groupBy("account")
                                .agg(
                                        count(lit(1)).as("support"),
                                        sum("excess_share").as("unexplained")),
                        "account")
                .join(lists.select("account", "listed"), "account")
                .join(Contrasts.of(inputs, signature()), new String[] {"account"}, "left");
        return found.withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", tier())
                .withColumn("score", col("z"))
                .withColumn("share_low", greatest(lit(0.0), col("unexplained").divide(col("listed"))))
                .withColumn("share_high", least(lit(1.0), col("support").divide(col("listed"))))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        select b.*, v.listed, s.in_cells, %s
                        from batch_cells b join coverage v
                          on v.direction = 'followers' and v.account = b.account and v.snapshot = b.snapshot%s
                        cross join (
                          select count(distinct a.follower) as in_cells from arrivals a join batch_cells k
                            on k.account = a.followee and k.snapshot = a.snapshot
                            and a.position between k.position_from and k.position_to
                            and to_date(a.created_at) between k.created_from and k.created_to
                            and to_date(a.arrived_after) between k.period_from and date_add(k.period_from, %d)
                            and unix_seconds(a.arrived_after) - unix_seconds(a.created_at) >= %d * 86400
                          where a.followee = {account}) s
                        where b.account = {account} order by position_from, created_from, span
                        """.formatted(
                                Contrasts.QUERIED,
                                Contrasts.query("b", signature()),
                                PopulationScan.PERIOD_DAYS - 1,
                                options.minAgeDays())));
    }

    private static Dataset<Row> perAccount(Dataset<Row> cells) {
        Column most = struct(
                "followers",
                "gained",
                "expected",
                "position_from",
                "position_to",
                "period_from",
                "created_from",
                "created_to");
        return cells.groupBy("snapshot", "account")
                .agg(
                        count_distinct(struct("position_from", "position_to")).as("windows"),
                        max("z").as("z"),
                        max_by(most, struct(col("z"), col("position_from").multiply(-1), col("created_from")))
                                .as("most"));
    }

    /** The most distinct window stands for its stretch of the list. */
    private static Column tier() {
        return BatchTier.of(col("most.followers").multiply(2).geq(col("most.gained")));
    }

    private static Column evidence() {
        Column summary = concat(
                Sentence.count(col("support")),
                lit(" of "),
                Sentence.count(col("listed")),
                lit(
                        " followers arrived in stretches where a range of creation dates stands out of what other lists gained in"
                                + " the same quarter."));
        Column most = concat(
                lit("Most distinct: of "),
                Sentence.count(col("most.gained")),
                lit(" followers at positions "),
                Sentence.count(col("most.position_from")),
                lit(" to "),
                Sentence.count(col("most.position_to")),
                lit(" (oldest = 0), "),
                Sentence.count(col("most.followers")),
                lit(" were created "),
                Sentence.days(col("most.created_from"), col("most.created_to")),
                lit("; other lists let expect "),
                Sentence.decimal(col("most.expected")),
                lit("."));
        Column profiles = when(
                        col("contrast").isNotNull(),
                        concat(lit("Of these followers "), col("contrast"), lit("."), BatchTier.sameAge()))
                .when(
                        col("traits_known").isNotNull(),
                        "Their profiles do not differ from those of the other followers.")
                .otherwise("The export holds too few profiles to compare them with the other followers.");
        return array_join(array(summary, most, profiles), " ");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        String few = "no quarter in which " + options.minLists() + " lists gained " + options.minInPeriod()
                + " followers with a known creation date and place in the list";
        Dataset<Row> periods = inputs.of(REFERENCE_SHARES)
                .select(col("period_from"))
                .distinct()
                .withColumn("has_reference", lit(true));
        Column share = col("compared").divide(greatest(col("arrivals"), lit(1)));
        Column some = concat(
                lit("only "),
                Sentence.percent(share),
                lit(" of followers arrived in quarters in which " + options.minLists() + " lists gained "
                        + options.minInPeriod() + "; the others are compared with nobody"));
        return inputs.of(ARRIVALS)
                .withColumn("period_from", PopulationScan.periodFrom(to_date(col("arrived_after"))))
                .join(broadcast(periods), new String[] {"period_from"}, "left")
                .agg(
                        count(lit(1)).as("arrivals"),
                        count_if(coalesce(col("has_reference"), lit(false))).as("compared"))
                .select(
                        when(col("compared").equalTo(0), "no")
                                .when(share.lt(MOSTLY), "partly")
                                .otherwise("yes")
                                .as("ran"),
                        when(col("compared").equalTo(0), few)
                                .when(share.lt(MOSTLY), some)
                                .otherwise("")
                                .as("reason"));
    }
}
