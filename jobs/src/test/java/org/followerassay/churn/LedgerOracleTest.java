package org.followerassay.churn;

import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.churn.LedgerOracle.Change;
import org.followerassay.churn.LedgerOracle.Pair;
import org.followerassay.churn.RandomHistory.Tie;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two thousand random histories, far apart in time and ids, as one export, against the definitions in plain Java. */
@ExtendWith(SparkTest.class)
class LedgerOracleTest {
    private static final int CASES = 2_000;
    /** Days from one history to the next, so that none is in the time of another. */
    private static final int APART = RandomHistory.DAYS + 3;

    private static final int IDS = 100;
    private static final long DAY = 86_400_000L;

    /** Low, so that lists of a few ties have every case. */
    private static final Suspects SUSPECTS = new Suspects(0.2, 2, 0.5, 1, 0.3, 0.95, 2);

    private static final Wholesale WHOLESALE = new Wholesale(0.99, 0.5, 2);
    private static final Purges PURGES = new Purges(3, 0.8, 0.3, 1.5, 0.1);

    private final List<Row> follows = new ArrayList<>();
    private final List<Row> coverage = new ArrayList<>();
    private final List<Row> lists = new ArrayList<>();
    private final List<Object[]> statuses = new ArrayList<>();
    private final List<LedgerOracle> oracles = new ArrayList<>();

    @Test
    void theLedgerIsWhatTheDefinitionsSay(Drawings draw) {
        for (int number = 0; number < CASES; number++) {
            RandomHistory history = new RandomHistory(number);
            oracles.add(new LedgerOracle(history, SUSPECTS));
            export(number, history);
        }
        TestInputs ledger = Ledger.after(inputs(draw), Ledger.steps(SUSPECTS, WHOLESALE, PURGES));

        Map<String, Integer> kinds = new TreeMap<>();
        List<String> changes = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        List<String> suspects = new ArrayList<>();
        Set<List<Long>> purges = purges();
        for (int number = 0; number < CASES; number++) {
            int here = number;
            LedgerOracle oracle = oracles.get(number);
            Map<Change, String> named = oracle.kinds(WHOLESALE, inCase(number, purges));
            named.forEach((change, kind) -> {
                kinds.merge(kind, 1, Integer::sum);
                changes.add(line(
                        id(here, change.tie().follower()),
                        id(here, change.tie().followee()),
                        kind,
                        at(here, change.earliest()),
                        at(here, change.latest())));
                honest(oracle, change);
            });
            oracle.pairs.forEach(pair -> counts.add(line(
                    id(here, pair.list().account()),
                    pair.list().ofFollowers() ? "followers" : "followees",
                    at(here, pair.before()),
                    at(here, pair.after()),
                    oracle.gained(pair),
                    oracle.lost(pair, null))));
            oracle.suspects.forEach((list, days) -> days.forEach((day, reason) -> suspects.add(line(
                    id(here, list.account()), list.ofFollowers() ? "followers" : "followees", at(here, day), reason))));
        }
        assertEquals(9, kinds.size(), "every kind must occur: " + kinds);
        assertSame(suspects, ledger, SUSPECT_SNAPSHOTS, "account", "direction", "snapshot", "reason");
        assertSame(
                counts, ledger, CHURN, "account", "direction", "snapshot_before", "snapshot_after", "gained", "lost");
        assertEquals(purges.size(), ledger.of(PURGE_CALENDAR).where("purge").count(), "purges");
        assertSame(changes, ledger, FOLLOW_CHANGES, "follower", "followee", "change", "earliest", "latest");
    }

    /** Where no list is cut without a word, every change is true: the tie is there on one side and not on the other. */
    private static void honest(LedgerOracle oracle, Change change) {
        if (oracle.history.honest) {
            assertEquals(
                    !change.thereAfter(),
                    oracle.history.truth.get(change.earliest()).contains(change.tie()),
                    change.toString());
            assertEquals(
                    change.thereAfter(),
                    oracle.history.truth.get(change.latest()).contains(change.tie()),
                    change.toString());
        }
    }

    /** Pairs of instants in which the median list lost far more than the median pair of instants. */
    private Set<List<Long>> purges() {
        Map<List<Long>, List<Double>> losses = new HashMap<>();
        for (int number = 0; number < CASES; number++) {
            LedgerOracle oracle = oracles.get(number);
            for (Pair pair : oracle.pairs) {
                int listed = oracle.history
                        .lists
                        .get(pair.list())
                        .get(pair.before())
                        .ties()
                        .size();
                if (pair.list().ofFollowers() && listed > 0) {
                    double loss = (oracle.lost(pair, null) - oracle.lost(pair, "alive")) / (double) listed;
                    List<Long> when = List.of(at(number, pair.before()), at(number, pair.after()));
                    losses.computeIfAbsent(when, unseen -> new ArrayList<>()).add(loss);
                }
            }
        }
        losses.values().removeIf(lists -> lists.size() < PURGES.listsMin());
        List<Double> perDay = new ArrayList<>();
        losses.forEach((when, lists) -> perDay.add(median(lists) * DAY / (when.get(1) - when.get(0))));
        double ordinary = median(perDay);
        Set<List<Long>> purges = new HashSet<>();
        losses.forEach((when, lists) -> {
            double losing = lists.stream().filter(loss -> loss > 0).count() / (double) lists.size();
            double days = (when.get(1) - when.get(0)) / (double) DAY;
            double median = median(lists);
            if (losing >= PURGES.losingShare()
                    && median >= PURGES.lossMin()
                    && median >= ordinary * days * PURGES.times()) {
                purges.add(when);
            }
        });
        assertTrue(purges.size() > 10, "too calm: " + purges.size());
        return purges;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Set<List<Integer>> inCase(int number, Set<List<Long>> purges) {
        Set<List<Integer>> here = new HashSet<>();
        for (int before = 0; before < RandomHistory.DAYS; before++) {
            for (int after = before + 1; after < RandomHistory.DAYS; after++) {
                if (purges.contains(List.of(at(number, before), at(number, after)))) {
                    here.add(List.of(before, after));
                }
            }
        }
        return here;
    }

    private void export(int number, RandomHistory history) {
        for (int day = 0; day < RandomHistory.DAYS; day++) {
            Timestamp snapshot = new Timestamp(at(number, day));
            for (Map.Entry<Tie, Long> tie : history.ties(day).entrySet()) {
                follows.add(RowFactory.create(
                        snapshot,
                        id(number, tie.getKey().followee()),
                        id(number, tie.getKey().follower()),
                        tie.getValue(),
                        null));
            }
            history.statuses
                    .get(day)
                    .forEach((account, status) -> statuses.add(new Object[] {snapshot, id(number, account), status}));
        }
        history.lists.forEach((list, days) -> days.forEach((day, shown) -> {
            Timestamp snapshot = new Timestamp(at(number, day));
            long account = id(number, list.account());
            String direction = list.ofFollowers() ? "followers" : "followees";
            long listed = shown.ties().size();
            coverage.add(RowFactory.create(snapshot, account, direction, listed, null, shown.complete(), null));
            lists.add(RowFactory.create(snapshot, account, direction, "input", listed, null, null, null));
        }));
    }

    private TestInputs inputs(Drawings draw) {
        List.of(follows, coverage, lists).forEach(rows -> Collections.shuffle(rows, new Random(1)));
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(LISTS, draw.rows(LISTS, lists))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS, List.of("snapshot", "account", "status"), statuses.toArray(Object[][]::new)));
    }

    private static void assertSame(
            List<String> expected, TestInputs ledger, org.followerassay.table.Table table, String... columns) {
        List<String> actual = new ArrayList<>();
        for (Row row : ledger.of(table).collectAsList()) {
            actual.add(line(Arrays.stream(columns)
                    .map(column -> value(row.getAs(column)))
                    .toArray()));
        }
        Collections.sort(expected);
        Collections.sort(actual);
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(new HashSet<>(actual));
        List<String> surplus = new ArrayList<>(actual);
        surplus.removeAll(new HashSet<>(expected));
        assertEquals(
                List.of(),
                missing.subList(0, Math.min(5, missing.size())),
                "not in " + table + "; which has instead: "
                        + surplus.stream().limit(5).toList());
        assertEquals(expected, actual);
    }

    private static Object value(Object cell) {
        return cell instanceof Timestamp time ? (Object) time.getTime() : cell;
    }

    private static String line(Object... cells) {
        return Arrays.toString(cells);
    }

    private static long id(int number, int account) {
        return (long) number * IDS + account + 1;
    }

    private static long at(int number, int day) {
        return (10_000L + (long) number * APART + day) * DAY;
    }
}
