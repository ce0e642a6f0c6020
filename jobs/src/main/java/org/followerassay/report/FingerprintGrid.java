package org.followerassay.report;

/**
 * The grid that a fingerprint is drawn on: at most 240 by 120 cells, and so coarse that an average cell holds half of the
 * smallest group that is shown.
 *
 * @param positionStep positions per column
 * @param dayStep days of creation per row
 * @param firstDay day of the lowest row, counted from 1970-01-01
 */
record FingerprintGrid(long account, int columns, int rows, long positionStep, int firstDay, int dayStep) {
    static final int MOST_COLUMNS = 240;
    private static final int FEWEST_COLUMNS = 12;

    /** A grid over positions 0 to {@code lastPosition} and the days between two dates. */
    static FingerprintGrid over(long account, Extent extent, long mostCells, int smallestGroup) {
        double cells = Math.min((double) mostCells, 2.0 * extent.followers() / smallestGroup);
        long columns = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, (long) Math.sqrt(2 * cells)));
        long positionStep = ceil(extent.lastPosition() + 1, columns);
        int dayStep = (int) ceil(extent.lastDay() - extent.firstDay() + 1L, columns / 2);
        return new FingerprintGrid(
                account,
                (int) ceil(extent.lastPosition() + 1, positionStep),
                (int) ceil(extent.lastDay() - extent.firstDay() + 1L, dayStep),
                positionStep,
                extent.firstDay(),
                dayStep);
    }

    /** The followers of an account that have a position and a creation day, and the range of both. */
    record Extent(long followers, long lastPosition, int firstDay, int lastDay) {}

    private static long ceil(long whole, long parts) {
        return (whole + parts - 1) / parts;
    }
}
