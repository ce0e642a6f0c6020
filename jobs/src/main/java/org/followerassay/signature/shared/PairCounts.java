package org.followerassay.signature.shared;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
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

    /**
     * Followers that a pair shares.
     *
     * @param shared those in the stratum
     * @param all those in all strata
     */
    record Shared(int account, int other, int stratum, int shared, long all) {}

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

    /** The counts of the pairs that share enough followers, in the order of accounts and strata; nothing is to be added any more. */
    Iterator<Shared> ofAtLeast(long least) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != EMPTY).toArray();
        Arrays.sort(sorted);
        return new InOrder(sorted, least);
    }

    private final class InOrder implements Iterator<Shared> {
        private final long[] sorted;
        private final long least;
        private int at;
        private int end;
        private long all;

        InOrder(long[] sorted, long least) {
            this.sorted = sorted;
            this.least = least;
        }

        @Override
        public boolean hasNext() {
            while (at == end && end < sorted.length) {
                toNextPair();
            }
            return at < end;
        }

        /** Its first stratum, or its end if it shares too few. */
        private void toNextPair() {
            all = 0;
            do {
                all += counts[place(sorted[end])];
                end++;
            } while (end < sorted.length && pair(sorted[end]) == pair(sorted[at]));
            at = all >= least ? at : end;
        }

        private static long pair(long key) {
            return key >>> STRATUM_BITS;
        }

        @Override
        public Shared next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            long key = sorted[at++];
            int account = (int) (pair(key) >>> NUMBER_BITS);
            int other = (int) pair(key) & MASK;
            int stratum = (int) key & ((1 << STRATUM_BITS) - 1);
            return new Shared(account, other, stratum, counts[place(key)], all);
        }
    }
}
