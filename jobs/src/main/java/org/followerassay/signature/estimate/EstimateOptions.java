package org.followerassay.signature.estimate;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * How findings become an estimate.
 *
 * @param minAudience followers below which a list says "not enough data"
 * @param maxFalseDiscovery share of the named accounts that may be named by chance; above it, evidence is weak
 */
public record EstimateOptions(int minAudience, double maxFalseDiscovery) {
    public EstimateOptions {
        require(minAudience >= 20, "minAudience", minAudience, "20 or more");
        require(
                maxFalseDiscovery > 0 && maxFalseDiscovery < 1,
                "maxFalseDiscovery",
                maxFalseDiscovery,
                "between 0 and 1");
    }

    public static EstimateOptions defaults() {
        return new EstimateOptions(100, 0.01);
    }
}
