package org.followerassay.signature.synchronicity;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of synchronicity.
 *
 * @param minFollowees followees below which a follower's are not measured: few are alike by chance (20 in CatchSync)
 * @param minMeasured followers with so many followees, in all lists together, below which there is no usual
 * @param deviations robust standard deviations above the usual residual (CatchSync takes 3 of a σ that a fleet widens; of
 *     honest followers one in two hundred is beyond 3 robust ones)
 * @param minFollowers synchronised followers below which an account is never named
 * @param minLift an account has at least so many times the synchronised followers that other lists let expect
 * @param minZ and so many standard deviations more
 * @param sameNumber share of them with the very same number of followees from which on they may follow a list that was
 *     suggested to newcomers, and the finding is weak
 */
public record SynchronicityOptions(
        int minFollowees,
        int minMeasured,
        double deviations,
        int minFollowers,
        double minLift,
        double minZ,
        double sameNumber) {
    public SynchronicityOptions {
        require(minFollowees >= 10, "minFollowees", minFollowees, "10 or more");
        require(minMeasured >= 100, "minMeasured", minMeasured, "100 or more");
        require(deviations >= 3, "deviations", deviations, "3 or more");
        require(minFollowers >= 10, "minFollowers", minFollowers, "10 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(sameNumber > 0 && sameNumber <= 1, "sameNumber", sameNumber, "above 0 and at most 1");
    }

    public static SynchronicityOptions defaults() {
        return new SynchronicityOptions(20, 200, 7, 20, 3, 8, 0.25);
    }
}
