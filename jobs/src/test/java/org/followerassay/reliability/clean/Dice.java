package org.followerassay.reliability.clean;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, decided by a seed: the same on every machine, hence {@link StrictMath}. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** @param spread standard deviation of the logarithm */
    double lognormal(double median, double spread) {
        double radius = Math.sqrt(2 * exponential(1));
        return median * StrictMath.exp(spread * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
    }

    /** Like {@link #lognormal}, as a whole number within bounds. */
    int size(double median, double spread, int least, int most) {
        return (int) Math.max(least, Math.min(most, lognormal(median, spread)));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Fisher and Yates. */
    <T> void shuffle(List<T> all) {
        for (int last = all.size() - 1; last > 0; last--) {
            int drawn = random.nextInt(last + 1);
            T moved = all.get(drawn);
            all.set(drawn, all.get(last));
            all.set(last, moved);
        }
    }
}
