package org.followerassay.evaluate;

import java.util.Locale;
import org.followerassay.flow.AssayException;

/**
 * What a simulated world is made of.
 *
 * @param out folder that receives {@code export/} and {@code truth/}
 * @param seed the same seed and sizes give the same bytes
 * @param accounts audited accounts; each full 60 bring one whole cast of planted patterns and look-alikes
 * @param population ordinary accounts that follow of their own accord
 */
public record SimulateOptions(String out, long seed, int accounts, int population) {
    /** Fewer would leave no clean accounts to compare with. */
    static final int LEAST_ACCOUNTS = 60;

    /** The largest lists hold 8,000 followers; among fewer accounts everybody would follow everybody. */
    static final int LEAST_POPULATION = 20_000;

    /** The world is built in the memory of one process. */
    static final int MOST_ACCOUNTS = 1_200;

    static final int MOST_POPULATION = 2_000_000;

    public SimulateOptions {
        if (out == null || out.isBlank()) {
            throw AssayException.usage("simulate needs a folder to write to: name one with --out");
        }
        requireBetween("--accounts", accounts, LEAST_ACCOUNTS, MOST_ACCOUNTS);
        requireBetween("--population", population, LEAST_POPULATION, MOST_POPULATION);
    }

    /** A world that is made in seconds and still holds every pattern. */
    public static SimulateOptions demo(String out) {
        return new SimulateOptions(out, 20261031L, 60, 40_000);
    }

    public SimulateOptions withSeed(long other) {
        return new SimulateOptions(out, other, accounts, population);
    }

    private static void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw AssayException.usage(
                    String.format(Locale.ROOT, "%s must be between %,d and %,d, was %,d", option, least, most, value));
        }
    }
}
