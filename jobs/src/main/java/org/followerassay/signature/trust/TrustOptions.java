package org.followerassay.signature.trust;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * How far collusion spreads. Trust has no threshold: it stops after log2 of the accounts, as SybilRank does.
 *
 * @param damping share of a collusion score that comes over ties (0.85 in CollusionRank, as in PageRank)
 * @param rounds rounds of collusion; after 20, what is missing is 0.85²⁰, 4 % of a score that never ends
 * @param taskTies ties up to which one task spreads scores in arrays: 10^7 take some 400 MB
 */
public record TrustOptions(double damping, int rounds, long taskTies) {
    public TrustOptions {
        require(damping > 0 && damping < 1, "damping", damping, "between 0 and 1");
        require(rounds >= 1, "rounds", rounds, "1 or more");
        require(taskTies >= 0, "taskTies", taskTies, "0 or more");
    }

    public static TrustOptions defaults() {
        return new TrustOptions(0.85, 20, 10_000_000);
    }
}
