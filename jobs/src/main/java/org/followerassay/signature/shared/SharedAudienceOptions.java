package org.followerassay.signature.shared;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of shared audiences.
 *
 * @param minAudience followers below which an account is not compared with others by shared audience
 * @param minShared followers that a pair must share
 * @param minLift a pair shares at least so many times the followers that were to be expected
 * @param minZ and so many standard deviations more
 * @param maxFollowees followers of more audited accounts than this are left out of the pairs: their pairs grow as the square
 */
public record SharedAudienceOptions(int minAudience, int minShared, double minLift, double minZ, int maxFollowees) {
    public SharedAudienceOptions {
        require(minAudience >= 20, "minAudience", minAudience, "20 or more");
        require(minShared >= 5, "minShared", minShared, "5 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(maxFollowees >= 2, "maxFollowees", maxFollowees, "2 or more");
    }

    public static SharedAudienceOptions defaults() {
        return new SharedAudienceOptions(100, 20, 3, 8, 5_000);
    }
}
