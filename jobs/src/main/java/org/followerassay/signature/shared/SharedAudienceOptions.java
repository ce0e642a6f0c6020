package org.followerassay.signature.shared;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of shared audiences.
 *
 * @param minAudience followers below which an account is not compared with others by shared audience
 * @param minShared followers that a pair must share
 * @param minStratum followers that a pair must share in a stratum of equally busy followers, for it to stand out there
 * @param minLift a pair shares at least so many times the followers that were to be expected
 * @param minZ and so many standard deviations more
 * @param maxFollowees followers of more audited accounts than this are left out: their pairs grow as the square
 * @param minPool followers of a pool that is named: small circles of people who know each other are as dense
 * @param minExcess share of unexplained followers from which on a follower counts as a member of a pool
 */
public record SharedAudienceOptions(
        int minAudience,
        int minShared,
        int minStratum,
        double minLift,
        double minZ,
        int maxFollowees,
        int minPool,
        double minExcess) {
    public SharedAudienceOptions {
        require(minAudience >= 20, "minAudience", minAudience, "20 or more");
        require(minShared >= 5, "minShared", minShared, "5 or more");
        require(minStratum >= 5 && minStratum <= minShared, "minStratum", minStratum, "5 to minShared");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(maxFollowees >= 2, "maxFollowees", maxFollowees, "2 or more");
        require(minPool >= 10, "minPool", minPool, "10 or more");
        require(minExcess > 0 && minExcess < 1, "minExcess", minExcess, "between 0 and 1");
    }

    public static SharedAudienceOptions defaults() {
        return new SharedAudienceOptions(100, 20, 10, 3, 8, 5_000, 50, 0.5);
    }
}
