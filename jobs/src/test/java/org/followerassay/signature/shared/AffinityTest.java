package org.followerassay.signature.shared;

import static org.followerassay.table.SharedTables.FOLLOWER_STRATA;
import static org.followerassay.table.SharedTables.SHARED_STRATA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs by stratum, beside the definition written as loops. */
@ExtendWith(SparkTest.class)
class AffinityTest {
    private static final SharedAudienceOptions OPTIONS = new SharedAudienceOptions(20, 6, 5, 1.5, 3, 5_000, 50, 0.5);
    private static final int ACCOUNTS = 12;

    private record Stratum(int number, double shared, double expected) {
        double weight() {
            return expected / (expected + 1) / (1 / (shared + 0.5) + 0.1);
        }

        double x() {
            int from = Strata.FROM.get(number);
            return Math.log(
                    (from + (number + 1 < Strata.FROM.size() ? Strata.FROM.get(number + 1) - 1 : 2 * from)) / 2.0);
        }

        double y() {
            return Math.log((shared + 0.5) / (expected + 0.5));
        }
    }

    @ParameterizedTest(name = "crowd, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void strataAreTheConfigurationModelTimesWhatTheOthersSay(long seed, Drawings draw) {
        Crowds crowd = new Crowds(seed).organic(900, 11, ACCOUNTS).pool(60, List.of(2L, 5L, 9L), 2);
        Map<String, String> found = new TreeMap<>();
        TestInputs inputs = SharedAudiencesTest.counted(OPTIONS, crowd.inputs(draw));
        Dataset<Row> distinct =
                new Affinity(OPTIONS).mostDistinct(inputs.of(SHARED_STRATA), inputs.of(FOLLOWER_STRATA));
        for (Row row : new SharedAudiences(OPTIONS)
                .beforeThresholds(inputs)
                .join(distinct, new String[] {"account", "other_account"}, "left")
                .select(
                        "account",
                        "other_account",
                        "shared_followers",
                        "expected",
                        "followees_from",
                        "stratum_expected",
                        "stratum_z")
                .collectAsList()) {
            found.put(
                    row.getLong(0) + " " + row.getLong(1),
                    row.isNullAt(4)
                            ? line(row.getLong(2), row.getDouble(3), "none")
                            : line(
                                    row.getLong(2),
                                    row.getDouble(3),
                                    distinct(row.getLong(4), row.getDouble(5), row.getDouble(6))));
        }

        assertEquals(byDefinition(crowd.followees()), found);
        assertTrue(found.values().stream().anyMatch(text -> !text.endsWith("none")), "no pair stands out");
    }

    private static Map<String, String> byDefinition(Map<Long, Set<Long>> followees) {
        double[] followers = new double[ACCOUNTS + 1];
        double[] pairEnds = new double[Strata.FROM.size()];
        double ties = 0;
        for (Set<Long> accounts : followees.values()) {
            ties += accounts.size();
            accounts.forEach(account -> followers[account.intValue()]++);
            if (accounts.size() > 1) {
                pairEnds[stratum(accounts.size())] += accounts.size() * (accounts.size() - 1.0);
            }
        }
        Map<String, String> pairs = new TreeMap<>();
        for (long a = 1; a <= ACCOUNTS; a++) {
            for (long b = a + 1; b <= ACCOUNTS; b++) {
                List<Stratum> strata = new ArrayList<>();
                long shared = 0;
                double expected = 0;
                for (int i = 0; i < pairEnds.length; i++) {
                    long inStratum = shared(followees, a, b, i);
                    double chance = pairEnds[i] * followers[(int) a] / ties * followers[(int) b] / ties;
                    strata.add(new Stratum(i, inStratum, chance));
                    shared += inStratum;
                    expected += chance;
                }
                if (shared >= OPTIONS.minShared()) {
                    pairs.put(a + " " + b, line(shared, expected, mostDistinct(strata)));
                }
            }
        }
        return pairs;
    }

    private static long shared(Map<Long, Set<Long>> followees, long a, long b, int stratum) {
        return followees.values().stream()
                .filter(accounts -> accounts.contains(a) && accounts.contains(b))
                .filter(accounts -> stratum(accounts.size()) == stratum)
                .count();
    }

    private static String mostDistinct(List<Stratum> strata) {
        String most = "none";
        double largest = 0;
        for (Stratum one : strata) {
            double expected = one.expected() * affinity(strata, one);
            double z = (one.shared() - expected) / Math.sqrt(expected + 0.1 * expected * expected + 1);
            if (one.shared() >= OPTIONS.minStratum()
                    && one.shared() >= OPTIONS.minLift() * expected
                    && z >= OPTIONS.minZ()
                    && z > largest) {
                largest = z;
                most = distinct(Strata.FROM.get(one.number()), expected, z);
            }
        }
        return most;
    }

    /** The least squares' line through the strata that are no neighbours, falling by at most the square. */
    private static double affinity(List<Stratum> strata, Stratum one) {
        List<Stratum> others = strata.stream()
                .filter(other -> other.expected() > 0 && Math.abs(other.number() - one.number()) > 1)
                .toList();
        if (others.size() < 3) {
            return 1;
        }
        double all = others.stream().mapToDouble(Stratum::weight).sum();
        double x =
                others.stream().mapToDouble(other -> other.weight() * other.x()).sum() / all;
        double y =
                others.stream().mapToDouble(other -> other.weight() * other.y()).sum() / all;
        double together = 0;
        double spread = 0;
        for (Stratum other : others) {
            together += other.weight() * (other.x() - x) * (other.y() - y);
            spread += other.weight() * (other.x() - x) * (other.x() - x);
        }
        double slope = Math.min(0, Math.max(-2, spread > 1e-6 ? together / spread : 0));
        return Math.max(1, Math.exp(y + slope * (one.x() - x)));
    }

    private static int stratum(int followees) {
        int stratum = 0;
        while (stratum + 1 < Strata.FROM.size() && Strata.FROM.get(stratum + 1) <= followees) {
            stratum++;
        }
        return stratum;
    }

    private static String distinct(long from, double expected, double z) {
        return String.format(Locale.ROOT, "from %d expected %.6f z %.6f", from, expected, z);
    }

    private static String line(long shared, double expected, String distinct) {
        return String.format(Locale.ROOT, "shared %d expected %.6f %s", shared, expected, distinct);
    }
}
