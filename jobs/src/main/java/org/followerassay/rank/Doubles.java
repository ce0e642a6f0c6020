package org.followerassay.rank;

import java.util.Arrays;

/** A growing array of doubles: a list of boxes takes five times as much. */
final class Doubles {
    private double[] values = new double[1 << 8];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
