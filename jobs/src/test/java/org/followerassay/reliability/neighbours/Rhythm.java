package org.followerassay.reliability.neighbours;

/**
 * When people hold their phones: hardly between one and five, some at breakfast and noon, most in the evening; on Sundays a quarter
 * more. The region lies an hour east of Greenwich; summer time is left out.
 */
final class Rhythm {
    private static final double[] HOURS = {
        0.30, 0.15, 0.08, 0.05, 0.05, 0.10, 0.28, 0.50, 0.52, 0.48, 0.48, 0.52,
        0.66, 0.62, 0.52, 0.55, 0.62, 0.72, 0.82, 0.92, 1.00, 0.98, 0.80, 0.52
    };
    /** The first day of 1970 was a Thursday. */
    private static final int SUNDAY = 3;

    private static final long EAST = Timeline.HOUR;

    private final Chance chance;

    Rhythm(Chance chance) {
        this.chance = chance;
    }

    /** A moment on the local day of that time. */
    long onDay(long at) {
        long midnight = Math.floorDiv(at + EAST, Timeline.DAY) * Timeline.DAY - EAST;
        while (true) {
            long moment = midnight + chance.below((int) Timeline.DAY);
            if (chance.happens(HOURS[hour(moment)])) {
                return moment;
            }
        }
    }

    /** A moment after that time, the later the rarer, and rare while people sleep. */
    long after(long at, double meanHours) {
        long moment = at;
        for (int attempt = 0; attempt < 20; attempt++) {
            moment = at + 20 + (long) (chance.exponential(meanHours) * Timeline.HOUR);
            if (chance.happens(HOURS[hour(moment)] * weekday(moment))) {
                break;
            }
        }
        return moment;
    }

    private static double weekday(long at) {
        long day = Math.floorDiv(at + EAST, Timeline.DAY);
        return Math.floorMod(day, 7) == SUNDAY ? 1.0 : 0.8;
    }

    private static int hour(long at) {
        return (int) (Math.floorMod(at + EAST, Timeline.DAY) / Timeline.HOUR);
    }
}
