package org.followerassay.signature.naming;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.NamingTables.ID_ORDER;
import static org.followerassay.table.NamingTables.ID_RUNS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class IdRunsTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final int WEEKS = 20;
    private static final int PER_WEEK = 60;
    private static final NamingOptions OPTIONS = NamingOptions.defaults();

    /** 20 weeks of 60 accounts each; ids are numbers of the account, from the oldest on. */
    private static final long ACCOUNTS_IN_ALL = (long) WEEKS * PER_WEEK;

    @ParameterizedTest(name = "random lists, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void pairsAndRunsAreThoseOfTheDefinition(long seed, Drawings draw) {
        Random random = new Random(seed);
        TreeMap<Long, Set<Long>> lists = new TreeMap<>();
        for (long list = 1; list <= 4; list++) {
            Set<Long> followers = sample(random, 100 * list);
            long from = random.nextInt(1_000);
            for (long id = from; id < from + 12; id++) {
                followers.add(id);
            }
            lists.put(list, followers);
        }

        List<String> defined = new ArrayList<>();
        lists.forEach((list, followers) -> defined.add(byDefinition(list, followers)));
        assertEquals(defined, lines(runs(inputs(draw, lists, false))));
    }

    @Test
    void expectedPairsAreTheMeanOverShuffles() {
        Random random = new Random(6);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            places.add(i);
        }
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            Collections.shuffle(places, random);
            Set<Integer> listed = new TreeSet<>(places.subList(0, 12));
            long pairs =
                    listed.stream().filter(place -> listed.contains(place + 1)).count();
            sum += pairs;
            squares += pairs * pairs;
        }
        double mean = sum / draws;
        assertEquals(12 * 11 / 40.0, mean, 0.05);
        assertEquals(12.0 * 11 * 28 * 29 / (40.0 * 40 * 39), squares / draws - mean * mean, 0.06);
    }

    @Test
    void aRunOfIdsIsAWeakFinding(Drawings draw) {
        TreeMap<Long, Set<Long>> lists = organic(5);
        for (long id = 610; id < 655; id++) {
            lists.get(3L).add(id);
        }
        assertTable("""
                account  signature  axis      tier
                3        id runs    audience  weak
                """, findings(inputs(draw, lists, false)), draw);
    }

    /** The look-alike: everybody is new, but so are followers of other lists. */
    @Test
    void aYoungAudienceIsNoRun(Drawings draw) {
        TreeMap<Long, Set<Long>> lists = organic(6);
        Set<Long> young = lists.get(2L);
        young.clear();
        Random random = new Random(2);
        for (long id = ACCOUNTS_IN_ALL - 3 * PER_WEEK; id < ACCOUNTS_IN_ALL; id++) {
            if (random.nextInt(2) == 0) {
                young.add(id);
            }
        }
        assertEquals(0, findings(inputs(draw, lists, false)).count());
    }

    @Test
    void ofOneListAloneNothingIsSaid(Drawings draw) {
        TreeMap<Long, Set<Long>> lists = new TreeMap<>();
        Set<Long> all = new TreeSet<>();
        for (long id = 0; id < ACCOUNTS_IN_ALL; id++) {
            all.add(id);
        }
        lists.put(1L, all);
        TestInputs inputs = inputs(draw, lists, false);

        assertEquals(0, findings(inputs).count());
        assertEquals("partly", readiness(inputs).getAs("ran"));
    }

    @Test
    void hashedIdsAreFoundOutAndSaidSo(Drawings draw) {
        TestInputs inputs = inputs(draw, organic(7), true);

        assertEquals(0, runs(inputs).count());
        assertEquals("no", readiness(inputs).getAs("ran"));
        assertTrue(readiness(inputs).<String>getAs("reason").contains("hashed"));
        assertTable("""
                accounts  pairs  sequential
                1200      19     false
                """, inputs.of(ID_ORDER), draw);
    }

    @Test
    void neitherTheOrderOfRowsNorTheirPartitionsMatter(Drawings draw) {
        TestInputs inputs = inputs(draw, organic(8), false);
        List<String> once = lines(runs(inputs));
        for (int partitions : new int[] {1, 7}) {
            inputs.with(ACCOUNTS, inputs.of(ACCOUNTS).repartition(partitions));
            inputs.with(FOLLOWS, inputs.of(FOLLOWS).repartition(partitions));
            assertEquals(once, lines(runs(inputs)));
        }
    }

    @Test
    void anExportWithoutDatesHasNoRuns(Drawings draw) {
        TestInputs inputs = inputs(draw, organic(9), false);
        inputs.with(ACCOUNTS, draw.rows(ACCOUNTS, List.of()));

        assertEquals(0, runs(inputs).count());
        assertEquals(
                "not enough accounts with creation dates", readiness(inputs).getAs("reason"));
    }

    private static TreeMap<Long, Set<Long>> organic(long seed) {
        Random random = new Random(seed);
        TreeMap<Long, Set<Long>> lists = new TreeMap<>();
        for (long list = 1; list <= 4; list++) {
            lists.put(list, sample(random, 300));
        }
        return lists;
    }

    private static Set<Long> sample(Random random, long size) {
        Set<Long> ids = new TreeSet<>();
        while (ids.size() < size) {
            ids.add((long) random.nextInt((int) ACCOUNTS_IN_ALL));
        }
        return ids;
    }

    private static String byDefinition(long list, Set<Long> followers) {
        long pairs = 0;
        double expected = 0;
        long runFollowers = 0;
        long longest = 0;
        for (long week = 0; week < WEEKS; week++) {
            long end = (week + 1) * PER_WEEK;
            long k = 0;
            for (long id = week * PER_WEEK; id < end; id++) {
                k += followers.contains(id) ? 1 : 0;
            }
            expected += k * (k - 1.0) / PER_WEEK;
            long run = 0;
            for (long id = week * PER_WEEK; id <= end; id++) {
                if (id < end && followers.contains(id)) {
                    run++;
                } else if (run > 0) {
                    pairs += run - 1;
                    double share = (k - run + 1.0) / (PER_WEEK - run + 1.0);
                    if (run >= 5 && followers.size() * Math.pow(share, run - 1) <= 0.001) {
                        runFollowers += run;
                        longest = Math.max(longest, run);
                    }
                    run = 0;
                }
            }
        }
        return line(list, followers.size(), pairs, expected, runFollowers, longest);
    }

    private static List<String> lines(Dataset<Row> runs) {
        return runs.limit(100).collectAsList().stream()
                .map(row -> line(
                        row.getAs("account"),
                        row.getAs("known"),
                        row.getAs("pairs"),
                        row.getAs("expected_pairs"),
                        row.getAs("run_followers"),
                        row.getAs("longest_run")))
                .sorted()
                .toList();
    }

    private static String line(long list, long known, long pairs, double expected, long followers, long longest) {
        return String.format(Locale.ROOT, "%d: %d %d %.6f %d %d", list, known, pairs, expected, followers, longest);
    }

    /** @param hashed whether the accounts are known by a hash of their id, as with a key */
    private static TestInputs inputs(Drawings draw, TreeMap<Long, Set<Long>> lists, boolean hashed) {
        List<Row> follows = new ArrayList<>();
        List<Object[]> coverage = new ArrayList<>();
        lists.forEach((list, followers) -> {
            coverage.add(new Object[] {DAY, list, "followers", (long) followers.size(), true});
            followers.forEach(id -> follows.add(RowFactory.create(DAY, list, account(id, hashed), null, null)));
        });
        List<Object[]> accounts = new ArrayList<>();
        for (long id = 0; id < ACCOUNTS_IN_ALL; id++) {
            Duration age = Duration.ofMinutes(id * 7 * 24 * 60 / PER_WEEK);
            accounts.add(new Object[] {DAY, account(id, hashed), Timestamp.from(MONDAY.plus(age))});
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of("snapshot", "account", "direction", "listed", "complete"),
                                coverage.toArray(Object[][]::new)))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "created_at"),
                                accounts.toArray(Object[][]::new)));
        return inputs.with(ID_ORDER, new IdOrder().derive(inputs).localCheckpoint());
    }

    /** Far from the ids of lists. */
    private static long account(long id, boolean hashed) {
        return hashed ? new Random(id * 31).nextLong() >>> 2 : 1_000_000 + 3 * id;
    }

    private static Dataset<Row> runs(TestInputs inputs) {
        inputs.with(ID_ORDER, new IdOrder().derive(inputs).localCheckpoint());
        return ID_RUNS.conform(new IdRuns(OPTIONS).derive(inputs)).where("part = 'list'");
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        inputs.with(ID_RUNS, runs(inputs).localCheckpoint());
        return FINDINGS.conform(new IdRunFindings(OPTIONS).derive(inputs));
    }

    private static Row readiness(TestInputs inputs) {
        inputs.with(ID_RUNS, runs(inputs).localCheckpoint());
        return new IdRunFindings(OPTIONS).readiness(inputs).first();
    }
}
