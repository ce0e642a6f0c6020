package org.followerassay.rank;

import java.io.Serializable;
import org.followerassay.flow.AssayException;

/**
 * How scores are passed on from followers to those whom they follow.
 *
 * @param damping share of a PageRank that comes from followers (0.85; Brin and Page, 1998)
 * @param retweet chance that a follower passes on what it reads, p of TunkRank (0.05; Tunkelang, 2009)
 * @param tolerance share of a score that may be missing when rounds end, which are the logarithm of this over that of the
 *     damping: 57 for PageRank, 4 for TunkRank. 10⁻⁴ is a tenth of what tells neighbours in a ranking of a thousand apart
 * @param overlapAbove overlap index of a follower that follows back as a habit; 0.8 is the published threshold for social
 *     capitalists (Dugué and Perez, 2014)
 * @param overlapTiesMin followers and followees that an overlap index needs: below 10 one tie moves it by 0.1
 * @param taskTies ties up to which one task spreads scores in arrays: 10⁷ take some 400 MB
 */
public record PropagationOptions(
        double damping, double retweet, double tolerance, double overlapAbove, long overlapTiesMin, long taskTies)
        implements Serializable {
    public PropagationOptions {
        share("--damping", damping);
        share("--retweet", retweet);
        share("--tolerance", tolerance);
        share("--overlap-above", overlapAbove);
        if (overlapTiesMin < 1 || taskTies < 0) {
            throw AssayException.usage("--overlap-ties-min must be at least 1 and --task-ties 0, were " + overlapTiesMin
                    + " and " + taskTies);
        }
    }

    public static PropagationOptions defaults() {
        return new PropagationOptions(0.85, 0.05, 1e-4, 0.8, 10, 10_000_000);
    }

    /** What has not yet arrived after as many rounds is at most the tolerance. */
    int rounds(double passedOn) {
        return Math.max(1, (int) Math.ceil(Math.log(tolerance) / Math.log(passedOn)));
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw AssayException.usage(name + " must be between 0 and 1, was " + value);
        }
    }
}
