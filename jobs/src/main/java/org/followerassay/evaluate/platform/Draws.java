package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Numbers that look drawn and are computed: a function of the seed, the name of a stream, and the row's own key.
 *
 * <p>So a row has its numbers wherever and in whatever order it is computed.
 */
public record Draws(long seed) {
    private static final double UNIT = 0x1.0p-53;

    /** Even in [0, 1). */
    public Column fraction(String stream, Column... key) {
        return shiftrightunsigned(hash(stream, key), 11).cast("double").multiply(UNIT);
    }

    /** True with a probability. */
    public Column chance(double probability, String stream, Column... key) {
        return fraction(stream, key).lt(probability);
    }

    /** Mean 0 and deviation 1, within 3.5: four even numbers added up, which any machine adds up alike. */
    public Column bell(String stream, Column... key) {
        Column sum = lit(-2.0);
        for (int i = 0; i < 4; i++) {
            sum = sum.plus(fraction(stream + i, key));
        }
        return sum.multiply(Math.sqrt(3));
    }

    /** Any 64 bits. */
    public Column hash(String stream, Column... key) {
        Column[] seeded = Stream.concat(Stream.of(lit(streamSeed(stream))), Stream.of(key))
                .toArray(Column[]::new);
        return xxhash64(seeded);
    }

    /** Even in [0, 1), for what is planned before there are rows. */
    public double planned(String stream, long key) {
        return (mixed(streamSeed(stream) + mixed(key)) >>> 11) * UNIT;
    }

    private long streamSeed(String stream) {
        long state = mixed(seed);
        for (int i = 0; i < stream.length(); i++) {
            state = mixed(state + stream.charAt(i));
        }
        return state;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
