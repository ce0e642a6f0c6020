package org.followerassay.reliability.neighbours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days on which something happened to the whole network. Times are seconds since 1970. */
final class Timeline {
    static final long HOUR = 3_600;
    static final long DAY = 24 * HOUR;
    static final long YEAR = 365 * DAY;

    static final String SNAPSHOT_DAY = "2025-06-01";

    /** By invitation only, in one university town. */
    static final long FOUNDED = at("2011-09-05");

    /** Anybody may sign up. */
    static final long OPENED = at("2013-04-15");
    /** The mobile app, which asks for the phone's contacts. */
    static final long APP = at("2014-11-20");
    /** A competitor is down for the better part of three days. */
    static final long OUTAGE = at("2017-02-21");
    /** The competitor changes its terms; some of its people move with their audience. */
    static final long TERMS = at("2018-06-11");

    static final long LOCKDOWN = at("2020-03-16");

    /** Between these days sign-up filled in the bio: "Hello from …". Few ever changed it. */
    static final long BIO_FILLED_FROM = at("2016-05-02");

    static final long BIO_FILLED_UNTIL = at("2019-03-04");

    static final long SNAPSHOT = at(SNAPSHOT_DAY);

    static long at(String day) {
        return at(LocalDate.parse(day));
    }

    static long at(int year, int month, int day) {
        return at(LocalDate.of(year, month, day));
    }

    static long at(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(at), ZoneOffset.UTC);
    }

    static int year(long at) {
        return (int) (1970 + at / 31_556_952); // right to a day, and asked for millions of times
    }

    private Timeline() {}
}
