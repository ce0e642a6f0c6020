package org.followerassay.signature.lots;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * When lots of two accounts are called the same.
 *
 * @param minShared followers in both below which they do not count
 * @param minLift they share at least so many times the followers that chance lets expect
 * @param minZ and so many standard deviations more, as a lot itself
 * @param minWindowShare days of creation in both ranges over the days in either, from which on the ranges are alike
 * @param maxChance expected number of lots, among all, with as many alike ones by chance; 0.01 is one in a hundred exports
 * @param maxLots lots that a follower may be in: its pairs grow with their square
 */
public record LotLinkOptions(
        int minShared, double minLift, double minZ, double minWindowShare, double maxChance, int maxLots) {
    public LotLinkOptions {
        require(minShared >= 2, "minShared", minShared, "2 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(minWindowShare > 0 && minWindowShare <= 1, "minWindowShare", minWindowShare, "above 0 and at most 1");
        require(maxChance > 0 && maxChance < 1, "maxChance", maxChance, "between 0 and 1");
        require(maxLots >= 2, "maxLots", maxLots, "2 or more");
    }

    public static LotLinkOptions defaults() {
        return new LotLinkOptions(5, 3, 8, 0.5, 0.01, 1_000);
    }
}
