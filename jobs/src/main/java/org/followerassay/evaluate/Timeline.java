package org.followerassay.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** The time that a simulated world covers, in seconds since 1970 UTC. */
final class Timeline {
    static final long DAY = 86_400L;
    static final long BEGINNING = at("2007-03-21");

    /** The days on which the export was taken, at midnight. */
    static final List<LocalDate> SNAPSHOTS =
            List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 31));

    private static final long[] SECONDS =
            SNAPSHOTS.stream().mapToLong(Timeline::seconds).toArray();

    static final long OLDEST = SECONDS[0];
    static final long NEWEST = SECONDS[SECONDS.length - 1];
    static final long NEVER = Long.MAX_VALUE;

    static long at(String day) {
        return seconds(LocalDate.parse(day));
    }

    static long seconds(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    static String iso(long second) {
        return Instant.ofEpochSecond(second).toString();
    }

    /** 0 = Monday … 6 = Sunday. */
    static int weekday(long second) {
        return Math.floorMod(Math.floorDiv(second, DAY) + 3, 7);
    }

    /** True if something that is there from one time until another is seen by at least one snapshot. */
    static boolean everSeen(long from, long until) {
        return Arrays.stream(SECONDS).anyMatch(snapshot -> seenAt(snapshot, from, until));
    }

    static boolean seenAt(long snapshot, long from, long until) {
        return from <= snapshot && snapshot < until;
    }

    private Timeline() {}
}
