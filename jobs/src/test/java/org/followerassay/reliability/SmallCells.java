package org.followerassay.reliability;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.report.WorkedOut;

/** R12: counts of few, by what an edition publishes of them, and by the difference of two editions. */
final class SmallCells {
    /** Rows, columns, largest count and smallest group of the tables, of which all are tried. */
    private static final int[][] TABLES = {
        {2, 2, 8, 3},
        {2, 2, 8, 5},
        {1, 3, 9, 3},
        {2, 3, 4, 3},
        {1, 4, 7, 4},
        {2, 2, 24, 10},
        {1, 4, 24, 10},
        {1, 3, 60, 10}
    };

    static Outcome outcome(boolean quick) {
        long tried = 0;
        long tables = 0;
        List<String> told = new ArrayList<>();
        for (int[] form : quick ? List.of(TABLES).subList(0, 5) : List.of(TABLES)) {
            WorkedOut one = WorkedOut.ofTables(form[0], form[1], form[2], form[3]);
            tried += one.tried();
            tables += Math.round(Math.pow(form[2] + 1.0, (double) form[0] * form[1]));
            told.addAll(one.told());
        }
        for (int smallest : new int[] {3, 5, 10}) {
            WorkedOut two = WorkedOut.ofTwoEditions(smallest, quick ? 200 : 2_000);
            tried += two.tried();
            told.addAll(two.told());
        }
        return new Outcome(
                tried,
                told,
                String.format(
                        java.util.Locale.ROOT,
                        "counts and sums of all %,d tables of some forms, and changes between two editions",
                        tables));
    }

    private SmallCells() {}
}
