package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is published leaves more than one table that it could come from, in every cell that holds somebody. */
class SafeCountsTest {
    @Test
    void smallGroupsAreHiddenOthersRoundedAndSumsMadeOfWhatIsShown() {
        assertEquals(
                "0 fewer than 10 20 = 20; 120 10 10 = 140",
                shown(SafeCounts.of(new long[][] {{0, 4, 24}, {117, 10, 14}}, 10)));
        assertEquals("fewer than 10 0 = fewer than 10", shown(SafeCounts.of(new long[][] {{7, 0}}, 10)));
        assertEquals("1 2 = 3", shown(SafeCounts.of(new long[][] {{1, 2}}, 1)));
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

    /**
     * All tables with counts up to a number, by what is published of them: a reader who knows the method exactly knows no
     * more than that the table is one of its group. Each count of somebody must have two values there at least, sums too.
     */
    @ParameterizedTest(name = "{0} by {1}, counts to {2}, smallest group {3}")
    @CsvSource({"2,2,8,3", "2,2,8,5", "1,3,9,3", "2,3,4,3", "1,4,7,4"})
    void noCountCanBeWorkedOut(int rows, int columns, int most, int smallest) {
        Map<String, List<long[]>> groups = new HashMap<>();
        long tables = Math.round(Math.pow(most + 1, rows * columns));
        for (long table = 0; table < tables; table++) {
            long[] cells = cells(table, rows * columns, most);
            groups.computeIfAbsent(shown(SafeCounts.of(shaped(cells, columns), smallest)), any -> new ArrayList<>())
                    .add(withSums(cells, columns));
        }
        groups.forEach((shown, possible) -> {
            for (int cell = 0; cell < possible.get(0).length; cell++) {
                Set<Long> values = new HashSet<>();
                for (long[] table : possible) {
                    values.add(table[cell]);
                }
                boolean nobody = values.equals(Set.of(0L));
                // The largest counts of all have no larger neighbour among the tables tried here.
                boolean edge = values.size() == 1 && values.iterator().next() >= most;
                assertTrue(nobody || edge || values.size() > 1, shown + ": count " + cell + " can only be " + values);
            }
        });
    }

    /** Two editions: the difference of a cell can be worked out no better than its two ranges allow. */
    @ParameterizedTest(name = "smallest group {0}")
    @CsvSource({"3", "5"})
    void noChangeBetweenTwoEditionsCanBeWorkedOut(int smallest) {
        Random random = new Random(17);
        Map<String, List<long[]>> groups = new HashMap<>();
        int most = 2 * smallest;
        long tables = Math.round(Math.pow(most + 1, 3));
        for (long table = 0; table < tables; table++) {
            long[] cells = cells(table, 3, most);
            groups.computeIfAbsent(shown(SafeCounts.of(shaped(cells, 3), smallest)), any -> new ArrayList<>())
                    .add(withSums(cells, 3));
        }
        List<List<long[]>> all = new ArrayList<>(groups.values());
        for (int trial = 0; trial < 2_000; trial++) {
            List<long[]> before = all.get(random.nextInt(all.size()));
            List<long[]> after = all.get(random.nextInt(all.size()));
            for (int cell = 0; cell < 3; cell++) {
                Set<Long> changes = new HashSet<>();
                for (long[] one : before) {
                    for (long[] other : after) {
                        changes.add(other[cell] - one[cell]);
                    }
                }
                boolean none = changes.equals(Set.of(0L));
                boolean edge =
                        changes.size() == 1 && Math.abs(changes.iterator().next()) >= most;
                assertTrue(none || edge || changes.size() > 1, "a change can only be " + changes);
            }
        }
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

    private static long[] cells(long table, int cells, int most) {
        long[] counts = new long[cells];
        long rest = table;
        for (int i = 0; i < cells; i++) {
            counts[i] = rest % (most + 1);
            rest /= most + 1;
        }
        return counts;
    }

    private static long[][] shaped(long[] cells, int columns) {
        long[][] table = new long[cells.length / columns][columns];
        for (int i = 0; i < cells.length; i++) {
            table[i / columns][i % columns] = cells[i];
        }
        return table;
    }

    /** The cells, then the sums of rows, then of columns. */
    private static long[] withSums(long[] cells, int columns) {
        long[] all = Arrays.copyOf(cells, cells.length + cells.length / columns + columns);
        for (int i = 0; i < cells.length; i++) {
            all[cells.length + i / columns] += cells[i];
            all[cells.length + cells.length / columns + i % columns] += cells[i];
        }
        return all;
    }

    private static String shown(SafeCounts safe) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < safe.rows(); row++) {
            int own = row;
            text.append(row > 0 ? "; " : "");
            for (int column = 0; column < safe.columns(); column++) {
                text.append(safe.shown(row, column)).append(" ");
            }
            text.append("= ").append(safe.sum(any -> any == own, any -> true));
        }
        return text.toString();
    }
}
