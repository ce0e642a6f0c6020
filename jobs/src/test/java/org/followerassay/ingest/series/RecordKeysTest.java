package org.followerassay.ingest.series;

import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class RecordKeysTest {
    private static final StructType EVENTS = new StructType()
            .add("unit", "int")
            .add("line", "bigint")
            .add("follower", "bigint")
            .add("followee", "bigint")
            .add("change", "string")
            .add("earliest", "bigint")
            .add("latest", "bigint")
            .add("record_key", "string")
            .add("followed_at", "bigint");

    /** One line of an export: {@code followee} is null if it does not say. */
    private record Event(int unit, long line, long follower, Long followee, String change, long time, String key) {
        Row row() {
            return RowFactory.create(unit, line, follower, followee, change, time, time, key, null);
        }
    }

    @Test
    void anUnfollowEndsTheTieThatItsRecordBegan(Drawings draw) {
        assertResolved(
                draw,
                """
                line  followee  change    resolution
                1     bob       follow    -
                2     bob       unfollow  -
                3     bob       follow    -
                """,
                event(draw, 1, "bob", "follow", "a"),
                event(draw, 2, null, "unfollow", "a"),
                event(draw, 3, "bob", "follow", "b"));
    }

    @Test
    void aTieLivesUntilItsLastRecordIsDeleted(Drawings draw) {
        assertResolved(
                draw,
                """
                line  followee  change    resolution
                1     bob       follow    -
                2     bob       follow    not_a_change
                3     bob       unfollow  not_a_change
                4     bob       unfollow  -
                """,
                event(draw, 1, "bob", "follow", "a"),
                event(draw, 2, "bob", "follow", "b"),
                event(draw, 3, null, "unfollow", "a"),
                event(draw, 4, null, "unfollow", "b"));
    }

    @Test
    void aLineWrittenTwiceCountsOnce(Drawings draw) {
        assertResolved(
                draw,
                """
                line  followee  change    resolution
                1     bob       follow    -
                2     bob       follow    repeated
                3     bob       unfollow  -
                4     bob       unfollow  repeated
                """,
                event(draw, 1, "bob", "follow", "a"),
                event(draw, 2, "bob", "follow", "a"),
                event(draw, 3, null, "unfollow", "a"),
                event(draw, 4, null, "unfollow", "a"));
    }

    @Test
    void theEndOfARecordFromBeforeTheExportNamesNobody(Drawings draw) {
        assertResolved(
                draw,
                """
                line  followee  change    resolution
                1     -         unfollow  orphan
                2     -         unfollow  repeated
                3     bob       follow    -
                """,
                event(draw, 1, null, "unfollow", "a"),
                event(draw, 2, null, "unfollow", "a"),
                event(draw, 3, "bob", "follow", "b"));
    }

    @Test
    void eventsWithoutAKeyStayAsTheyAre(Drawings draw) {
        assertResolved(
                draw,
                """
                line  followee  change    resolution
                1     bob       follow    -
                2     bob       follow    -
                3     bob       unfollow  -
                """,
                event(draw, 1, "bob", "follow", null),
                event(draw, 2, "bob", "follow", null),
                event(draw, 3, "bob", "unfollow", null));
    }

    @Test
    void twoShufflesAreEnough(Drawings draw) {
        Dataset<Row> resolved = RecordKeys.resolve(draw.session().createDataFrame(random(1), EVENTS));

        String plan = resolved.queryExecution().executedPlan().toString();
        assertEquals(2, plan.split("Exchange hashpartitioning", -1).length - 1, plan);
    }

    @ParameterizedTest(name = "random log, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithALogReadLineByLine(int seed, Drawings draw) {
        List<Row> events = random(seed);
        Map<String, String> actual = new TreeMap<>();
        Dataset<Row> resolved = RecordKeys.resolve(draw.session().createDataFrame(events, EVENTS));
        for (Row row : resolved.limit(1_000).collectAsList()) {
            actual.put(place(row), row.getAs("followee") + " " + row.getAs("resolution"));
        }

        assertEquals(readInOrder(events), actual);
    }

    /** The definition, with the records that live in a set. */
    private static Map<String, String> readInOrder(List<Row> events) {
        List<Row> inOrder = new ArrayList<>(events);
        inOrder.sort(Comparator.<Row>comparingLong(row -> row.getLong(5))
                .thenComparingInt(row -> row.getInt(0))
                .thenComparingLong(row -> row.getLong(1)));
        Map<String, Long> begun = new HashMap<>();
        Set<String> ended = new HashSet<>();
        Set<String> endedUnbegun = new HashSet<>();
        Map<String, Set<String>> living = new HashMap<>();
        Map<String, String> resolved = new TreeMap<>();
        for (Row row : inOrder) {
            String key = row.getString(7);
            Long followee = row.isNullAt(3) ? begun.get(key) : Long.valueOf(row.getLong(3));
            Set<String> records = living.computeIfAbsent(row.getLong(2) + " " + followee, none -> new HashSet<>());
            String resolution = null;
            if (row.getString(4).equals("follow")) {
                if (begun.containsKey(key)) {
                    resolution = "repeated";
                } else {
                    begun.put(key, followee);
                    resolution = records.isEmpty() ? null : "not_a_change";
                    records.add(key);
                }
            } else if (!begun.containsKey(key)) {
                resolution = endedUnbegun.add(key) ? "orphan" : "repeated";
            } else if (!ended.add(key)) {
                resolution = "repeated";
            } else {
                records.remove(key);
                resolution = records.isEmpty() ? null : "not_a_change";
            }
            resolved.put(place(row), followee + " " + resolution);
        }
        return resolved;
    }

    private static String place(Row row) {
        return row.getInt(0) + ":" + row.getLong(1);
    }

    /** 200 lines in two files: few records and few accounts, so that everything happens, also at the same time. */
    private static List<Row> random(int seed) {
        Random random = new Random(seed);
        Map<String, Long> followees = new HashMap<>();
        List<Row> events = new ArrayList<>();
        for (int line = 1; line <= 200; line++) {
            long follower = 1 + random.nextInt(2);
            String key = follower + "/" + random.nextInt(30);
            long followee = followees.computeIfAbsent(key, unseen -> 10L + random.nextInt(3));
            boolean follow = random.nextBoolean();
            events.add(new Event(
                            random.nextInt(2),
                            line,
                            follower,
                            follow ? followee : null,
                            follow ? "follow" : "unfollow",
                            random.nextInt(150),
                            key)
                    .row());
        }
        return events;
    }

    private static Event event(Drawings draw, long line, String followee, String change, String key) {
        Long id = followee == null ? null : Long.valueOf(draw.id(followee));
        return new Event(0, line, draw.id("ann"), id, change, line, key);
    }

    private static void assertResolved(Drawings draw, String expected, Event... events) {
        List<Row> rows = List.of(events).stream().map(Event::row).toList();
        assertTable(expected, RecordKeys.resolve(draw.session().createDataFrame(rows, EVENTS)), draw);
    }
}
