package org.followerassay.bench.detection.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;

/**
 * Synchronicity and normality (Jiang et al., KDD 2014) of followers with 20 followees or more.
 *
 * <p>Followees fall into cells of a log2 grid over in-degree and HITS authority (10 iterations). A follower's synchronicity is
 * Σ (f_c / F)², its normality Σ (f_c / F)(b_c / B), f counting its followees and b all accounts. The least synchronicity at a
 * normality n is (M n² − 2n + s) / (M s − 1), with M cells in use and s = Σ (b_c / B)²; who lies three standard deviations
 * further above that parabola than the mean is flagged, with all its ties.
 */
public final class CatchSync {
    private static final int LEAST_FOLLOWEES = 20;
    private static final int ITERATIONS = 10;
    private static final double DEVIATIONS = 3;

    private final Ties ties;
    private final int[] list;
    private final int[] followees;

    private CatchSync(Ties ties) {
        this.ties = ties;
        list = new int[ties.count()];
        followees = new int[ties.world().people().size()];
        for (int one = 0; one < ties.lists(); one++) {
            for (int tie = ties.first(one); tie < ties.first(one + 1); tie++) {
                list[tie] = one;
                followees[ties.follower(tie)]++;
            }
        }
    }

    public static Judgement of(Ties ties) {
        return new CatchSync(ties).judgement();
    }

    private Judgement judgement() {
        int[] cell = cells(authority());
        int cells = Arrays.stream(cell).max().orElse(0) + 1;
        double[] background = new double[cells];
        Arrays.stream(cell).forEach(one -> background[one] += 1.0 / cell.length);
        double s = Arrays.stream(background).map(share -> share * share).sum();
        double[][] inCells = new double[followees.length][];
        for (int tie = 0; tie < ties.count(); tie++) {
            int follower = ties.follower(tie);
            if (followees[follower] >= LEAST_FOLLOWEES) {
                inCells[follower] = inCells[follower] == null ? new double[cells] : inCells[follower];
                inCells[follower][cell[list[tie]]] += 1.0 / followees[follower];
            }
        }
        double[] above = new double[followees.length];
        for (int follower = 0; follower < above.length; follower++) {
            above[follower] = inCells[follower] == null ? Double.NaN : above(inCells[follower], background, s);
        }
        double[] known =
                Arrays.stream(above).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        double[] scores = new double[ties.count()];
        for (int tie = 0; tie < scores.length; tie++) {
            double value = above[ties.follower(tie)];
            scores[tie] = Double.isNaN(value) ? 0 : Math.max(0, value);
        }
        return Judgement.baseline("CatchSync 2014", scores, mean + DEVIATIONS * deviation);
    }

    private static double above(double[] own, double[] background, double s) {
        double synchronicity = 0;
        double normality = 0;
        for (int cell = 0; cell < own.length; cell++) {
            synchronicity += own[cell] * own[cell];
            normality += own[cell] * background[cell];
        }
        double cells = own.length;
        double least = cells * s - 1 < 1e-12
                ? 1 / cells
                : (cells * normality * normality - 2 * normality + s) / (cells * s - 1);
        return synchronicity - least;
    }

    private double[] authority() {
        double[] authority = new double[ties.lists()];
        double[] hub = new double[followees.length];
        Arrays.fill(authority, 1);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            Arrays.fill(hub, 0);
            for (int tie = 0; tie < ties.count(); tie++) {
                hub[ties.follower(tie)] += authority[list[tie]];
            }
            normalise(hub);
            Arrays.fill(authority, 0);
            for (int tie = 0; tie < ties.count(); tie++) {
                authority[list[tie]] += hub[ties.follower(tie)];
            }
            normalise(authority);
        }
        return authority;
    }

    private static void normalise(double[] values) {
        double length =
                Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        Arrays.setAll(values, i -> values[i] / length);
    }

    /** For each list the number of its cell; only cells in use are numbered. */
    private int[] cells(double[] authority) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] cell = new int[authority.length];
        for (int one = 0; one < cell.length; one++) {
            long degree = log2(ties.first(one + 1) - ties.first(one));
            long key = degree * 1_000 + log2(Math.max(authority[one], 1e-15));
            cell[one] = numbers.computeIfAbsent(key, unseen -> numbers.size());
        }
        return cell;
    }

    private static long log2(double value) {
        return (long) Math.floor(Math.log(value) / Math.log(2));
    }
}
