package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.platform.Draws;
import org.followerassay.evaluate.power.Blocks.Block;
import org.followerassay.evaluate.power.Hosts.Host;
import org.followerassay.evaluate.power.InjectOptions.Delivery;
import org.followerassay.evaluate.power.Power.Outcome;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;

/**
 * Plants lots and blocks into a copy of published tables, runs the steps on it, and sees what they find.
 *
 * <p>Lots are planted in rounds, each with a state of its own in the new warehouse: a list is compared with the others, and too
 * many copies among them would be a reference that the analyst does not have.
 */
public final class Injection {
    /** Copies of lists over lists: the reference is a median, which a quarter of near twins hardly moves. */
    private static final int LISTS_PER_COPY = 4;

    /** With fewer lists each is compared with itself; copies must not make them more. */
    private static final int LISTS_FOR_A_POPULATION = 20;

    private static final String OWN = "own";
    private static final String PLANTED = "planted";

    private final SparkSession session;
    private final Inputs source;
    private final Warehouse target;
    private final InjectOptions options;
    private final Draws draws;
    private final Power power = new Power();

    public Injection(SparkSession session, Inputs source, Warehouse target, InjectOptions options) {
        this.session = session;
        this.source = source;
        this.target = target;
        this.options = options;
        draws = new Draws(options.seed());
    }

    /** Runs all rounds; the last one's state, and its truth beside it in {@code truth/}, stay. */
    public Power run(RunInfo run, Pipeline steps, Progress progress) {
        List<List<PlantedLot>> rounds = rounds();
        Blocks blocks = new Blocks(source, session, draws, options);
        if (blocks.blocks().isEmpty() && !options.densities().isEmpty()) {
            power.note("No blocks were planted: they need the lists of " + options.side() + " accounts at least.");
        }
        for (int round = 0; round < Math.max(1, rounds.size()); round++) {
            boolean withBlocks = round == 0 && !blocks.blocks().isEmpty();
            List<PlantedLot> lots = rounds.isEmpty() ? List.of() : rounds.get(round);
            if (!lots.isEmpty() || withBlocks) {
                oneRound(run, steps, progress, lots, withBlocks ? blocks : null);
            }
        }
        return power;
    }

    private void oneRound(RunInfo run, Pipeline steps, Progress progress, List<PlantedLot> lots, Blocks blocks) {
        LotCopies copies = new LotCopies(source, session, draws, lots);
        Dataset<Row> inLots = copies.ties().persist();
        Dataset<Row> inBlocks = (blocks == null ? noBlocks() : blocks.ties()).persist();
        try {
            target.publish(session, run, draft -> {
                write(draft, copies, inLots, inBlocks);
                steps.run(draft, progress);
            });
            Inputs found = target.tables(session, target.published());
            lots.forEach(lot -> power.lot(lot, new Outcome(lot.size(), 0, 0)));
            Map<Long, Outcome> byLot = outcomes(plantedInLots(inLots), "lot", found);
            lots.forEach(lot -> power.lot(lot, byLot.getOrDefault(lot.number(), new Outcome(lot.size(), 0, 0))));
            if (blocks != null) {
                Dataset<Row> planted = inBlocks.where(col("bought"));
                Map<Long, Outcome> byBlock = outcomes(planted, "block", found);
                Map<Long, Sides> sides = Sides.of(planted, found);
                for (Block block : blocks.blocks()) {
                    power.block(
                            block,
                            byBlock.getOrDefault(block.number(), new Outcome(0, 0, 0)),
                            sides.getOrDefault(block.number(), Sides.NONE));
                }
            }
            writeTruth(lots, inLots, inBlocks);
        } finally {
            inLots.unpersist();
            inBlocks.unpersist();
        }
    }

    private void write(Draft draft, LotCopies copies, Dataset<Row> inLots, Dataset<Row> inBlocks) {
        if (draft.parts(FOLLOWS).isEmpty()) {
            draft.write(FOLLOWS, OWN, OWN, source.of(FOLLOWS));
            draft.write(ACCOUNTS, OWN, OWN, source.of(ACCOUNTS));
        }
        Dataset<Row> blockTies = inBlocks.select(
                col("snapshot"),
                col("followee"),
                col("follower"),
                lit(null).cast("long").as("position"),
                lit(null).cast("timestamp").as("followed_at"));
        draft.write(FOLLOWS, PLANTED, PLANTED, copies.follows(inLots).unionByName(blockTies));
        draft.write(ACCOUNTS, PLANTED, PLANTED, copies.accounts(inLots));
        Dataset<Row> own = Blocks.coverage(source.of(COVERAGE), inBlocks).select(columns(source.of(COVERAGE)));
        draft.write(COVERAGE, OWN, OWN, own.unionByName(copies.coverage(inLots)));
    }

    /** Every lot of the grid, on the lists of its tier in turn, dealt into rounds. */
    private List<List<PlantedLot>> rounds() {
        String obstacle = Hosts.whyNot(source);
        List<Host> hosts = obstacle.isEmpty() ? Hosts.of(source, draws) : List.of();
        if (hosts.isEmpty()) {
            power.note("No lots were planted: "
                    + (obstacle.isEmpty() ? "no list of 100 followers is in order throughout" : obstacle) + ".");
            return List.of();
        }
        List<PlantedLot> lots = new ArrayList<>();
        for (String tier : hosts.stream().map(Host::tier).distinct().toList()) {
            List<Host> ofTier =
                    hosts.stream().filter(host -> host.tier().equals(tier)).toList();
            for (int repeat = 0; repeat < options.repeats(); repeat++) {
                for (int size : options.sizes()) {
                    for (Delivery delivery : options.deliveries()) {
                        long number = lots.size() + 1L;
                        Host host = ofTier.get((int) (number % ofTier.size()));
                        lots.add(new PlantedLot(number, host, size, delivery, copyId(number)));
                    }
                }
            }
        }
        List<List<PlantedLot>> rounds = new ArrayList<>();
        int most = mostCopies();
        for (int from = 0; from < lots.size(); from += most) {
            rounds.add(List.copyOf(lots.subList(from, Math.min(lots.size(), from + most))));
        }
        return rounds;
    }

    private int mostCopies() {
        long lists = source.of(COVERAGE)
                .where(col("direction").equalTo("followers").and(col("listed").gt(0)))
                .select("account")
                .distinct()
                .count();
        return (int)
                (lists < LISTS_FOR_A_POPULATION
                        ? Math.max(1, LISTS_FOR_A_POPULATION - 1 - lists)
                        : Math.max(1, Math.min(10_000, lists / LISTS_PER_COPY)));
    }

    private long copyId(long number) {
        return (long) (draws.planned("copies", number) * Long.MAX_VALUE);
    }

    private static Dataset<Row> plantedInLots(Dataset<Row> inLots) {
        return inLots.where(col("original").isNull()).select(col("copy").as("followee"), col("follower"), col("lot"));
    }

    /** By lot or block: its ties, those of them that match a signature, and the median excess of these. */
    private static Map<Long, Outcome> outcomes(Dataset<Row> planted, String group, Inputs found) {
        Dataset<Row> matches = found.of(SIGNATURE_MATCHES)
                .groupBy("followee", "follower")
                .agg(max("excess_share").as("excess"));
        Map<Long, Outcome> outcomes = new HashMap<>();
        planted.join(matches, new String[] {"followee", "follower"}, "left")
                .groupBy(group)
                .agg(
                        count(lit(1)),
                        count_if(col("excess").isNotNull()),
                        percentile_approx(col("excess"), lit(0.5), lit(10_000)))
                .limit(100_000)
                .collectAsList()
                .forEach(row -> outcomes.put(
                        row.getLong(0),
                        new Outcome(row.getLong(1), row.getLong(2), row.isNullAt(3) ? 0 : row.getDouble(3))));
        return outcomes;
    }

    /** The truth in the form that {@code assay evaluate} reads, of the copies and of the blocks' followees. */
    private void writeTruth(List<PlantedLot> lots, Dataset<Row> inLots, Dataset<Row> inBlocks) {
        Dataset<Row> kinds = session.createDataFrame(
                lots.stream()
                        .map(lot -> org.apache.spark.sql.RowFactory.create(
                                lot.copy(),
                                "lot of " + lot.size(),
                                lot.delivery().word()))
                        .toList(),
                new org.apache.spark.sql.types.StructType()
                        .add("account", "long")
                        .add("kind", "string")
                        .add("pattern", "string"));
        Dataset<Row> ofLots = inLots.select(
                col("copy").as("followee"),
                col("follower"),
                when(col("original").isNull(), "bought").otherwise("organic").as("label"),
                when(col("original").isNull(), col("lot")).as("lot"));
        Dataset<Row> ofBlocks = inBlocks.select(
                col("followee"),
                col("follower"),
                when(col("bought"), "bought").otherwise("camouflage").as("label"),
                lit(null).cast("long").as("lot"));
        Dataset<Row> ties = ofLots.unionByName(ofBlocks);
        Dataset<Row> customers =
                ties.where(col("label").equalTo("bought")).select("followee").distinct();
        Dataset<Row> listed = target.tables(session, target.published())
                .of(COVERAGE)
                .where(col("direction").equalTo("followers"))
                .groupBy("account")
                .agg(max("listed").as("listed"));
        Dataset<Row> accounts = ties.join(broadcast(customers), "followee")
                .groupBy(col("followee").as("account"))
                .agg(count_if(col("label").equalTo("bought")).as("bought"))
                .join(listed, "account")
                .join(kinds, new String[] {"account"}, "left")
                .select(
                        col("account"),
                        lit("customer").as("role"),
                        when(col("kind").isNull(), "block")
                                .otherwise(col("kind"))
                                .as("kind"),
                        format_string("%.6f", col("bought").divide(col("listed")))
                                .as("planted_share"),
                        when(col("pattern").isNull(), "block")
                                .otherwise(col("pattern"))
                                .as("pattern"),
                        concat(lit("injection")).as("vendor"));
        csv(accounts.coalesce(1), "accounts.csv", "none");
        csv(ties, "followers.csv.gz", "gzip");
    }

    private void csv(Dataset<Row> rows, String name, String compression) {
        rows.write()
                .mode("overwrite")
                .option("header", true)
                .option("compression", compression)
                .csv(new Path(new Path(target.root(), "truth"), name).toString());
    }

    private Dataset<Row> noBlocks() {
        return session.createDataFrame(
                List.<Row>of(),
                new org.apache.spark.sql.types.StructType()
                        .add("snapshot", "timestamp")
                        .add("followee", "long")
                        .add("follower", "long")
                        .add("block", "long")
                        .add("bought", "boolean"));
    }

    private static org.apache.spark.sql.Column[] columns(Dataset<Row> rows) {
        return java.util.Arrays.stream(rows.columns())
                .map(org.apache.spark.sql.functions::col)
                .toArray(org.apache.spark.sql.Column[]::new);
    }
}
