package org.followerassay.bench.detection.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** How far a share of ties would vary if other lists of the same kind had been looked at. */
final class Resampled {
    private static final int DRAWS = 1_000;

    /** Upper end of the 95 % interval; where no list has any, the end of Wilson's interval speaks. */
    static double upperShare(Ties ties, BitSet chosen, long seed) {
        int[] chosenIn = new int[ties.lists()];
        chosen.stream().forEach(tie -> chosenIn[list(ties, tie)]++);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            long of = 0;
            long all = 0;
            for (int i = 0; i < chosenIn.length; i++) {
                int list = random.nextInt(chosenIn.length);
                of += chosenIn[list];
                all += ties.first(list + 1) - ties.first(list);
            }
            drawn[draw] = (double) of / all;
        }
        Arrays.sort(drawn);
        double wilson = new Share(chosen.cardinality(), ties.count()).high();
        return Math.max(wilson, drawn[(int) (0.975 * DRAWS) - 1]);
    }

    private static int list(Ties ties, int tie) {
        int low = 0;
        int high = ties.lists() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ties.first(middle) <= tie) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Resampled() {}
}
