package org.followerassay.ingest.stage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which task sorts which ties: ranges of about equal size in the order of followee and follower, so that the followers of
 * a celebrity are shared out, too. Known from a sample.
 */
public final class Ranges implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] followees;
    private final long[] followers;

    private Ranges(long[] followees, long[] followers) {
        this.followees = followees;
        this.followers = followers;
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
        return new Ranges(followees, followers);
    }

    /** Ranges of accounts, each of which is as likely to be in one as in another, however many ties it has. */
    public static Ranges ofAccounts(List<long[]> sample, int ranges) {
        long[] accounts = sample.stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .distinct()
                .toArray();
        return of(
                Arrays.stream(accounts)
                        .mapToObj(account -> new long[] {account, Long.MIN_VALUE})
                        .toList(),
                ranges);
    }

    public int count() {
        return followees.length + 1;
    }

    /** The number of the range that an account is in, of ranges of accounts. */
    public int of(long account) {
        return of(account, Long.MIN_VALUE);
    }

    /** The number of the range that a tie is in. */
    public int of(long followee, long follower) {
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
        return low;
    }
}
