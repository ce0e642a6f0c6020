package org.followerassay.ingest.edges;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A stream of bits, first the highest of each byte, and the codes for whole numbers in which graphs are packed. */
final class BitInput {
    private static final int LONGEST_CODE = 56;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    /** The next bits, the first of them the highest; below them zeros. */
    private long ahead;

    private int held;

    BitInput(InputStream in) {
        this.in = in;
    }

    /** The number of zeros before the next one. */
    long unary() throws IOException {
        long zeros = 0;
        while (true) {
            fill(1);
            int here = Long.numberOfLeadingZeros(ahead);
            if (here < held) {
                take(here + 1);
                return zeros + here;
            }
            zeros += held;
            ahead = 0;
            held = 0;
        }
    }

    /** A number of this many bits. */
    long bits(long count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (count > LONGEST_CODE) {
            throw new IOException("it holds a number that is too large: it is damaged, or built in another way");
        }
        fill((int) count);
        long bits = ahead >>> (Long.SIZE - count);
        take((int) count);
        return bits;
    }

    /** Elias's gamma code: how many bits in unary, then the bits. */
    long gamma() throws IOException {
        long length = unary();
        return ((1L << length) | bits(length)) - 1;
    }

    /** Elias's delta code: how many bits in gamma, then the bits. */
    long delta() throws IOException {
        long length = gamma();
        return ((1L << length) | bits(length)) - 1;
    }

    /** Boldi and Vigna's zeta code, for numbers that fall off as a power law. */
    long zeta(int k) throws IOException {
        long step = unary() * k;
        long most = bits(step + k - 1);
        long least = 1L << step;
        return most < least ? most + least - 1 : (most << 1) + bits(1) - 1;
    }

    /** Three bits at a time, each after a bit that says whether they are the last. */
    long nibble() throws IOException {
        long number = 0;
        boolean isLast = false;
        for (int bits = 3; !isLast; bits += 3) {
            isLast = bits(1) == 1;
            number = number << 3 | bits(3);
            if (bits > LONGEST_CODE) {
                throw new IOException("it holds a number that is too large: it is damaged, or built in another way");
            }
        }
        return number;
    }

    private void take(int count) {
        ahead = count == Long.SIZE ? 0 : ahead << count;
        held -= count;
    }

    private void fill(int wanted) throws IOException {
        while (held < wanted || (held <= LONGEST_CODE && at < filled)) {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer));
                at = 0;
                if (filled == 0) {
                    throw new EOFException("it is cut short");
                }
            }
            ahead |= (buffer[at] & 0xFFL) << (LONGEST_CODE - held);
            at++;
            held += Byte.SIZE;
        }
    }
}
