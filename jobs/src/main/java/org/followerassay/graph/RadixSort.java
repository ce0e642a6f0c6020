package org.followerassay.graph;

/**
 * Sorts numbers in one or two arrays by counting digits, eleven bits at a time, and only those in which they differ.
 *
 * <p>Instead of Spark's sort: rows that agree in the first column, as all followers of a celebrity do, are compared there
 * by a call for each pair, which took four fifths of the time of an ingest. Needs the same memory once more.
 */
public final class RadixSort {
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    /**
     * Sorts ties by their first column, then by their second.
     *
     * @return the arrays that hold the result: the given ones or others
     */
    public static long[][] byBoth(long[][] pairs, int count) {
        long[][] spare = {new long[count], new long[count]};
        long[][] sorted = by(1, pairs, spare, count);
        return by(0, sorted, sorted == pairs ? spare : pairs, count);
    }

    /** Sorts pairs by their first column. */
    public static long[][] byFirst(long[][] pairs, int count) {
        return by(0, pairs, new long[][] {new long[count], new long[count]}, count);
    }

    /** Sorts single numbers. */
    public static long[] sorted(long[] numbers, int count) {
        return by(0, new long[][] {numbers}, new long[][] {new long[count]}, count)[0];
    }

    /** A pass keeps the order of what it finds equal, so the less important column is sorted first. */
    private static long[][] by(int column, long[][] pairs, long[][] spare, int count) {
        long[][] from = pairs;
        long[][] to = spare;
        long differing = differingBits(pairs[column], count);
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            if ((differing >>> shift & (DIGITS - 1)) != 0) {
                pass(from, to, column, shift, count);
                long[][] sorted = to;
                to = from;
                from = sorted;
            }
        }
        return from;
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
        if (from.length == 1) {
            place(key, to[0], next, shift, count);
        } else {
            place(from, to, column, next, shift, count);
        }
    }

    private static void place(long[] from, long[] to, int[] next, int shift, int count) {
        for (int i = 0; i < count; i++) {
            to[next[(int) (from[i] >>> shift & (DIGITS - 1))]++] = from[i];
        }
    }

    private static void place(long[][] from, long[][] to, int column, int[] next, int shift, int count) {
        long[] key = from[column];
        long[] first = from[0];
        long[] second = from[1];
        long[] toFirst = to[0];
        long[] toSecond = to[1];
        for (int i = 0; i < count; i++) {
            int place = next[(int) (key[i] >>> shift & (DIGITS - 1))]++;
            toFirst[place] = first[i];
            toSecond[place] = second[i];
        }
    }

    private RadixSort() {}
}
