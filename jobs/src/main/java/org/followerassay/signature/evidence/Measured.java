package org.followerassay.signature.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * How well a signature found what was planted in small worlds, which a test makes again at each build.
 *
 * <p>The worlds are made up: on other exports the figures are others. {@code scripts/bench detection} measures many worlds.
 *
 * @param precision share of the ties that it picked that were bought; not a number if it picked none
 * @param recall share of the bought ties that it picked
 * @param cell the worlds, in words
 * @param seeds how often each was made
 */
public record Measured(double precision, double recall, String cell, int seeds) {
    private static final String RESOURCE = "/org/followerassay/signature/measured.properties";

    /** Empty for a signature that says nothing of single ties. */
    public static Optional<Measured> of(String signature) {
        Properties texts = new Properties();
        try (InputStream in = Measured.class.getResourceAsStream(RESOURCE)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String key = signature.replace(' ', '_');
        return Optional.ofNullable(texts.getProperty(key + ".precision"))
                .map(precision -> new Measured(
                        Double.parseDouble(precision),
                        Double.parseDouble(texts.getProperty(key + ".recall")),
                        texts.getProperty("cell"),
                        Integer.parseInt(texts.getProperty("seeds"))));
    }
}
