package org.followerassay.bench.detection.world;

import java.time.Instant;

/** The few dates that worlds have in common, in seconds since 1970. */
public final class Calendar {
    static final long DAY = 86_400;
    static final long YEAR = 365 * DAY;

    /** The platform's first day. */
    static final long BEGINNING = at("2008-01-01");

    /** When the export is taken. */
    public static final long SNAPSHOT = at("2026-01-01");

    private static long at(String day) {
        return Instant.parse(day + "T00:00:00Z").getEpochSecond();
    }

    private Calendar() {}
}
