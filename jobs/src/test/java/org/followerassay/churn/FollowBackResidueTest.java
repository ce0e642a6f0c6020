package org.followerassay.churn;

import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class FollowBackResidueTest {
    private static final Residue DEFAULTS = Residue.defaults();

    @Test
    void anAudienceOfFollowBackersStandsOutAmongItsPeers(Drawings draw) {
        Audiences audiences = new Audiences(draw);
        for (int peer = 1; peer <= 11; peer++) {
            audiences.add("peer" + peer, 60, peer % 3);
        }
        audiences.add("ann", 100, 45).add("huge", 400, 0).add("tiny", 49, 40);
        TestInputs inputs = audiences.measured(DEFAULTS);

        assertTable("""
                account  measured  mean_overlap  follow_backers  follow_backers_share  peers  peer_median  z
                ann      100       0.5           45              0.45                  11     0.02         21.5
                """, inputs.of(FOLLOW_BACK_RESIDUE).where("account = " + draw.id("ann")), draw);
        assertTable("""
                account  peers  peer_median  z
                huge     0      -            -
                """, inputs.of(FOLLOW_BACK_RESIDUE).where("account = " + draw.id("huge")), draw);
        assertEquals(
                0,
                inputs.of(FOLLOW_BACK_RESIDUE)
                        .where("account = " + draw.id("tiny"))
                        .count());
        assertTable("""
                account  signature            axis      tier      score  support
                ann      follow-back residue  audience  moderate  21.5   45
                """, FINDINGS.conform(new FollowBackResidueFindings(DEFAULTS).derive(inputs)), draw);
        assertEquals(
                "45 of the 100 followers whose own ties are in the export (45.0 %) have an overlap of followers and"
                        + " followees above 0.8; the median of 11 accounts of similar size is 2.0 %, which is 21.5 robust"
                        + " standard deviations less; it follows 0.0 % of its followers itself",
                new FollowBackResidueFindings(DEFAULTS)
                        .derive(inputs)
                        .collectAsList()
                        .get(0)
                        .getAs("evidence"));
    }

    @Test
    void tooFewPeersAreNoComparison(Drawings draw) {
        Audiences audiences = new Audiences(draw).add("ann", 100, 45);
        for (int peer = 1; peer <= 9; peer++) {
            audiences.add("peer" + peer, 60, 0);
        }

        assertEquals(
                0,
                new FollowBackResidueFindings(DEFAULTS)
                        .derive(audiences.measured(DEFAULTS))
                        .count());
    }

    @Test
    void aTieThatTwoExportsHoldCountsOnce(Drawings draw) {
        Audiences audiences = new Audiences(draw).add("ann", 60, 6);
        audiences.follows.addAll(List.copyOf(audiences.follows));

        assertTable("""
                account  measured  follow_backers_share  peers  z
                ann      60        0.1                   0      -
                """, audiences.measured(DEFAULTS).of(FOLLOW_BACK_RESIDUE), draw);
    }

    @ParameterizedTest(name = "random audiences, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithItsDefinition(int seed, Drawings draw) {
        Random random = new Random(seed);
        Residue options = new Residue(3, 10, 0.8, 0.02, 5, 0.3, 2);
        Audiences audiences = new Audiences(draw);
        int accounts = 14;
        int[] size = new int[accounts];
        double[] share = new double[accounts];
        for (int i = 0; i < accounts; i++) {
            size[i] = 3 + random.nextInt(30);
            int followBackers = random.nextInt(size[i] + 1);
            share[i] = followBackers / (double) size[i];
            audiences.add("n" + i, size[i], followBackers);
        }

        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < accounts; i++) {
            int self = i;
            double[] peers = IntStream.range(0, accounts)
                    .filter(other -> other != self && Math.abs(doubling(size[other]) - doubling(size[self])) <= 1)
                    .mapToDouble(other -> Math.round(share[other] * 100))
                    .toArray();
            double median = median(peers);
            double spread = 1.4826
                    * median(Arrays.stream(peers)
                            .map(peer -> Math.abs(peer - median))
                            .toArray());
            double z = (share[i] - median / 100) / Math.max(spread / 100, 0.02);
            expected.put("n" + i, words(peers.length, median / 100, z));
        }

        Map<String, String> actual = new TreeMap<>();
        for (Row row : audiences.measured(options).of(FOLLOW_BACK_RESIDUE).collectAsList()) {
            actual.put(
                    draw.name(row.getAs("account")),
                    words(row.<Long>getAs("peers").intValue(), row.getAs("peer_median"), row.getAs("z")));
        }
        assertTrue(expected.values().stream().noneMatch(words -> words.startsWith("0 ")), "somebody has no peer");
        assertEquals(expected, actual);
    }

    private static String words(int peers, double median, double z) {
        return String.format(Locale.ROOT, "%d %.5f %.5f", peers, median, z);
    }

    private static int doubling(int size) {
        return 31 - Integer.numberOfLeadingZeros(size);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Accounts with followers of two kinds, overlap index 0.9 or less, and one that has too few ties to be measured. */
    private static final class Audiences {
        private final Drawings draw;
        private final List<Row> follows = new ArrayList<>();
        private final List<Row> degrees = new ArrayList<>();

        Audiences(Drawings draw) {
            this.draw = draw;
        }

        Audiences add(String account, int followers, int followBackers) {
            degree(account, followers, 0, null);
            double otherOverlap = (0.5 * followers - 0.9 * followBackers) / Math.max(followers - followBackers, 1);
            for (int i = 0; i <= followers; i++) {
                String follower = account + "_" + i;
                follows.add(RowFactory.create(DAY_1, draw.id(account), draw.id(follower), null, null));
                double overlap = i < followBackers ? 0.9 : Math.min(Math.max(otherOverlap, 0), 0.8);
                degree(follower, 10, i == followers ? 9 : 10, overlap);
            }
            return this;
        }

        private void degree(String account, long followers, long followees, Double overlap) {
            degrees.add(RowFactory.create(DAY_1, draw.id(account), followers, followees, 0L, overlap));
        }

        TestInputs measured(Residue options) {
            TestInputs inputs = new TestInputs(draw.session())
                    .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(3))
                    .with(DEGREES, draw.rows(DEGREES, degrees).repartition(3));
            return inputs.with(FOLLOW_BACK_RESIDUE, new FollowBackResidue(options).derive(inputs));
        }
    }
}
