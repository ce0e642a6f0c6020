package org.followerassay.reliability.neighbours;

import java.util.SplittableRandom;

/** The one stream of chance behind a network, in the shapes that people's lives have; a seed fixes all of it. */
final class Chance {
    /** Above this mean a Poisson number is drawn as a rounded normal one: nobody can tell, and it takes one draw. */
    private static final double MANY = 40;

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Heavy-tailed: half of all are below the median, and few are many times as large. */
    double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** At least 1; the smaller the exponent, the larger the rare ones. */
    double pareto(double exponent) {
        return Math.pow(1 - random.nextDouble(), -1 / exponent);
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    int poisson(double mean) {
        if (mean > MANY) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** Place of one of the weights, each as likely as it weighs. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
