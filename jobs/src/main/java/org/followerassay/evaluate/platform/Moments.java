package org.followerassay.evaluate.platform;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The times that the platform knows, in seconds since 1970 UTC. */
final class Moments {
    static final long DAY = 86_400;
    static final long BEGINNING = of(LocalDate.of(2011, 1, 1));

    /** The days on which lists were exported, at midnight. */
    static final List<LocalDate> SNAPSHOTS =
            List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 31));

    static final long OLDEST = of(SNAPSHOTS.get(0));
    static final long NEWEST = of(SNAPSHOTS.get(SNAPSHOTS.size() - 1));

    /** The platform closes accounts between the two last snapshots. */
    static final long PURGE = of(LocalDate.of(2026, 10, 12));

    static final long NEVER = Long.MAX_VALUE;

    static long of(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private Moments() {}
}
