package org.followerassay.rank;

import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.Drawings.at;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.AssayException;
import org.followerassay.graph.Degrees;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class PropagatedScoresTest {
    private static final RankOptions OPTIONS = RankOptions.defaults();

    @Test
    void aFollowerPassesOnWhatItReceives(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve")
                .followed("bob", "ann")
                .followed("cat", "unknown")
                .followed("nil")
                .stated("ann", 2, 10)
                .stated("dan", 0, 50)
                .stated("eve", 0, 200);

        assertTable("""
                account  tunkrank  pagerank
                ann      0.025     0.1532
                bob      0.02      0.1526
                cat      -         -
                nil      -         -
                """, scores(audiences.inputs(), OPTIONS), draw);
    }

    /** The trap of both scores: who follows nobody but its buyer would pass on all that it has. */
    @Test
    void followersOfOneAccountOnlyWeighNoMoreThanAFiftieth(Drawings draw) {
        Audiences audiences =
                new Audiences(draw).followed("buyer", "b1", "b2", "b3").followed("author", "r1", "r2", "r3");
        for (int i = 1; i <= 3; i++) {
            audiences.stated("b" + i, 0, 1).stated("r" + i, 0, 50);
        }

        assertTable("""
                account  tunkrank  pagerank
                buyer    0.06      0.1577
                author   0.06      0.1577
                """, scores(audiences.inputs(), OPTIONS), draw);
    }

    @Test
    void whoFollowsBackAsAHabitIsNotCounted(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "habit", "former", "reader", "small", "unknown")
                .followed("bob", "unknown", "small");
        TestInputs inputs = audiences
                .inputs()
                .with(
                        DEGREES,
                        draw.rows(
                                DEGREES,
                                List.of("snapshot", "account", "followers", "followees", "mutual", "overlap_index"),
                                new Object[] {DAY_1, draw.id("habit"), 30L, 20L, 17L, 0.85},
                                new Object[] {DAY_1, draw.id("former"), 20L, 20L, 20L, 1.0},
                                new Object[] {at("2026-02-01T00:00:00Z"), draw.id("former"), 20L, 20L, 16L, 0.8},
                                new Object[] {DAY_1, draw.id("reader"), 10L, 90L, 1L, 0.1},
                                new Object[] {DAY_1, draw.id("small"), 9L, 90L, 9L, 1.0}));

        assertTable("""
                account  overlaps_known  reciprocity_adjusted
                ann      3               4
                bob      0               -
                """, scores(inputs, OPTIONS), draw);
    }

    /** Without coverage a graph is taken as whole; the definitions are iterated to their ends in plain Java. */
    @Test
    void randomGraphsGetTheScoresOfTheDefinitions(Drawings draw) {
        int accounts = 40;
        Random random = new Random(11);
        boolean[][] follows = new boolean[accounts][accounts];
        List<Row> rows = new ArrayList<>();
        for (int tie = 0; tie < 240; tie++) {
            int follower = random.nextInt(accounts);
            int followee = Math.min(random.nextInt(accounts), random.nextInt(accounts));
            if (follower != followee && !follows[follower][followee]) {
                follows[follower][followee] = true;
                rows.add(RowFactory.create(DAY_1, (long) followee, (long) follower, null, null));
            }
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, rows).repartition(3))
                .derive(new Degrees());
        double[] tunkRanks = new double[accounts];
        double[] pageRanks = new double[accounts];
        for (int round = 0; round < 200; round++) {
            double[] tunk = tunkRanks;
            double[] page = pageRanks;
            tunkRanks = received(follows, from -> 1 + 0.05 * tunk[from]);
            pageRanks = Arrays.stream(received(follows, from -> page[from]))
                    .map(score -> 0.15 + 0.85 * score)
                    .toArray();
        }

        RankOptions toTheEnd = new RankOptions(
                3,
                10,
                0.25,
                OPTIONS.tiers(),
                new PropagationOptions(0.85, 0.05, 1e-9, 0.8, 10, 10_000),
                OPTIONS.purchase());

        TreeMap<Long, String> expected = new TreeMap<>();
        rows.forEach(row -> expected.put(row.getLong(1), ""));
        for (long account : expected.keySet()) {
            expected.put(account, "%.4f %.4f".formatted(tunkRanks[(int) account], pageRanks[(int) account]));
        }
        TreeMap<Long, String> found = new TreeMap<>();
        for (Row row : scores(inputs, toTheEnd).collectAsList()) {
            found.put(
                    row.getAs("account"),
                    "%.4f %.4f".formatted(row.<Double>getAs("tunkrank"), row.<Double>getAs("pagerank")));
        }
        assertEquals(expected, found);
    }

    private static double[] received(boolean[][] follows, IntToDoubleFunction score) {
        double[] received = new double[follows.length];
        for (int from = 0; from < follows.length; from++) {
            int followees = 0;
            for (boolean follow : follows[from]) {
                followees += follow ? 1 : 0;
            }
            for (int to = 0; to < follows.length; to++) {
                received[to] += follows[from][to] ? score.applyAsDouble(from) / Math.max(followees, 3) : 0;
            }
        }
        return received;
    }

    @Test
    void illegalOptionsAreRefused() {
        assertThrows(AssayException.class, () -> new PropagationOptions(1, 0.05, 1e-4, 0.8, 10, 10));
        assertThrows(AssayException.class, () -> new PropagationOptions(0.85, 0.05, 0, 0.8, 10, 10));
        assertThrows(AssayException.class, () -> new PropagationOptions(0.85, 0.05, 1e-4, 0.8, 0, 10));
    }

    @Test
    void roundsEndWhereNoMoreThanTheToleranceIsMissing() {
        assertEquals(57, OPTIONS.propagation().rounds(0.85));
        assertEquals(4, OPTIONS.propagation().rounds(0.05));
    }

    private static Dataset<Row> scores(TestInputs inputs, RankOptions options) {
        return PROPAGATED_SCORES.conform(new PropagatedScores(options).derive(inputs));
    }
}
