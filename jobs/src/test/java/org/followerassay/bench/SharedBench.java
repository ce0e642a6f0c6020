package org.followerassay.bench;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.SHARED_CLUSTERS;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.SharedWorld.Cell;
import org.followerassay.cli.HeldSession;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.signature.shared.SharedAudienceFindings;
import org.followerassay.signature.shared.SharedAudienceOptions;
import org.followerassay.signature.shared.SharedAudiences;
import org.followerassay.signature.shared.SharedClusters;
import org.followerassay.testkit.TestInputs;

/** How many of a vendor's accounts, and of others, shared audiences name: one line per cell of the grid, misses first. */
final class SharedBench {
    private static final int[][] SALES = {{1, 1}, {5, 2}, {20, 5}, {20, 15}, {50, 30}, {200, 5}};
    private static final Timestamp SNAPSHOT = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final SharedAudienceOptions OPTIONS = SharedAudienceOptions.defaults();

    private record Score(Cell cell, int seed, long right, long named) {
        double precision() {
            return named == 0 ? 1 : (double) right / named;
        }

        double recall() {
            return (double) right / SharedWorld.VENDOR_ACCOUNTS;
        }

        double f1() {
            return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    /** Arguments: the number of seeds. */
    public static void main(String[] args) throws IOException {
        int seeds = Integer.parseInt(args[0]);
        List<List<Score>> scores = new ArrayList<>();
        try (SparkSession session = HeldSession.open()) {
            session.conf().set("spark.sql.shuffle.partitions", "2");
            for (Cell cell : grid()) {
                List<Score> ofCell = new ArrayList<>();
                for (int seed = 1; seed <= seeds; seed++) {
                    ofCell.add(score(session, cell, seed));
                    release(session);
                }
                System.out.println(line(ofCell));
                scores.add(ofCell);
            }
        }
        System.out.println();
        System.out.println("community  customers    sold  camouflage  precision  recall  F1, mean and worst of seeds");
        scores.stream()
                .sorted(Comparator.comparingDouble(SharedBench::mean))
                .forEach(each -> System.out.println(line(each)));
    }

    private static List<Cell> grid() {
        List<Cell> cells = new ArrayList<>();
        for (int topics : new int[] {1, 10}) {
            for (boolean popular : new boolean[] {false, true}) {
                for (int camouflage : new int[] {0, 1, 4}) {
                    for (int[] sale : SALES) {
                        cells.add(new Cell(topics, popular, sale[0], sale[1], camouflage));
                    }
                }
            }
        }
        return cells;
    }

    private static Score score(SparkSession session, Cell cell, int seed) {
        TestInputs inputs = inputs(session, new SharedWorld(cell, seed));
        inputs.with(
                SHARED_AUDIENCES, new SharedAudiences(OPTIONS).derive(inputs).localCheckpoint());
        inputs.with(SHARED_CLUSTERS, new SharedClusters().derive(inputs).localCheckpoint());
        List<Row> named = new SharedAudienceFindings(OPTIONS, LotOptions.defaults())
                .members(inputs)
                .select("follower")
                .distinct()
                .collectAsList();
        long right = named.stream()
                .filter(row -> SharedWorld.isVendors(row.getLong(0)))
                .count();
        return new Score(cell, seed, right, named.size());
    }

    private static TestInputs inputs(SparkSession session, SharedWorld world) {
        List<Row> follows = new ArrayList<>();
        TreeMap<Long, Long> listed = new TreeMap<>();
        long follower = 0;
        for (int[] followees : world.followees()) {
            for (int followee : followees) {
                long account = 1_000_000L + followee;
                follows.add(RowFactory.create(SNAPSHOT, account, follower, null, null));
                listed.merge(account, 1L, Long::sum);
            }
            follower++;
        }
        List<Row> coverage = new ArrayList<>();
        listed.forEach((account, followers) ->
                coverage.add(RowFactory.create(SNAPSHOT, account, "followers", followers, null, true, null)));
        return new TestInputs(session)
                .with(
                        FOLLOWS,
                        session.createDataFrame(follows, FOLLOWS.schema()).localCheckpoint())
                .with(
                        COVERAGE,
                        session.createDataFrame(coverage, COVERAGE.schema()).localCheckpoint());
    }

    /** Checkpoints of worlds that were scored fill the memory otherwise. */
    private static void release(SparkSession session) {
        JavaSparkContext.fromSparkContext(session.sparkContext())
                .getPersistentRDDs()
                .values()
                .forEach(rdd -> rdd.unpersist(true));
    }

    private static double mean(List<Score> scores) {
        return scores.stream().mapToDouble(Score::f1).average().orElse(0);
    }

    private static String line(List<Score> scores) {
        return "%s  %9.2f  %6.2f  %4.2f  %4.2f"
                .formatted(
                        scores.get(0).cell().label(),
                        scores.stream().mapToDouble(Score::precision).average().orElse(0),
                        scores.stream().mapToDouble(Score::recall).average().orElse(0),
                        mean(scores),
                        scores.stream().mapToDouble(Score::f1).min().orElse(0));
    }

    private SharedBench() {}
}
