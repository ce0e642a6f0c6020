package org.followerassay.evaluate.platform;

import java.util.Locale;
import java.util.Optional;
import org.followerassay.flow.AssayException;

/**
 * What a platform is like, and what is planted on it.
 *
 * @param ties about so many in the newest snapshot
 * @param followersExponent density exponent of followers per account; 2.276 by Kwak et al. (WWW 2010)
 * @param followeesExponent density exponent of followees per account; the same figure, for want of another
 * @param mutualShare pairs that follow each other over all connected pairs; 0.221 by Kwak et al.
 * @param topicalShare share of an account's followees that are taken from its own topic
 * @param share bought followers over a customer's followers; empty for 2, 10, 30, 55 and 80 % in turn
 * @param attrition share of delivered followers that is gone after 30 days
 * @param camouflage what vendors' accounts follow besides; empty for each in turn
 */
public record PlatformOptions(
        long ties,
        long seed,
        double followersExponent,
        double followeesExponent,
        double mutualShare,
        double topicalShare,
        Optional<Double> share,
        double attrition,
        Optional<Camouflage> camouflage) {
    private static final long LEAST_TIES = 1_000;
    private static final long MOST_TIES = 1_000_000_000;

    public PlatformOptions {
        require(ties >= LEAST_TIES && ties <= MOST_TIES, "--ties", ties, "between 1,000 and 1,000,000,000");
        requireExponent("--followers-exponent", followersExponent);
        requireExponent("--followees-exponent", followeesExponent);
        require(mutualShare >= 0 && mutualShare <= 0.5, "--mutual-share", mutualShare, "between 0 and 0.5");
        require(topicalShare >= 0 && topicalShare <= 1, "--topical-share", topicalShare, "between 0 and 1");
        share.ifPresent(given -> require(given > 0 && given < 0.95, "--share", given, "above 0 and below 0.95"));
        require(attrition >= 0 && attrition < 1, "--attrition", attrition, "0 or more and below 1");
    }

    public static PlatformOptions of(long ties, long seed) {
        return new PlatformOptions(ties, seed, 2.276, 2.276, 0.221, 0.3, Optional.empty(), 0.05, Optional.empty());
    }

    private static void requireExponent(String option, double value) {
        require(value > 2 && value <= 4, option, value, "above 2 and at most 4");
    }

    private static void require(boolean legal, String option, Number value, String range) {
        if (!legal) {
            throw AssayException.usage(String.format(Locale.ROOT, "%s must be %s, was %s", option, range, value));
        }
    }
}
