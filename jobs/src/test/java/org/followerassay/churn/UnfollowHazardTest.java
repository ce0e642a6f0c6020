package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.table.ChurnTables.TIE_OVERLAP;
import static org.followerassay.table.ChurnTables.TIE_SPELLS;
import static org.followerassay.table.ChurnTables.UNFOLLOW_HAZARD;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Hazards;
import org.followerassay.flow.Derivation;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class UnfollowHazardTest {
    private static final double STEP = 0.5;

    /** Who follows whom on each day; every account has a list of followers on each day, and the first few one of followees. */
    private static final class World {
        static final int ACCOUNTS = 12;
        static final int WITH_FOLLOWEES = 6;

        final int[] days;
        final boolean[][][] there;

        World(int seed, int... days) {
            this.days = days;
            Random random = new Random(seed);
            there = new boolean[days.length][ACCOUNTS][ACCOUNTS];
            for (int look = 0; look < days.length; look++) {
                for (int follower = 0; follower < ACCOUNTS; follower++) {
                    for (int followee = 0; followee < ACCOUNTS; followee++) {
                        boolean before = look == 0 ? random.nextInt(3) == 0 : there[look - 1][follower][followee];
                        // A list without a change over a year of gap would count as a copy.
                        int oneIn = look > 0 && days[look] - days[look - 1] > 31 ? 2 : before ? 5 : 7;
                        boolean flips = look > 0 && random.nextInt(oneIn) == 0;
                        there[look][follower][followee] = follower != followee && before != flips;
                    }
                }
            }
        }

        History history(Drawings draw) {
            History history = new History(draw);
            for (int look = 0; look < days.length; look++) {
                for (int account = 0; account < ACCOUNTS; account++) {
                    List<String> followers = new ArrayList<>();
                    List<String> followees = new ArrayList<>();
                    for (int other = 0; other < ACCOUNTS; other++) {
                        if (there[look][other][account]) {
                            followers.add("a" + other);
                        }
                        if (there[look][account][other]) {
                            followees.add("a" + other);
                        }
                    }
                    history.followers(days[look], "a" + account, followers.toArray(String[]::new));
                    if (account < WITH_FOLLOWEES) {
                        history.followees(days[look], "a" + account, followees.toArray(String[]::new));
                    }
                }
            }
            return history;
        }
    }

    /** Days at risk and drops, by kind and age, gone through in steps of half a day. */
    private static final class Oracle {
        final World world;
        final Map<String, double[]> rows = new TreeMap<>();
        final Map<String, Set<Integer>> followers = new TreeMap<>();

        Oracle(World world) {
            this.world = world;
            for (int follower = 0; follower < World.ACCOUNTS; follower++) {
                for (int followee = 0; followee < World.ACCOUNTS; followee++) {
                    for (int look = 1; look < world.days.length; look++) {
                        if (!at(look - 1, follower, followee) && at(look, follower, followee)) {
                            spell(follower, followee, look);
                        }
                    }
                }
            }
        }

        private boolean at(int look, int follower, int followee) {
            return world.there[look][follower][followee];
        }

        private double middle(int look) {
            return (world.days[look - 1] + world.days[look]) / 2.0;
        }

        private boolean isLong(int look) {
            return world.days[look] - world.days[look - 1] > 31;
        }

        private void spell(int follower, int followee, int came) {
            if (isLong(came)) {
                return;
            }
            int look = came + 1;
            while (look < world.days.length && !isLong(look) && at(look, follower, followee)) {
                look++;
            }
            boolean ends = look < world.days.length && !isLong(look);
            double begun = middle(came);
            double ended = ends ? middle(look) : world.days[look - 1];
            boolean blockLike = ends && at(look - 1, followee, follower) && !at(look, followee, follower);
            double[] back = firstBack(followee, follower, begun, ended);
            String between = follower < World.WITH_FOLLOWEES ? band(between(follower, followee, came)) : "not known";
            String last = null;
            for (double now = begun; now < ended; now += STEP) {
                boolean mutual = back != null && back[0] <= now && now < back[1];
                double from = 0;
                while (Math.max(1, 2 * from) <= now - begun) {
                    from = Math.max(1, 2 * from);
                }
                String key = (mutual ? "mutual" : "one-sided") + "|" + between + "|" + from;
                double[] row = rows.computeIfAbsent(key, unseen -> new double[3]);
                row[0] += key.equals(last) ? 0 : 1;
                row[1] += STEP;
                row[2] += ends && !blockLike && now + STEP >= ended ? 1 : 0;
                followers.computeIfAbsent(key, unseen -> new HashSet<>()).add(follower);
                last = key;
            }
        }

        /** The first time in which the tie is there between two times. */
        private double[] firstBack(int follower, int followee, double from, double until) {
            double since = at(0, follower, followee) ? 0 : -1;
            for (int look = 1; look <= world.days.length; look++) {
                boolean over = look == world.days.length;
                boolean here = !over && at(look, follower, followee);
                if (since >= 0 && !here) {
                    double end = over ? Double.MAX_VALUE : middle(look);
                    if (end > from && since < until) {
                        return new double[] {since, end};
                    }
                    since = -1;
                } else if (since < 0 && here) {
                    since = middle(look);
                }
            }
            return null;
        }

        private int between(int follower, int followee, int look) {
            int count = 0;
            for (int other = 0; other < World.ACCOUNTS; other++) {
                count += at(look, follower, other) && at(look, other, followee) ? 1 : 0;
            }
            return count;
        }

        private static String band(int count) {
            return count == 0 ? "none" : count < 4 ? "1 to 3" : count < 16 ? "4 to 15" : "16 or more";
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            rows.forEach((key, row) -> lines.add(
                    key + "|" + followers.get(key).size() + "|" + (long) row[0] + "|" + row[1] + "|" + (long) row[2]));
            return lines;
        }
    }

    @Test
    void daysAtRiskAndDropsAreThoseOfTheDefinition(Drawings draw) {
        // A gap of 382 days, in which nothing is counted, and steps of one and two days.
        int[] days = {1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 394, 395, 396, 397, 399, 400};
        World world = new World(1, days);
        List<Derivation> steps = new ArrayList<>(List.of(Ledger.steps()));
        Hazards options = Hazards.defaults();
        steps.addAll(
                List.of(new FollowEpisodes(), new TieSpells(options), new TieOverlap(options), new UnfollowHazard()));
        TestInputs inputs = world.history(draw).after(steps.toArray(Derivation[]::new));
        List<String> found = inputs.of(UNFOLLOW_HAZARD).collectAsList().stream()
                .map(row -> row.<String>getAs("reciprocity") + "|" + row.getAs("neighbour_band") + "|"
                        + row.getAs("age_days_from") + "|" + row.getAs("followers") + "|" + row.getAs("spells") + "|"
                        + row.getAs("days_at_risk") + "|" + row.getAs("drops"))
                .sorted()
                .toList();
        List<String> expected = new Oracle(world).lines().stream().sorted().toList();
        assertTrue(expected.size() > 20, expected.size() + " rows");
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void aTieThatCameOrWentInALongGapTellsNothingOfItsAge(Drawings draw) {
        History history = new History(draw)
                .followers(1, "ann", "bob")
                .followers(2, "ann", "bob", "cat", "dan")
                .followers(3, "ann", "bob", "cat", "dan")
                .followers(385, "ann", "bob", "dan", "eve")
                .followers(386, "ann", "bob", "dan", "eve");
        List<Derivation> steps = new ArrayList<>(List.of(Ledger.steps()));
        steps.addAll(List.of(new FollowEpisodes(), new TieSpells(Hazards.defaults())));
        assertTable("""
                follower  followee  age_days  age_low  age_high  dropped  reciprocity_known
                cat       ann       1.5       1        2         false    false
                dan       ann       1.5       1        2         false    false
                """, history.after(steps.toArray(Derivation[]::new)).of(TIE_SPELLS), draw);
    }

    /** Probabilities in the order that Kwak, Chun and Moon report, from which ties of 400 accounts are drawn. */
    @Test
    void olderReturnedAndOverlappingTiesAreFoundToLastIfTheyDo(Drawings draw) {
        Random random = new Random(11);
        List<Object[]> spells = new ArrayList<>();
        List<Object[]> overlaps = new ArrayList<>();
        for (long tie = 0; tie < 24_000; tie++) {
            boolean mutual = random.nextBoolean();
            long between = random.nextBoolean() ? 8 : 0;
            int age = 1;
            while (age < 64 && random.nextDouble() >= planted(age, mutual, between)) {
                age++;
            }
            boolean dropped = age < 64;
            Object[] since = mutual ? new Object[] {0.0, (double) age} : new Object[] {null, null};
            spells.add(new Object[] {
                tie % 400, 1_000 + tie, day(1), (double) age, age - 1.0, age + 1.0, dropped, true, since[0], since[1]
            });
            overlaps.add(new Object[] {tie % 400, 1_000 + tie, day(1), day(2), between});
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(
                        TIE_SPELLS,
                        draw.rows(
                                TIE_SPELLS,
                                List.of(
                                        "follower",
                                        "followee",
                                        "earliest",
                                        "age_days",
                                        "age_low",
                                        "age_high",
                                        "dropped",
                                        "reciprocity_known",
                                        "mutual_from",
                                        "mutual_until"),
                                spells.toArray(Object[][]::new)))
                .with(
                        TIE_OVERLAP,
                        draw.rows(
                                TIE_OVERLAP,
                                List.of("follower", "followee", "earliest", "snapshot", "common_neighbours"),
                                overlaps.toArray(Object[][]::new)));
        Map<String, Row> hazards = new TreeMap<>();
        for (Row row :
                Ledger.after(inputs, new UnfollowHazard()).of(UNFOLLOW_HAZARD).collectAsList()) {
            String kind = row.getAs("reciprocity") + ", " + row.getAs("neighbour_band");
            hazards.put(kind + ", " + row.<Double>getAs("age_days_from").intValue(), row);
        }
        for (String between : List.of("none", "4 to 15")) {
            for (int from : List.of(2, 32)) {
                String one = ", " + between + ", " + from;
                assertBelow(hazards, "mutual" + one, "one-sided" + one);
            }
        }
        for (String kind : List.of("mutual, none", "one-sided, none", "one-sided, 4 to 15")) {
            assertBelow(hazards, kind + ", 32", kind + ", 2");
        }
        assertBelow(hazards, "mutual, 4 to 15, 2", "mutual, none, 2");
        assertBelow(hazards, "one-sided, 4 to 15, 32", "one-sided, none, 32");
        assertCovers(hazards.get("one-sided, none, 4"), planted(5, false, 0));
        assertCovers(hazards.get("mutual, 4 to 15, 32"), planted(40, true, 8));
    }

    private static double planted(int age, boolean mutual, long between) {
        return (age < 16 ? 0.06 : 0.02) * (mutual ? 0.3 : 1) * (between > 0 ? 0.5 : 1);
    }

    private static void assertBelow(Map<String, Row> hazards, String lower, String higher) {
        double until = hazards.get(lower).getAs("hazard_high");
        double from = hazards.get(higher).getAs("hazard_low");
        assertTrue(until < from, lower + " up to " + until + ", " + higher + " from " + from);
    }

    private static void assertCovers(Row row, double planted) {
        assertTrue(
                row.<Double>getAs("hazard_low") <= planted && planted <= row.<Double>getAs("hazard_high"),
                row.toString());
    }
}
