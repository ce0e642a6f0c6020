package org.followerassay.bench.detection.score;

import java.util.BitSet;
import java.util.Set;

/**
 * What one detector says of the ties of a world.
 *
 * @param detector as printed
 * @param family what kind of trace it reads: "baseline" for the published methods, "all" for the combination
 * @param scores of each tie, higher if it looks more bought; 0 where it says nothing
 * @param flagged ties at the operating point
 * @param published those of them that a report names: all, unless a report keeps weak findings to itself
 * @param named lists of which it says that followers were bought; null if it says nothing about lists
 * @param strong lists with a strong finding
 */
public record Judgement(
        String detector,
        String family,
        double[] scores,
        BitSet flagged,
        BitSet published,
        Set<Integer> named,
        Set<Integer> strong) {

    static final String BASELINE = "baseline";

    /** A published method: it knows no tiers. */
    public static Judgement baseline(String detector, double[] scores, double threshold) {
        BitSet flagged = new BitSet(scores.length);
        for (int tie = 0; tie < scores.length; tie++) {
            flagged.set(tie, scores[tie] > threshold);
        }
        return new Judgement(detector, BASELINE, scores, flagged, flagged, null, Set.of());
    }
}
