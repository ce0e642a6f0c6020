package org.followerassay.ingest.stage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/**
 * Which task sorts which ties: ranges of about equal size in the order of followee and follower, so that the followers of
 * a celebrity are shared out, too. Known from a sample that was taken on the way, so that nothing is read once more.
 *
 * <p>A range goes by a label that Spark's own hash sends to the task of that number; so no two ranges meet in a task.
 */
public final class Ranges implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SPARK_SEED = 42;

    private final long[] followees;
    private final long[] followers;
    private final int[] labels;

    private Ranges(long[] followees, long[] followers, int[] labels) {
        this.followees = followees;
        this.followers = followers;
        this.labels = labels;
    }

    /**
     * Ranges by the quantiles of a sample.
     *
     * @param sample followee and follower of some ties
     */
    public static Ranges of(List<long[]> sample, int ranges) {
        List<long[]> sorted = sample.stream()
                .sorted(Comparator.<long[]>comparingLong(tie -> tie[0]).thenComparingLong(tie -> tie[1]))
                .toList();
        int count = Math.max(1, Math.min(ranges, sorted.size()));
        long[] followees = new long[count - 1];
        long[] followers = new long[count - 1];
        for (int range = 1; range < count; range++) {
            long[] begin = sorted.get((int) ((long) range * sorted.size() / count));
            followees[range - 1] = begin[0];
            followers[range - 1] = begin[1];
        }
        return new Ranges(followees, followers, labels(count));
    }

    public int count() {
        return labels.length;
    }

    /** The label of the range that a tie is in. */
    int label(long followee, long follower) {
        int low = 0;
        int high = followees.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before =
                    followee < followees[middle] || (followee == followees[middle] && follower < followers[middle]);
            if (before) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return labels[low];
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        Arrays.fill(labels, -1);
        int left = count;
        for (int label = 0; left > 0; label++) {
            int task = Math.floorMod(Murmur3_x86_32.hashInt(label, SPARK_SEED), count);
            if (labels[task] < 0) {
                labels[task] = label;
                left--;
            }
        }
        return labels;
    }
}
