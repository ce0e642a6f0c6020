package org.followerassay.churn;

import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots in one go, one after another, and late: the ledger is the same, and only parts that may differ are computed. */
@ExtendWith(SparkTest.class)
class ReplayTest {
    private static final int CASES = 60;
    private static final Suspects SUSPECTS = new Suspects(0.2, 2, 0.5, 1, 0.3, 0.95, 2);
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);
    private static final long FIRST_DAY = 20_000;

    private final List<RandomHistory> histories =
            IntStream.range(0, CASES).mapToObj(RandomHistory::new).toList();

    @TempDir
    Path folder;

    @Test
    void replayingAllSnapshotsGivesTheLedgerOfOneAfterAnotherAndOfALateOne(Drawings draw) {
        Warehouse whole = warehouse("whole");
        take(draw, whole, List.of(0, 1, 2, 3, 4));

        Warehouse grown = warehouse("grown");
        Map<String, String> three = take(draw, grown, List.of(0, 1, 3));
        Map<String, String> four = take(draw, grown, List.of(4));
        Map<String, String> late = take(draw, grown, List.of(2));

        assertEquals(List.of(part(1), part(3)), List.copyOf(three.keySet()));
        assertEquals(List.of(part(1), part(3), part(4)), List.copyOf(four.keySet()));
        assertEquals(three.get(part(1)), four.get(part(1)), "day 4 leaves day 1 as it is");
        assertEquals(three.get(part(3)), four.get(part(3)), "day 4 leaves day 3 as it is");
        assertEquals(four.get(part(1)), late.get(part(1)), "day 2 leaves day 1 as it is");
        assertTrue(!four.get(part(3)).equals(late.get(part(3))), "day 3 now comes after day 2");
        for (Table table : List.of(CHANGED_TIES, SUSPECT_SNAPSHOTS, FOLLOW_CHANGES)) {
            List<String> rows = rows(draw, whole, table);
            assertTrue(rows.size() > 20, table + " has " + rows.size() + " rows");
            assertEquals(rows, rows(draw, grown, table), table.name());
        }
    }

    private static String part(int day) {
        return "changed ties/" + (FIRST_DAY + day);
    }

    /** Adds snapshots as inputs, and brings the ledger up to date; the parts of the changed ties with their paths. */
    private Map<String, String> take(Drawings draw, Warehouse warehouse, List<Integer> days) {
        Manifest manifest = warehouse.publish(draw.session(), RUN, draft -> {
            for (int day : days) {
                write(draw, draft, day);
            }
            // The last two steps count what is in the ledger.
            List<Derivation> steps = Arrays.asList(Ledger.steps(SUSPECTS, Wholesale.defaults(), Purges.defaults()));
            Pipeline.of(steps.subList(0, steps.size() - 2)).run(draft, Progress.SILENT);
        });
        Map<String, String> parts = new TreeMap<>();
        manifest.parts(CHANGED_TIES.name()).forEach(part -> parts.put(part.name(), part.path()));
        return parts;
    }

    private void write(Drawings draw, Draft draft, int day) {
        String input = "input " + day;
        Timestamp snapshot = new Timestamp((FIRST_DAY + day) * 86_400_000L);
        Map<Table, List<Row>> rows = new HashMap<>();
        List.of(FOLLOWS, LISTS, COVERAGE, ACCOUNTS).forEach(table -> rows.put(table, new ArrayList<>()));
        List<Object[]> statuses = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            long ids = number * 100L + 1;
            RandomHistory history = histories.get(number);
            history.ties(day)
                    .forEach((tie, place) -> rows.get(FOLLOWS)
                            .add(RowFactory.create(snapshot, ids + tie.followee(), ids + tie.follower(), place, null)));
            history.lists.forEach((list, days) -> {
                RandomHistory.Shown shown = days.get(day);
                if (shown != null) {
                    long listed = shown.ties().size();
                    String direction = list.ofFollowers() ? "followers" : "followees";
                    long account = ids + list.account();
                    rows.get(LISTS)
                            .add(RowFactory.create(snapshot, account, direction, input, listed, null, null, null));
                    rows.get(COVERAGE)
                            .add(RowFactory.create(snapshot, account, direction, listed, null, shown.complete(), null));
                }
            });
            history.statuses
                    .get(day)
                    .forEach((account, status) -> statuses.add(new Object[] {snapshot, ids + account, status}));
        }
        for (Table table : List.of(FOLLOWS, LISTS, COVERAGE)) {
            draft.write(table, input, input, draw.rows(table, rows.get(table)));
        }
        draft.write(
                ACCOUNTS,
                input,
                input,
                draw.rows(ACCOUNTS, List.of("snapshot", "account", "status"), statuses.toArray(Object[][]::new)));
    }

    private static List<String> rows(Drawings draw, Warehouse warehouse, Table table) {
        return warehouse.tables(draw.session(), warehouse.published()).of(table).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private Warehouse warehouse(String name) {
        return Warehouse.at(folder.resolve(name).toString(), new Configuration());
    }
}
