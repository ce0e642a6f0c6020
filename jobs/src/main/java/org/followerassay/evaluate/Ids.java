package org.followerassay.evaluate;

import java.util.HashSet;
import java.util.Set;

/** Account ids that grow with the time of creation, as on real platforms; all in a range that none of them uses. */
final class Ids {
    private static final long FIRST = 900_000_000_000_000_000L;
    private static final int PER_SECOND = 1_000;

    private final Set<Long> given = new HashSet<>();

    long next(long createdAt, Dice dice) {
        long id = FIRST + (createdAt - Timeline.BEGINNING) * PER_SECOND + dice.below(PER_SECOND);
        while (!given.add(id)) {
            id++;
        }
        return id;
    }
}
