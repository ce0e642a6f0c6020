package org.followerassay.bench.detection.baseline;

import java.util.Arrays;

/** Numbers with changing values, the least one at hand: a tournament among all, the smaller number winning a tie. */
final class LeastFirst {
    private final double[] value;
    private final int leaves;

    LeastFirst(int numbers) {
        leaves = Math.max(2, Integer.highestOneBit(Math.max(1, numbers - 1)) * 2);
        value = new double[2 * leaves];
        Arrays.fill(value, Double.POSITIVE_INFINITY);
    }

    double value(int number) {
        return value[leaves + number];
    }

    void put(int number, double to) {
        int at = leaves + number;
        value[at] = to;
        for (at /= 2; at >= 1; at /= 2) {
            value[at] = Math.min(value[2 * at], value[2 * at + 1]);
        }
    }

    void remove(int number) {
        put(number, Double.POSITIVE_INFINITY);
    }

    int least() {
        int at = 1;
        while (at < leaves) {
            at = value[2 * at] <= value[2 * at + 1] ? 2 * at : 2 * at + 1;
        }
        return at - leaves;
    }
}
