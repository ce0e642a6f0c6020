package org.followerassay.rank;

import static org.followerassay.rank.Measures.ATTENTION;
import static org.followerassay.rank.Measures.AUDIENCE_H;
import static org.followerassay.rank.Measures.EFFECTIVE_AUDIENCE;
import static org.followerassay.rank.Measures.FOLLOWERS;
import static org.followerassay.rank.Measures.PAGERANK;
import static org.followerassay.rank.Measures.RECIPROCITY_ADJUSTED;
import static org.followerassay.rank.Measures.TUNKRANK;

import java.io.Serializable;

/**
 * What bought followers of one kind do to each measure of an account.
 *
 * @param reuse accounts that each of them follows
 * @param recognisedShare share of them that a signature matches
 * @param audience followers that each of them has
 * @param floor followees below which a follower does not weigh more
 * @param propagation how scores spread
 */
record Purchase(long reuse, double recognisedShare, long audience, long floor, PropagationOptions propagation)
        implements Serializable {

    /**
     * The measure of an account with more followers.
     *
     * <p>They follow back nobody as a habit, and their own followers are worth nothing. Where more than the published figures
     * would be needed (audience h), it is the most that they can do.
     *
     * @param attention the account's own, which effective audience is made of
     */
    double after(String measure, double value, double attention, double bought) {
        double weight = 1.0 / Math.max(reuse, floor);
        double weighing = bought * (1 - recognisedShare);
        return switch (measure) {
            case FOLLOWERS, RECIPROCITY_ADJUSTED -> value + bought;
            case ATTENTION -> value + weighing * weight;
            case EFFECTIVE_AUDIENCE -> effective(value, attention, weighing, weight);
            case AUDIENCE_H -> Math.max(value, Math.min((double) audience, value + bought));
            case TUNKRANK -> value + bought * weight;
            case PAGERANK -> value + bought * weight * propagation.damping() * (1 - propagation.damping());
            default -> throw new IllegalArgumentException("no such measure: " + measure);
        };
    }

    /** (Σ weights)² / Σ squared weights, of which the old ones follow from attention and the old value. */
    private static double effective(double value, double attention, double weighing, double weight) {
        if (weighing == 0) {
            return value;
        }
        double squares = value > 0 ? attention * attention / value : 0;
        double sum = attention + weighing * weight;
        return sum * sum / (squares + weighing * weight * weight);
    }
}
