package org.followerassay.signature.digits;

import static org.followerassay.table.DigitTables.DIGIT_DISTANCES;
import static org.followerassay.table.DigitTables.FIRST_DIGITS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongBiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class FirstDigitsTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final DigitOptions OPTIONS = new DigitOptions(100, 10, 4, 0.015);

    @Test
    void aCountOfNothingHasNoFirstDigit(Drawings draw) {
        TestInputs inputs = audiences(draw, 1, 150, (account, i) -> i < 100 ? 20 + i % 10 : i < 120 ? 907 : 0);

        assertTable("""
                digit  known  followers  share   law_share  peers  peer_share
                1      120    0          0       0.301      1      0
                2      120    100        0.8333  0.1761     1      0.8333
                3      120    0          0       0.1249     1      0
                4      120    0          0       0.0969     1      0
                5      120    0          0       0.0792     1      0
                6      120    0          0       0.0669     1      0
                7      120    0          0       0.058      1      0
                8      120    0          0       0.0512     1      0
                9      120    20         0.1667  0.0458     1      0.1667
                """, digits(inputs).where("counted = 'followees'"), draw);
    }

    /** Each list has its own digit, so that most lists have none of any. */
    @Test
    void peersWhoAreAlikeInNothingTellNothing(Drawings draw) {
        TestInputs inputs = audiences(draw, 3, 150, (account, i) -> 10L * account);

        assertEquals(0, digits(inputs).where("counted = 'followees'").count());
    }

    @ParameterizedTest(name = "random audiences, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void distancesAreThoseOfTheDefinition(long seed, Drawings draw) {
        Random random = new Random(seed);
        long[][] counts = new long[6][200];
        for (long[] list : counts) {
            double spread = 1 + random.nextDouble();
            for (int i = 0; i < list.length; i++) {
                list[i] = 1 + (long) Math.exp(1 + spread * (2 + random.nextGaussian()));
            }
        }
        TestInputs inputs = audiences(draw, 6, 200, (account, i) -> counts[account - 1][i]);

        double[] peers = peerShares(counts);
        for (Row row : distances(inputs).where("counted = 'followees'").limit(6).collectAsList()) {
            double[] shares = shares(counts[(int) (row.<Long>getAs("account") - 1)]);
            double law = 0;
            double chiSquare = 0;
            double peer = 0;
            double chance = 0;
            for (int d = 0; d < 9; d++) {
                double benford = Math.log10((d + 2.0) / (d + 1.0));
                law += Math.abs(shares[d] - benford) / 9;
                chiSquare += 200 * Math.pow(shares[d] - benford, 2) / benford;
                peer += Math.abs(shares[d] - peers[d]) / 9;
                chance += Math.sqrt(2 * peers[d] * (1 - peers[d]) / (Math.PI * 200)) / 9;
            }
            assertEquals(law, row.<Double>getAs("law_distance"), 1e-7);
            assertEquals(chiSquare, row.<Double>getAs("chi_square"), 1e-5);
            assertEquals(peer, row.<Double>getAs("peer_distance"), 1e-7);
            assertEquals(chance, row.<Double>getAs("chance_distance"), 1e-7);
        }
    }

    /** The formula against draws: the mean distance of samples from the law itself. */
    @Test
    void chanceAloneMakesTheDistanceThatTheFormulaSays(Drawings draw) {
        Random random = new Random(8);
        long[][] lawful = new long[40][300];
        for (long[] list : lawful) {
            java.util.Arrays.setAll(list, i -> (long) Math.pow(10, 2 + 3 * random.nextDouble()));
        }
        double distance = 0;
        double chance = 0;
        List<Row> rows = distances(audiences(draw, 40, 300, (account, i) -> lawful[account - 1][i]))
                .where("counted = 'followees'")
                .limit(40)
                .collectAsList();
        for (Row row : rows) {
            distance += row.<Double>getAs("law_distance") / 40;
            chance += row.<Double>getAs("chance_distance") / 40;
        }
        assertTrue(Math.abs(distance - chance) < 0.15 * chance, distance + " against " + chance);
    }

    @Test
    void alikeFollowersAmongPeersAreAWeakFinding(Drawings draw) {
        TestInputs market = market(draw, 12);
        assertTable("""
                account  signature     axis      tier  support
                12       first digits  audience  weak  300
                """, findings(market), draw);
        assertEquals(List.of(), Recounted.notGiven(market, findings(market)));
    }

    @Test
    void aPlatformOnWhichAllAudiencesBreakTheLawIsNoFinding(Drawings draw) {
        TestInputs inputs = market(draw, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertEquals(0, findings(inputs).count());
        assertTrue(distances(inputs)
                        .where("counted = 'followees' and law_distance > 0.04")
                        .count()
                == 12);
    }

    @Test
    void neitherTheOrderOfRowsNorTheirPartitionsMatter(Drawings draw) {
        TestInputs inputs = market(draw, 12);
        List<String> once = lines(inputs);
        for (int partitions : new int[] {1, 7}) {
            inputs.with(
                    ACCOUNTS, inputs.of(ACCOUNTS).orderBy("posts", "account").repartition(partitions));
            inputs.with(FOLLOWS, inputs.of(FOLLOWS).repartition(partitions));
            assertEquals(once, lines(inputs));
        }
    }

    @Test
    void withoutProfilesThereAreNoDigits(Drawings draw) {
        TestInputs inputs = audiences(draw, 1, 150, (account, i) -> 5);
        inputs.with(ACCOUNTS, draw.rows(ACCOUNTS, List.of()));
        inputs.with(DIGIT_DISTANCES, distances(inputs));
        assertEquals(0, inputs.rows(DIGIT_DISTANCES));
        assertEquals("no", new DigitFindings(OPTIONS).readiness(inputs).first().getAs("ran"));
    }

    /** Twelve lists of 300 whose counts spread over orders of magnitude; half of some lists' followers follow 40 to 49. */
    private static TestInputs market(Drawings draw, Integer... alike) {
        Random random = new Random(4);
        List<Integer> lists = List.of(alike);
        return audiences(
                draw,
                12,
                300,
                (account, i) -> lists.contains(account) && i % 2 == 0
                        ? 40 + i % 10
                        : (long) Math.exp(4 + 1.5 * random.nextGaussian()));
    }

    private static double[] shares(long[] counts) {
        double[] shares = new double[9];
        for (long count : counts) {
            shares[Long.toString(count).charAt(0) - '1'] += 1.0 / counts.length;
        }
        return shares;
    }

    private static double[] peerShares(long[][] lists) {
        double[] peers = new double[9];
        double total = 0;
        for (int d = 0; d < 9; d++) {
            List<Double> shares = new ArrayList<>();
            for (long[] list : lists) {
                shares.add(shares(list)[d]);
            }
            Collections.sort(shares);
            int middle = shares.size() / 2;
            peers[d] = (shares.get(middle) + shares.get(middle - 1)) / 2;
            total += peers[d];
        }
        for (int d = 0; d < 9; d++) {
            peers[d] /= total;
        }
        return peers;
    }

    /** So many lists, numbered from 1, whose followers follow as many accounts as the function says, and nobody follows. */
    private static TestInputs audiences(
            Drawings draw, int lists, int followers, ToLongBiFunction<Integer, Integer> followees) {
        List<Row> follows = new ArrayList<>();
        List<Object[]> profiles = new ArrayList<>();
        List<Object[]> coverage = new ArrayList<>();
        for (int account = 1; account <= lists; account++) {
            coverage.add(new Object[] {DAY, (long) account, "followers", (long) followers, true});
            for (int i = 0; i < followers; i++) {
                long follower = account * 1_000L + i;
                follows.add(RowFactory.create(DAY, (long) account, follower, null, null));
                profiles.add(new Object[] {DAY, follower, followees.applyAsLong(account, i), 0L});
            }
        }
        return new TestInputs(draw.session())
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
                                List.of("snapshot", "account", "followees", "followers"),
                                profiles.toArray(Object[][]::new)));
    }

    private static Dataset<Row> digits(TestInputs inputs) {
        return FIRST_DIGITS.conform(new FirstDigits(OPTIONS).derive(inputs));
    }

    private static Dataset<Row> distances(TestInputs inputs) {
        inputs.with(FIRST_DIGITS, digits(inputs).localCheckpoint());
        return DIGIT_DISTANCES.conform(new DigitDistances().derive(inputs));
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        inputs.with(DIGIT_DISTANCES, distances(inputs));
        return FINDINGS.conform(new DigitFindings(OPTIONS).derive(inputs));
    }

    private static List<String> lines(TestInputs inputs) {
        return distances(inputs).limit(100).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }
}
