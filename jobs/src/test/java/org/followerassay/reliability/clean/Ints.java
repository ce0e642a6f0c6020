package org.followerassay.reliability.clean;

import java.util.Arrays;

/** Whole numbers in order; millions of them as boxes would not fit. */
final class Ints {
    private int[] values = new int[4];
    private int size;

    int size() {
        return size;
    }

    int get(int place) {
        return values[place];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 4);
        }
        values[size++] = value;
    }

    /** Place of a value, −1 if it is not among them. */
    int indexOf(int value) {
        for (int place = 0; place < size; place++) {
            if (values[place] == value) {
                return place;
            }
        }
        return -1;
    }

    /** The others stay in order. */
    void removeAt(int place) {
        System.arraycopy(values, place + 1, values, place, size - place - 1);
        size--;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
