package org.followerassay.signature.profile;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of audience profiles.
 *
 * @param minPeers peers that a profile must be compared with before it is a finding
 */
public record AudienceProfileOptions(int minPeers) {
    public AudienceProfileOptions {
        require(minPeers >= 3, "minPeers", minPeers, "3 or more");
    }

    public static AudienceProfileOptions defaults() {
        return new AudienceProfileOptions(10);
    }
}
