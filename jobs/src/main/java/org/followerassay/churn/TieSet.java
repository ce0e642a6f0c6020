package org.followerassay.churn;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Ties that the lists of two snapshots show, each with the lists that it was seen in: an open table of plain numbers.
 *
 * <p>As rows of Spark, in a hash aggregation, ten million ties take ten times as long.
 */
final class TieSet {
    private static final byte FREE = 0;
    private static final byte BEFORE = 1;
    private static final byte AFTER = 2;
    private static final byte BOTH = BEFORE | AFTER;

    private final int width;
    private long[][] columns;
    private byte[] seen;
    private int size;

    /** @param width numbers of a tie: the owner of its list, the other end, and what is known besides */
    TieSet(int width) {
        this.width = width;
        allocate(1 << 10);
    }

    private void allocate(int slots) {
        columns = new long[width][slots];
        seen = new byte[slots];
        size = 0;
    }

    void clear() {
        Arrays.fill(seen, FREE);
        size = 0;
    }

    /** Notes that a list shows a tie. Of what is known besides, repeats keep the greater place and the earlier time. */
    void add(long[] tie, boolean later) {
        if (2 * size >= seen.length) {
            grow();
        }
        int slot = slotOf(tie[0], tie[1]);
        if (seen[slot] == FREE) {
            size++;
            for (int column = 0; column < width; column++) {
                columns[column][slot] = tie[column];
            }
        } else if (width > 2) {
            columns[2][slot] = Math.max(columns[2][slot], tie[2]);
            columns[3][slot] = TieParcels.earlier(columns[3][slot], tie[3]);
        }
        seen[slot] |= later ? AFTER : BEFORE;
    }

    /** The slots of ties that only one of the two lists shows. */
    void forEachOneSided(IntConsumer slots) {
        for (int slot = 0; slot < seen.length; slot++) {
            if (seen[slot] == BEFORE || seen[slot] == AFTER) {
                slots.accept(slot);
            }
        }
    }

    boolean isThereAfter(int slot) {
        return (seen[slot] & BOTH) == AFTER;
    }

    long number(int column, int slot) {
        return columns[column][slot];
    }

    private int slotOf(long owner, long other) {
        int mask = seen.length - 1;
        int slot = (int) TieParcels.mixed(owner, other) & mask;
        while (seen[slot] != FREE && (columns[1][slot] != other || columns[0][slot] != owner)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[][] numbers = columns;
        byte[] marks = seen;
        int ties = size;
        allocate(Math.multiplyExact(2, marks.length));
        size = ties;
        for (int from = 0; from < marks.length; from++) {
            if (marks[from] != FREE) {
                int slot = slotOf(numbers[0][from], numbers[1][from]);
                seen[slot] = marks[from];
                for (int column = 0; column < width; column++) {
                    columns[column][slot] = numbers[column][from];
                }
            }
        }
    }
}
