package org.followerassay.rank;

import org.followerassay.flow.AssayException;

/**
 * What the ranking assumes.
 *
 * @param followeesFloor fewer followees than this do not add attention, so that no follower weighs more than 1 / floor. An
 *     account that follows 3 others must not count 15 times one that follows 50: bought accounts that follow nobody but
 *     their buyer would weigh most. 50 is a modest reading list.
 */
public record RankOptions(long followeesFloor) {
    public RankOptions {
        if (followeesFloor < 1) {
            throw AssayException.usage("--followees-floor must be at least 1, was " + followeesFloor);
        }
    }

    public static RankOptions defaults() {
        return new RankOptions(50);
    }
}
