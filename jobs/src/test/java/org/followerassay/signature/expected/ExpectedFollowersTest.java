package org.followerassay.signature.expected;

import static org.followerassay.table.ExpectedTables.EXPECTED_FOLLOWERS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class ExpectedFollowersTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final ExpectedFollowersOptions OPTIONS = ExpectedFollowersOptions.defaults();

    private record Account(long id, int ageDays, long posts, long followees, long listed, long followers) {}

    @Test
    void theRangeIsThatOfAccountsOfTheSameAgeAndActivity(Drawings draw) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            accounts.add(new Account(i, 400, 100, 200, 1, 100 + 10 * i));
            accounts.add(new Account(1_000 + i, 4_000, 9_000, 900, 40, 100_000));
        }

        // 100, 110, … 700: quantiles at 10, 50 and 90 % are 160, 400 and 640.
        assertTable("""
                account  followers  likeness                                        peers  expected_low  expected  expected_high  times
                7        170        age, posts, followees and lists that hold them  60     160           400       640            0.2656
                """, expected(inputs(draw, accounts, 7), OPTIONS), draw);
    }

    @Test
    void cellsAreCoarsenedUntilThereAreEnoughPeers(Drawings draw) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            accounts.add(new Account(i, 400, 130, 200, 1, 50));
            accounts.add(new Account(100 + i, 400, 130, 200, 9, 70));
            accounts.add(new Account(200 + i, 3_000, 130, 200, 1, 90));
        }

        assertTable("""
                account  likeness                 peers
                3        age, posts and followees  59
                """, expected(inputs(draw, accounts, 3), OPTIONS), draw);
        assertTable("""
                account  likeness                       peers
                3        posts and followees, roughly  89
                """, expected(inputs(draw, accounts, 3), new ExpectedFollowersOptions(60, 0, 3, 5)), draw);
    }

    @Test
    void aCountFarAboveTheRangeIsAWeakFindingWhateverItsCause(Drawings draw) {
        List<Account> accounts = population(1, 300);
        accounts.add(new Account(7_001, 800, 100, 200, 1, 90_000));
        accounts.add(new Account(7_002, 800, 100, 200, 1, 150));

        TestInputs inputs = inputs(draw, accounts, 7_001, 7_002);
        inputs.with(EXPECTED_FOLLOWERS, expected(inputs, OPTIONS));
        Dataset<Row> findings = FINDINGS.conform(new ExpectedFollowersFindings(OPTIONS).derive(inputs));
        assertTable("""
                account  signature           axis      tier  support
                7001     expected followers  audience  weak  90000
                """, findings, draw);
        assertEquals(List.of(), Recounted.notGiven(inputs, findings));
    }

    @ParameterizedTest(name = "random accounts, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rangesAreThoseOfTheDefinition(long seed, Drawings draw) {
        List<Account> accounts = population(seed, 200);
        ExpectedFollowersOptions few = new ExpectedFollowersOptions(10, 0, 3, 5);
        long[] all = accounts.stream().mapToLong(Account::id).toArray();
        List<String> found = lines(expected(inputs(draw, accounts, all), few));

        List<String> defined = new ArrayList<>();
        for (Account account : accounts) {
            byDefinition(account, accounts, few.minPeers()).ifPresent(defined::add);
        }
        Collections.sort(defined);
        assertEquals(defined, found);
    }

    @Test
    void neitherTheOrderOfRowsNorTheirPartitionsMatter(Drawings draw) {
        List<Account> accounts = population(5, 200);
        long[] all = accounts.stream().mapToLong(Account::id).toArray();
        List<String> once = lines(expected(inputs(draw, accounts, all), OPTIONS));
        Collections.shuffle(accounts, new Random(9));
        TestInputs shuffled = inputs(draw, accounts, all);
        for (int partitions : new int[] {1, 7}) {
            shuffled.with(ACCOUNTS, shuffled.of(ACCOUNTS).repartition(partitions));
            assertEquals(once, lines(expected(shuffled, OPTIONS)));
        }
    }

    @Test
    void withoutProfilesNothingIsExpected(Drawings draw) {
        TestInputs inputs = inputs(draw, List.of(), 7);
        assertEquals(0, expected(inputs, OPTIONS).count());
        assertEquals(
                "no",
                new ExpectedFollowersFindings(OPTIONS).readiness(inputs).first().getAs("ran"));
    }

    /** Posts bring followers, with a wide spread. */
    private static List<Account> population(long seed, int size) {
        Random random = new Random(seed);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long posts = 60 + random.nextInt(100);
            accounts.add(new Account(
                    i, 600 + random.nextInt(400), posts, 100 + random.nextInt(200), random.nextInt(3), (long)
                            (posts * Math.exp(random.nextGaussian()))));
        }
        return accounts;
    }

    private static java.util.Optional<String> byDefinition(Account one, List<Account> all, int minPeers) {
        List<Function<Account, List<Integer>>> levels = List.of(
                a -> List.of(
                        doubling(a.ageDays() / 30), doubling(a.posts()), doubling(a.followees()), doubling(a.listed())),
                a -> List.of(doubling(a.ageDays() / 30), doubling(a.posts()), doubling(a.followees())),
                a -> List.of(doubling(a.ageDays() / 30) / 2, doubling(a.posts()) / 2, doubling(a.followees()) / 2),
                a -> List.of(doubling(a.posts()) / 2, doubling(a.followees()) / 2));
        for (Function<Account, List<Integer>> level : levels) {
            List<Long> counts = all.stream()
                    .filter(other -> level.apply(other).equals(level.apply(one)))
                    .map(Account::followers)
                    .sorted()
                    .toList();
            if (counts.size() - 1 >= minPeers) {
                double middle = quantile(counts, 0.5);
                double high = quantile(counts, 0.9);
                double deviation = Math.max(0.1, (Math.log(high + 1) - Math.log(middle + 1)) / 1.281552);
                double z = (Math.log(one.followers() + 1.0) - Math.log(middle + 1)) / deviation;
                return java.util.Optional.of(line(one.id(), counts.size() - 1, quantile(counts, 0.1), middle, high, z));
            }
        }
        return java.util.Optional.empty();
    }

    private static int doubling(long count) {
        int bin = 0;
        for (long upper = 1; upper <= count; upper = 2 * upper + 1) {
            bin++;
        }
        return bin;
    }

    private static double quantile(List<Long> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static List<String> lines(Dataset<Row> expected) {
        return expected.limit(1_000).collectAsList().stream()
                .map(row -> line(
                        row.getAs("account"),
                        row.<Long>getAs("peers"),
                        row.getAs("expected_low"),
                        row.getAs("expected"),
                        row.getAs("expected_high"),
                        row.getAs("z")))
                .sorted()
                .toList();
    }

    private static String line(long account, long peers, double low, double middle, double high, double z) {
        return String.format(Locale.ROOT, "%d: %d, %.4f %.4f %.4f, %.4f", account, peers, low, middle, high, z);
    }

    private static TestInputs inputs(Drawings draw, List<Account> accounts, long... audited) {
        List<Object[]> rows = new ArrayList<>();
        for (Account one : accounts) {
            Timestamp created = Timestamp.from(DAY.toInstant().minus(Duration.ofDays(one.ageDays())));
            rows.add(
                    new Object[] {DAY, one.id(), created, one.posts(), one.followees(), one.listed(), one.followers()});
        }
        List<Object[]> lists = new ArrayList<>();
        for (long account : audited) {
            lists.add(new Object[] {DAY, account, "followers", 10L, true});
        }
        return new TestInputs(draw.session())
                .with(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of("snapshot", "account", "direction", "listed", "complete"),
                                lists.toArray(Object[][]::new)))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of(
                                        "snapshot",
                                        "account",
                                        "created_at",
                                        "posts",
                                        "followees",
                                        "listed",
                                        "followers"),
                                rows.toArray(Object[][]::new)));
    }

    private static Dataset<Row> expected(TestInputs inputs, ExpectedFollowersOptions options) {
        return EXPECTED_FOLLOWERS.conform(new ExpectedFollowers(options).derive(inputs));
    }
}
