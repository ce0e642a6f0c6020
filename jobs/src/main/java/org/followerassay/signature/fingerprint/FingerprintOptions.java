package org.followerassay.signature.fingerprint;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of the batch fingerprint.
 *
 * @param minAgeDays followers younger than this on arrival are left out, as in the scan for lots
 * @param minLists lists from which on a period of arrival has a reference
 * @param minInPeriod followers that a list must have gained in a period to count in its reference
 * @param minLot followers below which a cell is never reported
 * @param minLift a cell holds at least so many times the followers that the reference lets expect
 * @param minZ and so many standard deviations more
 */
public record FingerprintOptions(
        int minAgeDays, int minLists, int minInPeriod, int minLot, double minLift, double minZ) {
    public FingerprintOptions {
        require(minAgeDays >= 0, "minAgeDays", minAgeDays, "0 or more");
        require(minLists >= 5, "minLists", minLists, "5 or more");
        require(minInPeriod >= 20, "minInPeriod", minInPeriod, "20 or more");
        require(minLot >= 5, "minLot", minLot, "5 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
    }

    public static FingerprintOptions defaults() {
        return new FingerprintOptions(14, 10, 100, 15, 3, 8);
    }
}
