package org.followerassay.signature.expected;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of expected follower counts.
 *
 * @param minPeers other accounts that a cell must hold before its range says anything
 * @param minFollowers followers below which a count is no finding
 * @param minZ deviations above the cell's median, on a logarithmic scale, that a finding needs
 * @param minTimes times the range's upper end that a finding needs
 */
public record ExpectedFollowersOptions(int minPeers, long minFollowers, double minZ, double minTimes) {
    public ExpectedFollowersOptions {
        require(minPeers >= 10, "minPeers", minPeers, "10 or more");
        require(minFollowers >= 0, "minFollowers", minFollowers, "0 or more");
        require(minZ > 0, "minZ", minZ, "above 0");
        require(minTimes >= 1, "minTimes", minTimes, "1 or more");
    }

    public static ExpectedFollowersOptions defaults() {
        return new ExpectedFollowersOptions(50, 1_000, 3, 5);
    }
}
