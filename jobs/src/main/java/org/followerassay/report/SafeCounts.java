package org.followerassay.report;

import java.util.function.IntPredicate;

/**
 * Counts of accounts by two properties, such that nobody is told by them.
 *
 * <p>Every count stands for a range of its own: one below the smallest group is hidden, every other one is a multiple of
 * it. Sums are made of the counts as they are shown, not of the accounts, so that a sum less its other parts tells no
 * more than the parts do, and a reader who knows this method has nothing to gain from it. (Sums of the accounts
 * themselves would need further counts withheld, and which were withheld would tell of them again.) The difference of
 * two editions is the difference of two ranges.
 */
final class SafeCounts {
    private final long[][] counts;
    private final int smallest;

    private SafeCounts(long[][] counts, int smallest) {
        this.counts = counts;
        this.smallest = smallest;
    }

    /** @param smallest 1 for counts as they are; 2 would say that a hidden count is 1 */
    static SafeCounts of(long[][] counts, int smallest) {
        return new SafeCounts(counts, smallest);
    }

    /** A count: a multiple of the smallest group, or hidden. Zero is nobody, and shown. */
    static Object alone(long count, int smallest) {
        if (count == 0 || smallest == 1) {
            return count;
        }
        return count < smallest ? new Hidden(smallest) : (Object) ((count + smallest / 2) / smallest * smallest);
    }

    /** What a count may be, as far as it is shown. */
    static Interval range(long count, int smallest) {
        if (!(alone(count, smallest) instanceof Long shown)) {
            return new Interval(1, smallest - 1);
        }
        return shown == 0 || smallest == 1
                ? Interval.exactly((double) shown)
                : new Interval(
                        (double) Math.max(smallest, shown - smallest / 2), (double) (shown + (smallest - 1) / 2));
    }

    int rows() {
        return counts.length;
    }

    int columns() {
        return counts[0].length;
    }

    Object shown(int row, int column) {
        return alone(counts[row][column], smallest);
    }

    /** The sum of some counts as they are shown, each hidden one taken for half a group. */
    Object sum(IntPredicate rows, IntPredicate columns) {
        double middle = middle(rows, columns);
        return middle > 0 && middle < smallest ? new Hidden(smallest) : (Object) ((long) middle / smallest * smallest);
    }

    /** The share of some columns in all of them, over all rows; the interval allows for the rounding of every count. */
    Measured share(IntPredicate some, IntPredicate of) {
        IntPredicate rest = of.and(some.negate());
        Interval hits = range(row -> true, some);
        Interval others = range(row -> true, rest);
        double all = middle(row -> true, of);
        if (all < smallest) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        return Percentiles.rounded(
                middle(row -> true, some) / all,
                Interval.wilson(hits.low(), hits.low() + others.high(), Interval.USUAL)
                        .low(),
                Interval.wilson(hits.high(), hits.high() + others.low(), Interval.USUAL)
                        .high());
    }

    private double middle(IntPredicate rows, IntPredicate columns) {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                if (rows.test(row) && columns.test(column)) {
                    sum += shown(row, column) instanceof Long number ? number : smallest / 2.0;
                }
            }
        }
        return sum;
    }

    private Interval range(IntPredicate rows, IntPredicate columns) {
        double low = 0;
        double high = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                if (rows.test(row) && columns.test(column)) {
                    Interval one = range(counts[row][column], smallest);
                    low += one.low();
                    high += one.high();
                }
            }
        }
        return new Interval(low, high);
    }
}
