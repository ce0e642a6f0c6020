package org.followerassay.evaluate;

/**
 * Followers who come of their own accord between two times.
 *
 * @param shape 1 for an even stream, less for one that grows, more for one that dries up
 * @param listed how many of them the newest snapshot still lists
 */
record Wave(long from, long to, double shape, Taste taste, int listed) {
    static Wave steady(long from, long to, Taste taste, int listed) {
        return new Wave(from, to, 1, taste, listed);
    }

    /** A moment of arrival; fewer at weekends. */
    long arrival(Dice dice) {
        long arrival = drawn(dice);
        return Timeline.weekday(arrival) >= 5 && dice.chance(0.2) ? drawn(dice) : arrival;
    }

    private long drawn(Dice dice) {
        return from + (long) ((to - from) * StrictMath.pow(dice.fraction(), shape));
    }
}
