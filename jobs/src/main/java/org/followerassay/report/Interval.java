package org.followerassay.report;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/** A lower and an upper bound. */
record Interval(double low, double high) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** What goes with a single figure. */
    static final double USUAL = z(1);

    Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a lower bound of " + low + " is above the upper of " + high);
        }
    }

    static Interval exactly(double value) {
        return new Interval(value, value);
    }

    /** Standard deviations that 95 % of {@code statements} made together, each two-sided, stay within (Bonferroni). */
    static double z(int statements) {
        return NORMAL.inverseCumulativeProbability(1 - 0.05 / (2.0 * Math.max(1, statements)));
    }

    /** The score interval of a share (Wilson 1927): never outside 0 to 1, and not of width 0 where nothing was seen. */
    static Interval wilson(double hits, double of, double z) {
        if (of <= 0) {
            return new Interval(0, 1);
        }
        double share = hits / of;
        double middle = share + z * z / (2 * of);
        double spread = z * Math.sqrt(share * (1 - share) / of + z * z / (4 * of * of));
        double scale = 1 + z * z / of;
        return new Interval(Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
    }

    /** A sum of independent weights, drawn anew: its relative error is 1 / sqrt(effective number), as for a count. */
    static Interval sum(double value, double effective, double z) {
        double spread = z * value / Math.sqrt(effective);
        return new Interval(Math.max(0, value - spread), value + spread);
    }

    /**
     * The difference of two figures measured independently, from their own intervals (Newcombe 1998; Zou and Donner 2008).
     */
    static Interval difference(double value, Interval own, double other, Interval others) {
        double below = Math.hypot(value - own.low, others.high - other);
        double above = Math.hypot(own.high - value, other - others.low);
        return new Interval(value - other - below, value - other + above);
    }

    /** The difference where the bounds are no sampling error: all that the bounds allow. */
    Interval minus(Interval other) {
        return new Interval(low - other.high, high - other.low);
    }

    Interval through(DoubleUnaryOperator increasing) {
        return new Interval(increasing.applyAsDouble(low), increasing.applyAsDouble(high));
    }
}
