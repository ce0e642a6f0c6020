package org.followerassay.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pairs of numbers in two arrays that grow: ties, or accounts with a count. Sent from task to task as bytes, which takes 8
 * bytes a pair where the numbers lie close enough, 12 or 16 otherwise, and nothing for an object.
 */
public final class Pairs implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HEAD = Integer.BYTES + 2 * (1 + Long.BYTES);

    private long[] first;
    private long[] second;
    private int count;

    public Pairs(int expected) {
        first = new long[expected];
        second = new long[expected];
    }

    public int count() {
        return count;
    }

    public void add(long one, long other) {
        if (count == first.length) {
            grow(count + 1);
        }
        first[count] = one;
        second[count++] = other;
    }

    public void clear() {
        count = 0;
    }

    /** Gives the arrays back; there are no pairs any more. */
    void free() {
        first = new long[0];
        second = new long[0];
        count = 0;
    }

    /** The arrays themselves, of which the first {@link #count} places are filled. */
    public long[][] columns() {
        return new long[][] {first, second};
    }

    private void grow(int least) {
        int longer = Math.max(least, Math.max(1 << 10, count + (count >> 1)));
        first = Arrays.copyOf(first, longer);
        second = Arrays.copyOf(second, longer);
    }

    /** The pairs as bytes, to be read by {@link #addAll}. */
    public byte[] bytes() {
        long firstLeast = least(first);
        long secondLeast = least(second);
        boolean narrow = isNarrow(first, firstLeast);
        boolean secondNarrow = isNarrow(second, secondLeast);
        int size = HEAD + count * (width(narrow) + width(secondNarrow));
        ByteBuffer out = ByteBuffer.allocate(size).putInt(count);
        put(out, first, firstLeast, narrow);
        put(out, second, secondLeast, secondNarrow);
        return out.array();
    }

    /** Adds the pairs that {@link #bytes} wrote. */
    public void addAll(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int added = in.getInt();
        if (count + added > first.length) {
            grow(count + added);
        }
        get(in, first, added);
        get(in, second, added);
        count += added;
    }

    private static int width(boolean narrow) {
        return narrow ? Integer.BYTES : Long.BYTES;
    }

    private long least(long[] numbers) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, numbers[i]);
        }
        return least;
    }

    private boolean isNarrow(long[] numbers, long least) {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen |= numbers[i] - least;
        }
        return seen >>> Integer.SIZE == 0;
    }

    private void put(ByteBuffer out, long[] numbers, long least, boolean narrow) {
        out.put((byte) (narrow ? 1 : 0)).putLong(least);
        for (int i = 0; i < count; i++) {
            if (narrow) {
                out.putInt((int) (numbers[i] - least));
            } else {
                out.putLong(numbers[i] - least);
            }
        }
    }

    private void get(ByteBuffer in, long[] numbers, int added) {
        boolean narrow = in.get() == 1;
        long least = in.getLong();
        for (int i = count; i < count + added; i++) {
            numbers[i] = least + (narrow ? Integer.toUnsignedLong(in.getInt()) : in.getLong());
        }
    }
}
