package org.followerassay.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parcels and their comparison without Spark, beside sets of ties. */
class OneSidedTiesTest {
    private record Tie(long owner, long other) {}

    @ParameterizedTest(name = "{0} places")
    @ValueSource(ints = {1, 2, 7, 64})
    void howeverManyPlacesTheOneSidedTiesAreThoseOfSets(int places) {
        Random random = new Random(places);
        Set<Tie> before = ties(random, 20_000);
        Set<Tie> after = new HashSet<>(before);
        after.removeIf(tie -> random.nextInt(10) == 0);
        after.addAll(ties(random, 3_000));
        List<Row> rows = new ArrayList<>();
        before.forEach(tie -> rows.add(row(tie, 1, 2, false)));
        after.forEach(tie -> rows.add(row(tie, 1, 2, true)));
        // Another pair of snapshots shows the same ties on both sides, and has no change.
        after.forEach(tie -> rows.add(row(tie, 2, 3, false)));
        after.forEach(tie -> rows.add(row(tie, 2, 3, true)));

        Set<String> expected = new TreeSet<>();
        before.stream().filter(tie -> !after.contains(tie)).forEach(tie -> expected.add(tie + " gone"));
        after.stream().filter(tie -> !before.contains(tie)).forEach(tie -> expected.add(tie + " new"));
        Set<String> found = new TreeSet<>();
        for (Row change : compared(rows.iterator(), places, 2)) {
            assertEquals(1, change.getLong(1));
            String which = change.getBoolean(5) ? " new" : " gone";
            assertTrue(found.add(new Tie(change.getLong(3), change.getLong(4)) + which), "twice: " + change);
        }
        assertTrue(expected.size() > 4_000);
        assertEquals(expected, found);
    }

    @Test
    void aChangeKeepsThePlaceAndTheTimeOfItsTie() {
        List<Row> rows = List.of(
                RowFactory.create(1L, 5L, 1L, 2L, false, 40L, 1000L),
                RowFactory.create(1L, 6L, 1L, 2L, false, 41L, null),
                RowFactory.create(1L, 6L, 1L, 2L, true, 40L, 900L),
                RowFactory.create(1L, 7L, 1L, 2L, true, 41L, null),
                // The same list from two exports, one of which knows less.
                RowFactory.create(1L, 8L, 1L, 2L, true, null, 950L),
                RowFactory.create(1L, 8L, 1L, 2L, true, 42L, null));
        List<String> found = compared(rows.iterator(), 1, 4).stream()
                .map(Row::toString)
                .sorted()
                .toList();
        assertEquals(
                List.of("[true,1,2,1,5,false,40,1000]", "[true,1,2,1,7,true,41,null]", "[true,1,2,1,8,true,42,950]"),
                found);
    }

    @Test
    void noTiesMakeNoParcels() {
        assertEquals(List.of(), compared(List.<Row>of().iterator(), 3, 2));
    }

    private static List<Row> compared(Iterator<Row> ties, int places, int width) {
        List<Row> parcels = new ArrayList<>();
        new TieParcels(true, places, width).call(ties).forEachRemaining(parcels::add);
        parcels.sort(Comparator.<Row, Integer>comparing(row -> row.getInt(0))
                .thenComparing(row -> row.getLong(2))
                .thenComparing(row -> row.getLong(3))
                .thenComparing(row -> row.getBoolean(4)));
        List<Row> changes = new ArrayList<>();
        new OneSidedTies(width).call(parcels.iterator()).forEachRemaining(changes::add);
        return changes;
    }

    /** Some owners have long lists, some accounts have ids that differ in one bit. */
    private static Set<Tie> ties(Random random, int count) {
        Set<Tie> ties = new HashSet<>();
        while (ties.size() < count) {
            ties.add(new Tie(random.nextInt(1 + random.nextInt(1_000)), 1L << 62 | random.nextInt(5_000)));
        }
        return ties;
    }

    private static Row row(Tie tie, long before, long after, boolean isLater) {
        return RowFactory.create(tie.owner(), tie.other(), before, after, isLater, null, null);
    }
}
