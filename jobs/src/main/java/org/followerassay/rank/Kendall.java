package org.followerassay.rank;

/**
 * Pairs of accounts that two measures order alike, and otherwise (Knight, 1966).
 *
 * <p>Sorted by the one measure and then by the other, a pair that they order otherwise is an inversion, which a merge sort
 * counts while it sorts. Pairs with an equal in either are neither.
 *
 * @param concordant pairs ordered alike
 * @param discordant pairs ordered otherwise
 * @param unequalX pairs that differ in the first measure
 * @param unequalY pairs that differ in the second
 */
record Kendall(long concordant, long discordant, long unequalX, long unequalY) {
    /** @param x sorted; {@code y} is sorted where x is equal */
    static Kendall of(double[] x, double[] y) {
        long pairs = pairs(x.length);
        long equalX = 0;
        long equalBoth = 0;
        int runX = 0;
        int runBoth = 0;
        for (int i = 1; i <= x.length; i++) {
            boolean endX = i == x.length || x[i] != x[runX];
            if (endX || y[i] != y[runBoth]) {
                equalBoth += pairs(i - runBoth);
                runBoth = i;
            }
            if (endX) {
                equalX += pairs(i - runX);
                runX = i;
            }
        }
        double[] sorted = y.clone();
        long discordant = inversions(sorted, new double[y.length], 0, y.length);
        long equalY = 0;
        int runY = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[runY]) {
                equalY += pairs(i - runY);
                runY = i;
            }
        }
        long concordant = pairs - equalX - equalY + equalBoth - discordant;
        return new Kendall(concordant, discordant, pairs - equalX, pairs - equalY);
    }

    /** Tau b: 1 for the same order, -1 for the opposite one; null where a measure tells nobody from anybody. */
    Double tau() {
        boolean ordered = unequalX > 0 && unequalY > 0;
        return ordered ? (concordant - discordant) / Math.sqrt((double) unequalX * unequalY) : null;
    }

    private static long pairs(long accounts) {
        return accounts * (accounts - 1) / 2;
    }

    /** Sorts a part of the values and counts the pairs that stood in the wrong order. */
    private static long inversions(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long inversions = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && values[left] <= values[right]);
            if (!takeLeft) {
                inversions += middle - left;
            }
            spare[i] = takeLeft ? values[left++] : values[right++];
        }
        System.arraycopy(spare, from, values, from, to - from);
        return inversions;
    }
}
