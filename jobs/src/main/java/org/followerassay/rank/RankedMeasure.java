package org.followerassay.rank;

import java.util.Arrays;
import org.followerassay.table.Table;

/** The accounts that have a measure, in its order, and what more followers would do to their ranks. */
final class RankedMeasure {
    private static final double PUBLISHED = Math.pow(10, Table.DECIMALS);

    private final String measure;
    private final double[] values;
    private final double[] sorted;
    private final Gain gain;

    /** The measure of an account once it has bought. */
    private interface Gain {
        double after(int account, Purchase purchase, double bought);
    }

    private RankedMeasure(String measure, double[] values, Gain gain) {
        this.measure = measure;
        this.values = values;
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.gain = gain;
    }

    /** @param attention of the same accounts, NaN where it is unknown */
    RankedMeasure(String measure, double[] values, double[] attention) {
        this(
                measure,
                values,
                (account, purchase, bought) ->
                        rounded(purchase.after(measure, values[account], attention[account], bought)));
    }

    /** The worse of two places, from both measures of each account. */
    static RankedMeasure quality(double[] attention, double[] audienceH) {
        double[] byAttention = attention.clone();
        double[] byAudience = audienceH.clone();
        Arrays.sort(byAttention);
        Arrays.sort(byAudience);
        double[] values = new double[attention.length];
        for (int account = 0; account < values.length; account++) {
            values[account] = neitherAbove(byAttention, attention[account], byAudience, audienceH[account]);
        }
        return new RankedMeasure(
                Measures.QUALITY,
                values,
                (account, purchase, bought) -> neitherAbove(
                        byAttention,
                        rounded(purchase.after(Measures.ATTENTION, attention[account], attention[account], bought)),
                        byAudience,
                        purchase.after(Measures.AUDIENCE_H, audienceH[account], attention[account], bought)));
    }

    private static double neitherAbove(double[] byAttention, double attention, double[] byAudience, double audienceH) {
        return byAttention.length - Math.max(above(byAttention, attention), above(byAudience, audienceH));
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
        double target = sorted[sorted.length - above(values[account]) + ranks - 1];
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
        return gain.after(account, purchase, (double) bought);
    }

    private static double rounded(double exact) {
        return Math.rint(exact * PUBLISHED) / PUBLISHED;
    }

    private int above(double value) {
        return above(sorted, value);
    }

    /** Accounts with more than a value. */
    private static int above(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }
}
