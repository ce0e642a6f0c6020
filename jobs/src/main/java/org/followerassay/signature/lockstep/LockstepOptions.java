package org.followerassay.signature.lockstep;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of lockstep arrivals.
 *
 * @param minCrowd followers that come to two accounts within the same two windows (CopyCatch's n, for one pair of pages)
 * @param minLift a crowd holds at least so many times the followers that were to be expected
 * @param minZ and so many standard deviations more
 * @param maxFollowees followers with more dated ties than this are left out: their pairs of ties grow as the square
 * @param maxCrowds windows looked at for each pair of accounts and length of window, the largest crowds first
 * @param lowActivity dated ties up to which a follower counts as one that does hardly anything (StarScout's two)
 */
public record LockstepOptions(
        int minCrowd, double minLift, double minZ, int maxFollowees, int maxCrowds, int lowActivity) {
    public LockstepOptions {
        require(minCrowd >= 5, "minCrowd", minCrowd, "5 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(maxFollowees >= 2, "maxFollowees", maxFollowees, "2 or more");
        require(maxCrowds >= 1, "maxCrowds", maxCrowds, "1 or more");
        require(lowActivity >= 1, "lowActivity", lowActivity, "1 or more");
    }

    public static LockstepOptions defaults() {
        return new LockstepOptions(10, 3, 8, 1_000, 100, 2);
    }
}
