package org.followerassay.bench;

/** Keyed permutations of 0 … size - 1 that need no memory: distinct numbers in, distinct numbers out, in no visible order. */
final class Scramble {
    private static final int ROUNDS = 3;

    /** Where the permutation with this key puts {@code number}, which is below {@code size}. */
    static long at(long number, long size, long key) {
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
        long x = number;
        // Each step permutes a power of two below twice the size; whoever lands outside walks on.
        do {
            x = step(x, bits, key);
        } while (x >= size);
        return x;
    }

    private static long step(long number, int bits, long key) {
        long mask = (1L << bits) - 1;
        int half = (bits + 1) / 2;
        long x = number;
        long k = key;
        for (int round = 0; round < ROUNDS; round++) {
            k = hash(k);
            x = (x * (k | 1) + (k >>> half)) & mask;
            x ^= x >>> half;
        }
        return x;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long hash(long number) {
        long x = number + 0x9e3779b97f4a7c15L;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    private Scramble() {}
}
