package org.followerassay.bench.detection.score;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How often a bought tie ranks above an organic one: the area under the ROC curve, equal scores counting half.
 *
 * <p>The ties of one list stand or fall together, so that intervals come from drawing lists, not ties, with replacement;
 * lists with and without bought followers are drawn apart.
 */
final class Ranking {
    private static final int DRAWS = 200;

    private final int[] list;
    private final boolean[] bought;
    private final int[] rankEnds;
    private final boolean[] buyer;

    Ranking(Ties ties, double[] scores) {
        int[] listOfTie = new int[ties.count()];
        buyer = new boolean[ties.lists()];
        for (int one = 0; one < ties.lists(); one++) {
            for (int tie = ties.first(one); tie < ties.first(one + 1); tie++) {
                listOfTie[tie] = one;
                buyer[one] |= ties.bought(tie);
            }
        }
        // Sorted by score through its bits, which have the order of the values, as scores are never below 0.
        long[] keys = IntStream.range(0, scores.length)
                .mapToLong(tie -> ((long) Float.floatToIntBits((float) Math.max(0, scores[tie])) << 32) | tie)
                .sorted()
                .toArray();
        list = new int[keys.length];
        bought = new boolean[keys.length];
        int[] ends = new int[keys.length];
        int groups = 0;
        for (int i = 0; i < keys.length; i++) {
            int tie = (int) keys[i];
            list[i] = listOfTie[tie];
            bought[i] = ties.bought(tie);
            if (i + 1 == keys.length || keys[i + 1] >>> 32 != keys[i] >>> 32) {
                ends[groups++] = i + 1;
            }
        }
        rankEnds = Arrays.copyOf(ends, groups);
    }

    /** Not a number if nothing, or everything, was bought. */
    double auc() {
        int[] once = new int[buyer.length];
        Arrays.fill(once, 1);
        return auc(once);
    }

    /** Both ends of the 95 % interval. */
    double[] interval(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] buyers = IntStream.range(0, buyer.length).filter(i -> buyer[i]).toArray();
        int[] others = IntStream.range(0, buyer.length).filter(i -> !buyer[i]).toArray();
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] times = new int[buyer.length];
            for (int[] stratum : new int[][] {buyers, others}) {
                for (int i = 0; i < stratum.length; i++) {
                    times[stratum[random.nextInt(stratum.length)]]++;
                }
            }
            drawn[draw] = auc(times);
        }
        Arrays.sort(drawn);
        return new double[] {drawn[(int) (0.025 * DRAWS)], drawn[(int) (0.975 * DRAWS) - 1]};
    }

    private double auc(int[] times) {
        double organicBelow = 0;
        double boughtBelow = 0;
        double wins = 0;
        int from = 0;
        for (int end : rankEnds) {
            double organic = 0;
            double sold = 0;
            for (int i = from; i < end; i++) {
                if (bought[i]) {
                    sold += times[list[i]];
                } else {
                    organic += times[list[i]];
                }
            }
            wins += sold * (organicBelow + organic / 2);
            organicBelow += organic;
            boughtBelow += sold;
            from = end;
        }
        return wins / (organicBelow * boughtBelow);
    }
}
