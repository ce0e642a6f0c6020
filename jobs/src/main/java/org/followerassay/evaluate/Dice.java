package org.followerassay.evaluate;

import java.util.SplittableRandom;

/**
 * Chance, the same for a seed on every machine.
 *
 * <p>Every part of the world throws dice of its own, so that one more look-alike does not change the population.
 * {@link StrictMath}, since {@link Math} may differ in the last digit between processors.
 */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String part) {
        return new Dice(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + part.hashCode()));
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** At least {@code from}, less than {@code to}. */
    long between(long from, long to) {
        return from + (long) (fraction() * (to - from));
    }

    double between(double from, double to) {
        return from + fraction() * (to - from);
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - fraction());
    }

    /** Heavy-tailed, half of the values below the median; spread is the standard deviation of the logarithm. */
    double logNormal(double median, double spread) {
        double normal =
                StrictMath.sqrt(-2 * StrictMath.log(1 - fraction())) * StrictMath.cos(2 * StrictMath.PI * fraction());
        return median * StrictMath.exp(spread * normal);
    }

    /** As many values between 300 and 600 as between 3,000 and 6,000. */
    int logUniform(int from, int to) {
        return (int) Math.round(from * StrictMath.pow((double) to / from, fraction()));
    }
}
