package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is published leaves more than one table that it could come from, in every cell that holds somebody. */
class SafeCountsTest {
    @Test
    void smallGroupsAreHiddenOthersRoundedAndSumsMadeOfWhatIsShown() {
        assertEquals(
                "0 fewer than 10 20 = 20; 120 10 10 = 140",
                WorkedOut.shown(SafeCounts.of(new long[][] {{0, 4, 24}, {117, 10, 14}}, 10)));
        assertEquals("fewer than 10 0 = fewer than 10", WorkedOut.shown(SafeCounts.of(new long[][] {{7, 0}}, 10)));
        assertEquals("1 2 = 3", WorkedOut.shown(SafeCounts.of(new long[][] {{1, 2}}, 1)));
    }

    @Test
    void anIntervalOfAShareHoldsTheShareWhateverTheRounding() {
        for (long hits = 0; hits < 60; hits++) {
            for (long others = 10; others < 60; others += 7) {
                Measured share =
                        SafeCounts.of(new long[][] {{hits, others}}, 10).share(column -> column == 0, column -> true);
                double exact = (double) hits / (hits + others);
                assertTrue(
                        share.low() - 0.01 <= exact && exact <= share.high() + 0.01,
                        hits + " and " + others + ": " + share);
            }
        }
    }

    @ParameterizedTest(name = "{0} by {1}, counts to {2}, smallest group {3}")
    @CsvSource({"2,2,8,3", "2,2,8,5", "1,3,9,3", "2,3,4,3", "1,4,7,4"})
    void noCountCanBeWorkedOut(int rows, int columns, int most, int smallest) {
        WorkedOut found = WorkedOut.ofTables(rows, columns, most, smallest);
        assertEquals(List.of(), found.told());
        assertTrue(found.tried() > 50, found.toString());
    }

    @ParameterizedTest(name = "smallest group {0}")
    @CsvSource({"3", "5"})
    void noChangeBetweenTwoEditionsCanBeWorkedOut(int smallest) {
        WorkedOut found = WorkedOut.ofTwoEditions(smallest, 2_000);
        assertEquals(List.of(), found.told());
        assertEquals(6_000, found.tried());
    }

    @Test
    void roundingAndItsRangeAgree() {
        for (int smallest : new int[] {3, 4, 5, 10, 11}) {
            for (long count = smallest; count < 200; count++) {
                long shown = (Long) SafeCounts.alone(count, smallest);
                Interval range = SafeCounts.range(count, smallest);
                assertTrue(range.low() <= count && count <= range.high(), count + " as " + shown + " of " + smallest);
                assertEquals(0, shown % smallest);
                assertTrue(range.high() > range.low());
            }
        }
    }
}
