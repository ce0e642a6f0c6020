package org.followerassay.rank;

import org.followerassay.table.Table;

/** The accounts that have a measure, in its order, and what more followers would do to their ranks. */
final class RankedMeasure {
    private static final double PUBLISHED = Math.pow(10, Table.DECIMALS);

    private final String measure;
    private final double[] values;
    private final double[] attention;

    /** @param values sorted; attention of the same accounts, NaN where it is unknown */
    RankedMeasure(String measure, double[] values, double[] attention) {
        this.measure = measure;
        this.values = values;
        this.attention = attention;
    }

    String measure() {
        return measure;
    }

    /** Ranks that one account gains by so many bought followers, all others as they are; below 0 where it loses. */
    long lift(int account, Purchase purchase, long bought) {
        double after = after(account, purchase, bought);
        int itself = after < values[account] ? 1 : 0;
        return (long) above(values[account]) - above(after) + itself;
    }

    /** Whether there are so many ranks to gain. */
    boolean canClimb(int account, int ranks) {
        return above(values[account]) >= ranks;
    }

    /** The fewest bought followers that gain so many ranks; infinity if no number up to the most does. */
    double needed(int account, Purchase purchase, int ranks, long most) {
        double target = values[values.length - above(values[account]) + ranks - 1];
        long enough = 1;
        while (enough < most && after(account, purchase, enough) < target) {
            enough *= 2;
        }
        if (after(account, purchase, enough) < target) {
            return Double.POSITIVE_INFINITY;
        }
        long tooFew = enough / 2;
        while (enough - tooFew > 1) {
            long between = (enough + tooFew) / 2;
            if (after(account, purchase, between) < target) {
                tooFew = between;
            } else {
                enough = between;
            }
        }
        return enough;
    }

    private double after(int account, Purchase purchase, long bought) {
        double exact = purchase.after(measure, values[account], attention[account], (double) bought);
        return Math.rint(exact * PUBLISHED) / PUBLISHED;
    }

    /** Accounts with more than a value. */
    private int above(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.length - low;
    }
}
