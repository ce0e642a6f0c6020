package org.followerassay.report;

import java.util.function.DoubleFunction;

/**
 * One point of one account.
 *
 * @param value a Double, a {@link Hidden}, or null where the data cannot say
 * @param bounds the interval at a number of standard deviations; null where values are shown but not set in order
 * @param sampled true if the bounds are the error of a figure that could have come out otherwise, false if the truth lies
 *     anywhere between them
 * @param note how to read it, or why there is none
 */
record Reading(Object value, DoubleFunction<Interval> bounds, boolean sampled, String note) {
    static Reading unknown(String why) {
        return new Reading(null, null, false, why);
    }

    static Reading hidden(SmallGroups groups) {
        return new Reading(new Hidden(groups.smallest()), null, false, "");
    }

    /** A figure that is shown as it is, without a claim that one account is above another. */
    static Reading shown(Double value, String note) {
        return new Reading(value, null, false, note);
    }

    static Reading exactly(double value) {
        return new Reading(value, z -> Interval.exactly(value), false, "");
    }

    static Reading share(long hits, long of, String note) {
        return new Reading((double) hits / of, z -> Interval.wilson((double) hits, (double) of, z), true, note);
    }

    /** Somewhere between two bounds; the middle stands for it where one number is needed. */
    static Reading between(double low, double high, String note) {
        return new Reading((low + high) / 2, z -> new Interval(low, high), false, note);
    }

    boolean isKnown() {
        return value instanceof Double;
    }

    boolean isOrdered() {
        return isKnown() && bounds != null;
    }

    double number() {
        return (Double) value;
    }

    /** As it is shown by itself. */
    Measured measured() {
        if (!isOrdered()) {
            return new Measured(value, null, null, note);
        }
        Interval interval = bounds.apply(Interval.USUAL);
        return new Measured(value, interval.low(), interval.high(), note);
    }

    /** How far this is above the other, at a number of standard deviations. */
    Interval above(Reading other, double z) {
        return sampled || other.sampled
                ? Interval.difference(number(), bounds.apply(z), other.number(), other.bounds.apply(z))
                : bounds.apply(z).minus(other.bounds.apply(z));
    }
}
