package org.followerassay.bench.detection.score;

/** Things that a detector chose, those that it should have chosen, and those in both. */
public record Chosen(long right, long chosen, long wanted) {

    public Chosen plus(Chosen other) {
        return new Chosen(right + other.right, chosen + other.chosen, wanted + other.wanted);
    }

    /** Not a number if nothing was chosen. */
    public double precision() {
        return (double) right / chosen;
    }

    /** Not a number if there was nothing to find. */
    public double recall() {
        return (double) right / wanted;
    }

    public double f1() {
        return chosen + wanted == 0 ? Double.NaN : 2.0 * right / (chosen + wanted);
    }
}
