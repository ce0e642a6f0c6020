package org.followerassay.report;

/**
 * A measured value with its bounds, or the reason why there is none.
 *
 * @param value a Double, a {@link Hidden}, or null
 */
record Measured(Object value, Double low, Double high, String note) {
    static final Measured UNKNOWN = new Measured(null, null, null, "");

    /** True if there are bounds that say more than the value. */
    boolean hasBounds() {
        return value instanceof Double && low != null && high != null && low < high;
    }
}
