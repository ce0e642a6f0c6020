package org.followerassay.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * The ties of one task, sorted by followee and follower, each once.
 *
 * <p>Primitive arrays instead of Spark's sort: rows that agree in the first column, as all followers of a celebrity do, are
 * compared there by a call for each pair, which took four fifths of the time of an ingest. Here digits are counted, eleven
 * bits at a time, and only those in which ids differ. Two million ties take 64 MB.
 */
final class SortedTies implements Iterator<Tuple2<Long, Long>> {
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    private final long[] followees;
    private final long[] followers;
    private final int count;
    private int at;

    private SortedTies(long[] followees, long[] followers, int count) {
        this.followees = followees;
        this.followers = followers;
        this.count = count;
    }

    /** Takes in all ties of a task: followee, then follower. */
    static SortedTies of(Iterator<Tuple2<Long, Long>> ties) {
        long[] followees = new long[1 << 16];
        long[] followers = new long[1 << 16];
        int count = 0;
        while (ties.hasNext()) {
            Tuple2<Long, Long> tie = ties.next();
            if (count == followees.length) {
                int longer = count + (count >> 1);
                followees = Arrays.copyOf(followees, longer);
                followers = Arrays.copyOf(followers, longer);
            }
            followees[count] = tie._1();
            followers[count++] = tie._2();
        }
        return sorted(followees, followers, count);
    }

    /** Sorts by the less important column first; a pass keeps the order of what it finds equal. */
    static SortedTies sorted(long[] followees, long[] followers, int count) {
        long[][] ties = {followees, followers};
        long[][] spare = {new long[count], new long[count]};
        for (int column = 1; column >= 0; column--) {
            long differing = differingBits(ties[column], count);
            for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
                if ((differing >>> shift & (DIGITS - 1)) != 0) {
                    pass(ties, spare, column, shift, count);
                    long[][] sorted = spare;
                    spare = ties;
                    ties = sorted;
                }
            }
        }
        return new SortedTies(ties[0], ties[1], count);
    }

    private static long differingBits(long[] ids, int count) {
        long differing = 0;
        for (int i = 1; i < count; i++) {
            differing |= ids[i] ^ ids[0];
        }
        return differing;
    }

    private static void pass(long[][] from, long[][] to, int column, int shift, int count) {
        long[] key = from[column];
        int[] next = new int[DIGITS + 1];
        for (int i = 0; i < count; i++) {
            next[(int) (key[i] >>> shift & (DIGITS - 1)) + 1]++;
        }
        for (int digit = 1; digit <= DIGITS; digit++) {
            next[digit] += next[digit - 1];
        }
        for (int i = 0; i < count; i++) {
            int place = next[(int) (key[i] >>> shift & (DIGITS - 1))]++;
            to[0][place] = from[0][i];
            to[1][place] = from[1][i];
        }
    }

    @Override
    public boolean hasNext() {
        return at < count;
    }

    @Override
    public Tuple2<Long, Long> next() {
        if (at == count) {
            throw new NoSuchElementException();
        }
        Tuple2<Long, Long> tie = new Tuple2<>(followees[at], followers[at]);
        do {
            at++;
        } while (at < count && followees[at] == followees[at - 1] && followers[at] == followers[at - 1]);
        return tie;
    }
}
