package org.followerassay.bench.detection.score;

/** So many of so many, with Wilson's (1927) interval. */
public record Share(long of, long all) {
    private static final double Z = 1.959964;

    public double value() {
        return (double) of / all;
    }

    public double low() {
        return end(-1);
    }

    public double high() {
        return end(1);
    }

    private double end(int side) {
        double n = all;
        double share = value();
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return (share + Z * Z / (2 * n) + side * spread) / (1 + Z * Z / n);
    }
}
