package org.followerassay.reliability.neighbours;

import java.time.LocalDate;

/**
 * When people sign up of themselves: a slow start, a steep rise with the app, a long decline, more in September and January than in
 * July, and pulses after what the newspapers wrote about. A fifth comes in pulses.
 */
final class Waves {
    /** @param share of all sign-ups */
    private record Pulse(long from, double share, double meanDays) {}

    private static final Pulse[] PULSES = {
        new Pulse(Timeline.OPENED, 0.02, 12),
        new Pulse(Timeline.APP, 0.05, 20),
        new Pulse(Timeline.at("2015-09-18"), 0.015, 4), // shown by the app store
        new Pulse(Timeline.OUTAGE, 0.03, 1.5),
        new Pulse(Timeline.TERMS, 0.035, 11),
        new Pulse(Timeline.at("2019-11-10"), 0.01, 1.2), // a report on television
        new Pulse(Timeline.LOCKDOWN, 0.04, 28),
    };

    private static final int FIRST_YEAR = 2011;
    private static final double[] YEARS = {0.4, 1, 4, 6, 14, 13, 12, 11, 9, 10, 7, 5, 4, 3.5, 3};
    private static final double[] MONTHS = {1, 0.8, 0.75, 0.7, 0.7, 0.65, 0.6, 0.7, 1, 0.9, 0.85, 0.8};

    private final Chance chance;
    private final Rhythm rhythm;

    Waves(Chance chance, Rhythm rhythm) {
        this.chance = chance;
        this.rhythm = rhythm;
    }

    long draw() {
        while (true) {
            long at = rhythm.onDay(day());
            if (at >= Timeline.FOUNDED && at < Timeline.SNAPSHOT - Timeline.DAY) {
                return at;
            }
        }
    }

    private long day() {
        double left = chance.share();
        for (Pulse pulse : PULSES) {
            left -= pulse.share();
            if (left < 0) {
                return pulse.from() + (long) (chance.exponential(pulse.meanDays()) * Timeline.DAY);
            }
        }
        int year = FIRST_YEAR + chance.weighted(YEARS);
        while (true) {
            LocalDate day = LocalDate.ofYearDay(year, chance.between(1, 365));
            if (chance.happens(MONTHS[day.getMonthValue() - 1])) {
                return Timeline.at(day);
            }
        }
    }
}
