package org.followerassay.signature;

/**
 * The thresholds of the signatures.
 *
 * @param minAgeDays followers younger than this when they arrived are left out of the creation-date scan: platforms suggest
 *     accounts to newcomers, and giveaways make people sign up, so that a run of brand-new followers is no evidence
 * @param minLot followers below which a run is never called a lot
 * @param minLift a lot holds at least so many times the followers that were to be expected
 * @param minZ and so many standard deviations more; 8 keeps a census of 10^9 cells below one false alarm
 * @param minLists lists with follow order and creation dates from which on accounts are compared with a population instead
 *     of with their own other followers
 * @param minAudience followers below which an account is not compared with others by shared audience
 * @param minShared followers that a pair must share
 * @param maxFollowees followers of more audited accounts than this are left out of the pairs: their pairs grow as the square
 * @param minPeers peers that a profile must be compared with before it is a finding
 */
public record SignatureOptions(
        int minAgeDays,
        int minLot,
        double minLift,
        double minZ,
        int minLists,
        int minAudience,
        int minShared,
        int maxFollowees,
        int minPeers) {
    public SignatureOptions {
        require(minAgeDays >= 0, "minAgeDays", minAgeDays, "0 or more");
        require(minLot >= 5, "minLot", minLot, "5 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(minLists >= 5, "minLists", minLists, "5 or more");
        require(minAudience >= 20, "minAudience", minAudience, "20 or more");
        require(minShared >= 5, "minShared", minShared, "5 or more");
        require(maxFollowees >= 2, "maxFollowees", maxFollowees, "2 or more");
        require(minPeers >= 3, "minPeers", minPeers, "3 or more");
    }

    public static SignatureOptions defaults() {
        return new SignatureOptions(14, 15, 3, 8, 20, 100, 20, 5_000, 10);
    }

    private static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + range + ", was " + value);
        }
    }
}
