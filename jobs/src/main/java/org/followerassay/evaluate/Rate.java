package org.followerassay.evaluate;

import java.util.Locale;

/** So many of so many, with the 95 % interval of Wilson (1927), which holds for few and for shares near 0 and 1. */
public record Rate(long hits, long of) {
    private static final double Z = 1.959964;

    /** Hits over all; 0 where there are none to hit. */
    public double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double variance = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }

    /** As "0.94 (0.72-0.99), 16 of 17"; of nothing there is no share. */
    public String text() {
        return of == 0
                ? "none to count"
                : String.format(Locale.ROOT, "%.3f (%.3f-%.3f), %,d of %,d", share(), low(), high(), hits, of);
    }
}
