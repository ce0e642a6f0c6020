package org.followerassay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What a reader who knows the method exactly, and has all the time there is, can work out of published counts: the reader tries
 * all tables, and keeps those that would have been published alike. Each count of somebody must have two values among them at
 * least, sums and differences of editions too.
 *
 * @param tried counts that somebody is in, once for each table that can be published
 * @param told those that can have one value only, each in a sentence
 */
public record WorkedOut(long tried, List<String> told) {
    private static final long SEED = 17;

    /** All tables with counts up to a number, with their sums. */
    public static WorkedOut ofTables(int rows, int columns, int most, int smallest) {
        List<String> told = new ArrayList<>();
        long tried = 0;
        for (var group : groups(rows, columns, most, smallest).entrySet()) {
            List<long[]> possible = group.getValue();
            for (int cell = 0; cell < possible.get(0).length; cell++) {
                Set<Long> values = new HashSet<>();
                for (long[] table : possible) {
                    values.add(table[cell]);
                }
                // The largest counts of all have no larger neighbour among the tables tried here.
                boolean edge = values.size() == 1 && values.iterator().next() >= most;
                if (!values.equals(Set.of(0L)) && !edge) {
                    tried++;
                    if (values.size() == 1) {
                        told.add(group.getKey() + ": count " + cell + " can only be " + values);
                    }
                }
            }
        }
        return new WorkedOut(tried, told);
    }

    /** Two editions of three groups, drawn at random: their changes can be worked out no better than two ranges allow. */
    public static WorkedOut ofTwoEditions(int smallest, int pairs) {
        Random random = new Random(SEED);
        int most = 2 * smallest;
        List<List<long[]>> all = new ArrayList<>(groups(1, 3, most, smallest).values());
        List<String> told = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            List<long[]> before = all.get(random.nextInt(all.size()));
            List<long[]> after = all.get(random.nextInt(all.size()));
            for (int cell = 0; cell < 3; cell++) {
                Set<Long> changes = new HashSet<>();
                for (long[] one : before) {
                    for (long[] other : after) {
                        changes.add(other[cell] - one[cell]);
                    }
                }
                boolean edge =
                        changes.size() == 1 && Math.abs(changes.iterator().next()) >= most;
                if (!changes.equals(Set.of(0L)) && !edge && changes.size() == 1) {
                    told.add("a change can only be " + changes);
                }
            }
        }
        return new WorkedOut(3L * pairs, told);
    }

    /** Tables with their sums, by what is published of them. */
    private static Map<String, List<long[]>> groups(int rows, int columns, int most, int smallest) {
        Map<String, List<long[]>> groups = new HashMap<>();
        long tables = Math.round(Math.pow(most + 1, rows * columns));
        for (long table = 0; table < tables; table++) {
            long[] cells = cells(table, rows * columns, most);
            groups.computeIfAbsent(shown(SafeCounts.of(shaped(cells, columns), smallest)), any -> new ArrayList<>())
                    .add(withSums(cells, columns));
        }
        return groups;
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

    static String shown(SafeCounts safe) {
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
