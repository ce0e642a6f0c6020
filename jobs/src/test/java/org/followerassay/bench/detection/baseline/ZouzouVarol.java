package org.followerassay.bench.detection.baseline;

import java.util.Arrays;
import java.util.List;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.FollowerList;
import org.followerassay.bench.detection.world.Person;

/**
 * The sliding histogram of Zouzou and Varol (EPJ Data Science 2024), account by account.
 *
 * <p>Windows of 200 followers, every 40, are cut into 12 bins of relative creation date: from the list's oldest creation date
 * to the newest one up to that place. A bin's count is compared with the same bin of the account's other windows:
 * (count − median ∓ 1) / (interquartile range + 1). A follower's score is the mean over the windows around, nearer ones
 * weighing more (a triangle). Followers above 3 are flagged.
 */
public final class ZouzouVarol {
    private static final int WINDOW = 200;
    private static final int STRIDE = 40;
    private static final int BINS = 12;
    private static final double FLAGGED = 3;

    /** What is added to scores, so that too few of a kind still rank above nothing. */
    private static final double RAISED = 1e-3;

    public static Judgement of(Ties ties) {
        double[] scores = new double[ties.count()];
        for (int list = 0; list < ties.lists(); list++) {
            FollowerList followers = ties.world().lists().get(list);
            if (followers.size() >= 2 * WINDOW) {
                double[] own = scores(bins(followers, ties.world().people()));
                System.arraycopy(own, 0, scores, ties.first(list), own.length);
            }
        }
        return Judgement.baseline("Zouzou-Varol 2024", scores, FLAGGED + RAISED);
    }

    private static int[] bins(FollowerList followers, List<Person> people) {
        long oldest = Arrays.stream(followers.followers())
                .mapToLong(follower -> people.get(follower).createdAt())
                .min()
                .orElseThrow();
        long newest = oldest + 1;
        int[] bins = new int[followers.size()];
        for (int i = 0; i < bins.length; i++) {
            long created = people.get(followers.followers()[i]).createdAt();
            newest = Math.max(newest, created);
            bins[i] = (int) Math.min(BINS - 1, BINS * (created - oldest) / (newest - oldest));
        }
        return bins;
    }

    private static double[] scores(int[] bins) {
        int windows = (bins.length - WINDOW) / STRIDE + 1;
        double[][] counts = new double[BINS][windows];
        for (int window = 0; window < windows; window++) {
            for (int i = window * STRIDE; i < window * STRIDE + WINDOW; i++) {
                counts[bins[i]][window]++;
            }
        }
        for (double[] bin : counts) {
            standardise(bin);
        }
        double[] scores = new double[bins.length];
        for (int i = 0; i < bins.length; i++) {
            double sum = 0;
            double weights = 0;
            int first = Math.max(0, (i - WINDOW) / STRIDE);
            for (int window = first; window < windows && window * STRIDE <= i; window++) {
                double fromMiddle = Math.abs(i - window * STRIDE - WINDOW / 2.0);
                double weight = Math.max(0, 1 - fromMiddle / (WINDOW / 2.0)) + 1e-9;
                sum += i < window * STRIDE + WINDOW ? weight * counts[bins[i]][window] : 0;
                weights += i < window * STRIDE + WINDOW ? weight : 0;
            }
            scores[i] = weights == 0 ? 0 : sum / weights;
        }
        return positive(scores);
    }

    private static void standardise(double[] counts) {
        double[] sorted = counts.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        for (int i = 0; i < counts.length; i++) {
            double off = counts[i] - median;
            counts[i] = (off > 1 ? off - 1 : off < -1 ? off + 1 : 0) / (range + 1);
        }
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Scores below 0 (too few of a kind) in the same order, between 0 and those above. */
    private static double[] positive(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> score >= 0 ? RAISED + score : RAISED / (1 - score))
                .toArray();
    }

    private ZouzouVarol() {}
}
