package org.followerassay.reliability.clean;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The platform's calendar. Times are seconds since its launch, UTC; days are counted from 0. */
final class Days {
    static final int DAY = 86_400;
    static final int HOUR = 3_600;

    /** A Sunday, later than the first snowflake, so that every id tells when its account was created. */
    private static final LocalDate LAUNCH = LocalDate.of(2012, 1, 15);

    static final LocalDate SNAPSHOT = LocalDate.of(2026, 1, 31);
    static final int LAST = (int) ChronoUnit.DAYS.between(LAUNCH, SNAPSHOT);

    /** Nothing happens from here on. */
    static final int END = LAST * DAY;

    /** Day after which no occasion begins, so that all of it is seen. */
    static final int LATEST = LAST - 15;

    static final long LAUNCH_SECOND = LAUNCH.atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    /** Sunday first: more people join on weekends than on Fridays. */
    private static final double[] WEEK = {1.12, 1.02, 0.96, 0.95, 0.97, 0.92, 1.06};

    /** Hours by which the day of a language is earlier than UTC. */
    private static final int[] EAST = {-5, 1, 8, 3, 5, 7, -3, 9};

    private Days() {}

    /** How many would join on a day if there were no waves: 12 times as many at the end as at the launch. */
    static double growth(int day) {
        return (1 + 11 * StrictMath.pow((double) day / LAST, 1.3)) * WEEK[day % 7];
    }

    /** A second of the day, seldom in the night of those who speak the language. */
    static int moment(int day, int language, Dice dice) {
        while (true) {
            double hour = dice.between(0, 24);
            double awake = Math.max(0, StrictMath.sin(Math.PI * (hour - 6.5) / 17));
            if (dice.chance(0.06 + 0.94 * awake)) {
                double utc = (hour - EAST[language] + 24) % 24;
                return day * DAY + (int) (utc * HOUR);
            }
        }
    }

    /** Day on which the schools start in a year of the platform, the first Monday of September. */
    static int schoolStart(int year) {
        LocalDate monday =
                LocalDate.of(LAUNCH.getYear() + year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        return (int) ChronoUnit.DAYS.between(LAUNCH, monday);
    }

    /** The first Monday not before a day. */
    static int monday(int day) {
        return day + (8 - day % 7) % 7;
    }
}
