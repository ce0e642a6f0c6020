package org.followerassay.evaluate.power;

import java.util.List;
import org.followerassay.flow.AssayException;

/**
 * What is planted into copies of lists.
 *
 * @param sizes followers per planted lot
 * @param deliveries burst (within a day), week or drip (within 90 days)
 * @param repeats lots of each size and delivery per size tier of lists
 * @param densities of blocks: the probability that one of their followers follows one of their followees
 * @param camouflages what a block's followers follow besides: none, random, biased or hijacked
 * @param side followers, and followees, of a block
 * @param seed another seed, other hosts and other batches
 */
public record InjectOptions(
        List<Integer> sizes,
        List<Delivery> deliveries,
        int repeats,
        List<Double> densities,
        List<Cover> camouflages,
        int side,
        long seed) {
    /** How long a delivery takes. */
    public enum Delivery {
        BURST(1),
        WEEK(7),
        DRIP(90);

        final double days;

        Delivery(double days) {
            this.days = days;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a block's followers follow besides (Hooi et al., KDD 2016). */
    public enum Cover {
        NONE,
        RANDOM,
        BIASED,
        HIJACKED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public InjectOptions {
        sizes = List.copyOf(sizes);
        deliveries = List.copyOf(deliveries);
        densities = List.copyOf(densities);
        camouflages = List.copyOf(camouflages);
        require(
                sizes.stream().allMatch(size -> size >= 5 && size <= 1_000_000),
                "--lot-sizes",
                sizes,
                "5 to 1,000,000");
        require(repeats >= 1 && repeats <= 20, "--repeats", repeats, "1 to 20");
        require(
                densities.stream().allMatch(density -> density > 0 && density <= 1),
                "--densities",
                densities,
                "above 0, at most 1");
        require(side >= 2 && side <= 2_000, "--block-side", side, "2 to 2,000");
    }

    /** A small grid: five sizes by three deliveries, and blocks as FRAUDAR's authors planted them. */
    public static InjectOptions defaults() {
        return new InjectOptions(
                List.of(30, 100, 300, 1_000, 3_000),
                List.of(Delivery.values()),
                1,
                List.of(0.04, 0.1, 0.3),
                List.of(Cover.values()),
                200,
                20261031L);
    }

    private static void require(boolean legal, String option, Object value, String range) {
        if (!legal) {
            throw AssayException.usage(option + " must be " + range + ", was " + value);
        }
    }
}
