package org.followerassay.signature.shared;

import java.util.Arrays;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/**
 * How many followers of each stratum two accounts share: a table in two arrays, 12 bytes a place, that doubles when it is two
 * thirds full. Accounts are called by numbers below 2<sup>29</sup>.
 */
final class PairCounts {
    private static final int STRATUM_BITS = 5;
    private static final int NUMBER_BITS = 29;
    private static final int MASK = (1 << NUMBER_BITS) - 1;
    private static final long EMPTY = -1;
    private static final int SEED = 42;

    private long[] keys;
    private int[] counts;
    private int size;

    /** What becomes of a pair's counts. */
    interface Reader {
        /** @param all followers that the pair shares in all strata */
        void take(int account, int other, int stratum, int shared, long all);
    }

    PairCounts() {
        make(1 << 10);
    }

    private void make(int places) {
        keys = new long[places];
        Arrays.fill(keys, EMPTY);
        counts = new int[places];
    }

    /** Counts one follower more. */
    void add(int account, int other, int stratum) {
        add(((long) account << (NUMBER_BITS + STRATUM_BITS)) | ((long) other << STRATUM_BITS) | stratum, 1);
    }

    private void add(long key, int more) {
        int place = place(key);
        if (keys[place] == EMPTY) {
            keys[place] = key;
            size++;
        }
        counts[place] += more;
        if (3L * size > 2L * keys.length) {
            grow();
        }
    }

    private int place(long key) {
        int place = Murmur3_x86_32.hashLong(key, SEED) & (keys.length - 1);
        while (keys[place] != key && keys[place] != EMPTY) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        make(Math.multiplyExact(keys.length, 2));
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    /** Hands out the counts of the pairs that share enough followers, in the order of accounts and strata. */
    void read(long least, Reader reader) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != EMPTY).toArray();
        Arrays.sort(sorted);
        for (int begin = 0, end; begin < sorted.length; begin = end) {
            long pair = sorted[begin] >>> STRATUM_BITS;
            long all = 0;
            for (end = begin; end < sorted.length && sorted[end] >>> STRATUM_BITS == pair; end++) {
                all += counts[place(sorted[end])];
            }
            if (all >= least) {
                for (int i = begin; i < end; i++) {
                    int stratum = (int) sorted[i] & ((1 << STRATUM_BITS) - 1);
                    reader.take(
                            (int) (pair >>> NUMBER_BITS), (int) pair & MASK, stratum, counts[place(sorted[i])], all);
                }
            }
        }
    }
}
