package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger of random lists, against its definition in plain Java and against what must hold of any ledger. */
@ExtendWith(SparkTest.class)
class LedgerLawsTest {
    private static final int ACCOUNTS = 6;
    private static final int DAYS = 6;

    /** Low enough that some of these short lists are suspect. */
    private static final Suspects SUSPECTS = new Suspects(0.5, 2, 1);

    @ParameterizedTest(name = "random lists, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void agreesWithItsDefinition(int seed, Drawings draw) {
        Lists lists = Lists.random(seed);
        TestInputs ledger = ledger(lists.written(new History(draw), false));
        Map<String, String> changes = new TreeMap<>();
        Map<String, String> churn = new TreeMap<>();
        Map<String, TreeMap<Integer, Boolean>> sightings = new TreeMap<>();
        for (Row pair : ledger.of(SNAPSHOT_PAIRS).where("usable").collectAsList()) {
            String account = draw.name(pair.getAs("account"));
            String direction = pair.getAs("direction");
            int before = dayOf(pair, "snapshot_before");
            int after = dayOf(pair, "snapshot_after");
            int[] counts = new int[3];
            for (int other = 0; other < ACCOUNTS; other++) {
                String tie = direction.equals("followers") ? "n" + other + account : account + "n" + other;
                boolean was = lists.shown(before).contains(tie);
                boolean is = lists.shown(after).contains(tie);
                counts[0] += is && !was ? 1 : 0;
                counts[1] += was && !is ? 1 : 0;
                counts[2] += was && is ? 1 : 0;
                if (was || is) {
                    sightings.computeIfAbsent(tie, unseen -> new TreeMap<>()).put(before, was);
                    sightings.get(tie).put(after, is);
                }
            }
            churn.put(account + direction + before + after, counts[0] + " " + counts[1] + " " + counts[2]);
        }
        sightings.forEach((tie, timeline) -> {
            Map.Entry<Integer, Boolean> last = null;
            for (Map.Entry<Integer, Boolean> sighting : timeline.entrySet()) {
                if (last != null && !last.getValue().equals(sighting.getValue())) {
                    changes.put(tie + last.getKey() + sighting.getKey(), sighting.getValue() ? "follow" : "unfollow");
                }
                last = sighting;
            }
        });

        Map<String, String> actualChanges = new TreeMap<>();
        rows(ledger, FOLLOW_CHANGES)
                .forEach(row -> actualChanges.put(
                        tie(row, draw) + dayOf(row, "earliest") + dayOf(row, "latest"), row.getAs("change")));
        Map<String, String> actualChurn = new TreeMap<>();
        rows(ledger, CHURN)
                .forEach(row -> actualChurn.put(
                        draw.name(row.getAs("account"))
                                + row.getAs("direction")
                                + dayOf(row, "snapshot_before")
                                + dayOf(row, "snapshot_after"),
                        row.getAs("gained") + " " + row.getAs("lost") + " " + row.getAs("kept")));
        assertTrue(changes.size() > 5, "the lists are too calm to test anything: " + changes);
        assertEquals(changes, actualChanges);
        assertEquals(churn, actualChurn);
    }

    @ParameterizedTest(name = "random lists, seed {0}")
    @ValueSource(ints = {11, 12, 13})
    void everyChangeIsTrueWhereTheListsAre(int seed, Drawings draw) {
        Lists lists = Lists.random(seed);
        for (Row change : rows(ledger(lists.written(new History(draw), false)), FOLLOW_CHANGES)) {
            boolean followed = change.getAs("change").equals("follow");
            String tie = tie(change, draw);
            assertEquals(!followed, lists.there(tie, dayOf(change, "earliest")), change.toString());
            assertEquals(followed, lists.there(tie, dayOf(change, "latest")), change.toString());
        }
    }

    @ParameterizedTest(name = "random lists, seed {0}")
    @ValueSource(ints = {21, 22, 23})
    void reversingTimeSwapsFollowAndUnfollow(int seed, Drawings draw) {
        Lists lists = Lists.random(seed);
        List<String> forwards = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        for (Row row : rows(ledger(lists.written(new History(draw), false)), FOLLOW_CHANGES)) {
            forwards.add(tie(row, draw) + row.getAs("change") + dayOf(row, "earliest") + dayOf(row, "latest"));
        }
        for (Row row : rows(ledger(lists.written(new History(draw), true)), FOLLOW_CHANGES)) {
            String swapped = row.getAs("change").equals("follow") ? "unfollow" : "follow";
            backwards.add(
                    tie(row, draw) + swapped + (DAYS + 1 - dayOf(row, "latest")) + (DAYS + 1 - dayOf(row, "earliest")));
        }
        assertEquals(new TreeSet<>(forwards), new TreeSet<>(backwards));
        assertEquals(forwards.size(), backwards.size());
    }

    @ParameterizedTest(name = "random lists, seed {0}")
    @ValueSource(ints = {31, 32})
    void anAccountWithoutTiesChangesNothingElse(int seed, Drawings draw) {
        Lists lists = Lists.random(seed);
        TestInputs without = ledger(lists.written(new History(draw), false));
        History lonely = lists.written(new History(draw), false);
        IntStream.rangeClosed(1, DAYS).forEach(day -> lonely.followers(day, "lonely"));
        TestInputs with = ledger(lonely);

        assertEquals(sorted(rows(without, FOLLOW_CHANGES)), sorted(rows(with, FOLLOW_CHANGES)));
        assertEquals(
                sorted(rows(without, CHURN)),
                sorted(with.of(CHURN).where("account <> " + draw.id("lonely")).collectAsList()));
    }

    private static TestInputs ledger(History history) {
        return history.after(new SnapshotPairs(SUSPECTS), new FollowChanges(), new Churn());
    }

    private static List<Row> rows(TestInputs ledger, Table table) {
        return ledger.of(table).collectAsList();
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    private static String tie(Row change, Drawings draw) {
        return draw.name(change.getAs("follower")) + draw.name(change.getAs("followee"));
    }

    private static int dayOf(Row row, String column) {
        return (int) ((row.<Timestamp>getAs(column).getTime() - day(1).getTime()) / 86_400_000) + 1;
    }

    /** Who follows whom on each day, and which lists an export holds of it, complete or not. */
    private record Lists(List<TreeSet<String>> truth, List<Listed> listed) {
        private record Listed(int day, int account, String direction, boolean complete, List<String> others) {}

        static Lists random(int seed) {
            Random random = new Random(seed);
            List<TreeSet<String>> truth = new ArrayList<>();
            TreeSet<String> ties = new TreeSet<>();
            for (int day = 1; day <= DAYS; day++) {
                for (int i = 0; i < ACCOUNTS * ACCOUNTS; i++) {
                    String tie = "n" + i / ACCOUNTS + "n" + i % ACCOUNTS;
                    boolean flips = i / ACCOUNTS != i % ACCOUNTS && random.nextInt(3) == 0;
                    if (flips && !ties.remove(tie)) {
                        ties.add(tie);
                    }
                }
                truth.add(new TreeSet<>(ties));
            }
            List<Listed> listed = new ArrayList<>();
            for (int day = 1; day <= DAYS; day++) {
                for (int account = 0; account < ACCOUNTS; account++) {
                    for (String direction : List.of("followers", "followees")) {
                        if (random.nextInt(4) > 0) {
                            boolean complete = random.nextInt(5) > 0;
                            List<String> others = others(truth.get(day - 1), account, direction)
                                    .filter(other -> complete || random.nextBoolean())
                                    .toList();
                            listed.add(new Listed(day, account, direction, complete, others));
                        }
                    }
                }
            }
            return new Lists(truth, listed);
        }

        private static Stream<String> others(TreeSet<String> ties, int account, String direction) {
            return IntStream.range(0, ACCOUNTS)
                    .mapToObj(other -> "n" + other)
                    .filter(other -> ties.contains(
                            direction.equals("followers") ? other + "n" + account : "n" + account + other));
        }

        boolean there(String tie, int day) {
            return truth.get(day - 1).contains(tie);
        }

        /** The ties that some list of the day shows. */
        TreeSet<String> shown(int day) {
            TreeSet<String> shown = new TreeSet<>();
            for (Listed list : listed) {
                for (String other : list.day == day ? list.others : List.<String>of()) {
                    shown.add(
                            list.direction.equals("followers")
                                    ? other + "n" + list.account
                                    : "n" + list.account + other);
                }
            }
            return shown;
        }

        History written(History history, boolean reversed) {
            for (Listed list : listed) {
                history.list(
                        reversed ? DAYS + 1 - list.day : list.day,
                        "n" + list.account,
                        list.direction,
                        list.complete,
                        list.others.toArray(String[]::new));
            }
            return history;
        }
    }
}
