package org.followerassay.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TieSetTest {
    /** Beside a map, which no one would do with ten million ties; few different ends, so that many places are taken. */
    @ParameterizedTest(name = "random ties, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void tiesOfOneListAloneAreTold(int seed) {
        Random random = new Random(seed);
        int width = seed % 2 == 0 ? 4 : 2;
        TieSet set = new TieSet(width);
        Map<String, String> expected = new TreeMap<>();
        Map<String, long[]> known = new TreeMap<>();
        int ends = seed < 3 ? 60 : 3_000;
        for (int i = 0; i < 8_000; i++) {
            long[] tie = {-random.nextInt(ends), random.nextInt(ends), unknownOr(random, 5), unknownOr(random, 5)};
            boolean later = random.nextBoolean();
            set.add(tie, later);
            String key = tie[0] + " " + tie[1];
            expected.merge(key, later ? "after" : "before", (one, other) -> one.equals(other) ? one : "both");
            known.merge(key, tie, TieSetTest::together);
        }
        expected.replaceAll((key, side) ->
                width == 2 || side.equals("both") ? side : side + " " + known.get(key)[2] + " " + known.get(key)[3]);
        expected.values().removeIf("both"::equals);

        assertEquals(expected, told(set, width));
    }

    private static long unknownOr(Random random, int most) {
        return random.nextInt(3) == 0 ? TieParcels.UNKNOWN : random.nextInt(most);
    }

    /** The greater place, and the earlier of the times that are known. */
    private static long[] together(long[] one, long[] other) {
        long time = one[3] == TieParcels.UNKNOWN
                ? other[3]
                : other[3] == TieParcels.UNKNOWN ? one[3] : Math.min(one[3], other[3]);
        return new long[] {one[0], one[1], Math.max(one[2], other[2]), time};
    }

    private static Map<String, String> told(TieSet set, int width) {
        Map<String, String> told = new TreeMap<>();
        set.forEachOneSided(slot -> {
            String side = set.isThereAfter(slot) ? "after" : "before";
            String more = width == 2 ? "" : " " + set.number(2, slot) + " " + set.number(3, slot);
            String twice = told.put(set.number(0, slot) + " " + set.number(1, slot), side + more);
            assertEquals(null, twice, "told twice");
        });
        return told;
    }

    @Test
    void aClearedSetHoldsNothing() {
        TieSet set = new TieSet(2);
        set.add(new long[] {1, 2}, false);
        set.clear();
        assertEquals(Map.of(), told(set, 2));

        set.add(new long[] {1, 2}, true);
        assertEquals(Map.of("1 2", "after"), told(set, 2));
    }

    @Test
    void theTwoEndsOfATieAreNotExchanged() {
        assertTrue(TieParcels.mixed(1, 2) != TieParcels.mixed(2, 1));
        TieSet set = new TieSet(2);
        set.add(new long[] {1, 2}, false);
        set.add(new long[] {2, 1}, true);

        assertEquals(Map.of("1 2", "before", "2 1", "after"), told(set, 2));
    }
}
