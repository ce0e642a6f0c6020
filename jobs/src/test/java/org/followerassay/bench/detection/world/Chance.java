package org.followerassay.bench.detection.world;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Chance, the same for a seed on every machine; every part of a world has its own, so that parts do not disturb another. */
final class Chance {
    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, String part) {
        return new Chance(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + part.hashCode()));
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean is(double probability) {
        return fraction() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double from, double to) {
        return from + fraction() * (to - from);
    }

    long between(long from, long to) {
        return from + (long) (fraction() * (to - from));
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - fraction());
    }

    /** Half of the values below the median; spread is the standard deviation of the logarithm. */
    double logNormal(double median, double spread) {
        double normal =
                StrictMath.sqrt(-2 * StrictMath.log(1 - fraction())) * StrictMath.cos(2 * StrictMath.PI * fraction());
        return median * StrictMath.exp(spread * normal);
    }

    /** As many values between 300 and 600 as between 3,000 and 6,000. */
    int logUniform(int from, int to) {
        return (int) Math.round(from * StrictMath.pow((double) to / from, fraction()));
    }

    /** So many different numbers below a bound, in random order. */
    int[] sample(int wanted, int bound) {
        int[] all = new int[bound];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < wanted; i++) {
            int other = i + below(bound - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, wanted);
    }

    /** A number below a bound, drawn in proportion to weights given as running sums. */
    int weighted(double[] weightUpTo, int bound) {
        double drawn = fraction() * weightUpTo[bound - 1];
        int found = Arrays.binarySearch(weightUpTo, 0, bound, drawn);
        return Math.min(found < 0 ? -found - 1 : found + 1, bound - 1);
    }
}
