package org.followerassay.signature.digits;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of first digits.
 *
 * @param minKnown followers with a count of at least 1 that a list needs before its digits are looked at
 * @param minPeers accounts of the same size, itself among them, that it is compared with
 * @param minZ deviations above the peers' own distance from each other that a finding needs
 * @param minDistance mean absolute deviation from the peers' digits that a finding needs; 0.015 is where Nigrini (2012) ends
 *     "marginally acceptable conformity"
 */
public record DigitOptions(long minKnown, int minPeers, double minZ, double minDistance) {
    public DigitOptions {
        require(minKnown >= 100, "minKnown", minKnown, "100 or more");
        require(minPeers >= 5, "minPeers", minPeers, "5 or more");
        require(minZ > 0, "minZ", minZ, "above 0");
        require(minDistance > 0 && minDistance < 1, "minDistance", minDistance, "between 0 and 1");
    }

    public static DigitOptions defaults() {
        return new DigitOptions(1_000, 10, 4, 0.015);
    }
}
