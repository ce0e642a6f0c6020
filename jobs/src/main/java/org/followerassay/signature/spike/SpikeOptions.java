package org.followerassay.signature.spike;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * The thresholds of bursts of arrivals and of their decay.
 *
 * @param minGained followers below which a cohort is never a burst
 * @param minIntervals intervals of an account's own from which on its usual growth is known
 * @param deviations median absolute deviations above the usual growth (five, as in control charts of counts)
 * @param minPeers other accounts with cohorts of like age, from which on leaving is compared
 * @param minGone leavers below which no ratio is stated: the interval would span a factor of three
 * @param minHazard a finding's cohort leaves at least so many times as fast, at the lower end of the interval
 */
public record SpikeOptions(
        int minGained, int minIntervals, double deviations, int minPeers, int minGone, double minHazard) {
    public SpikeOptions {
        require(minGained >= 10, "minGained", minGained, "10 or more");
        require(minIntervals >= 3, "minIntervals", minIntervals, "3 or more");
        require(deviations >= 3, "deviations", deviations, "3 or more");
        require(minPeers >= 2, "minPeers", minPeers, "2 or more");
        require(minGone >= 1, "minGone", minGone, "1 or more");
        require(minHazard > 1, "minHazard", minHazard, "above 1");
    }

    public static SpikeOptions defaults() {
        return new SpikeOptions(30, 4, 5, 5, 10, 1.5);
    }
}
