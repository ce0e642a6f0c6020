package org.followerassay.report;

/**
 * A count of so few followers that they are not shown, or a figure from which such a count could be worked out.
 *
 * @param below the smallest count that would have been shown
 * @param alone true if the count itself is below; false if it may be any, and is hidden with one that could be worked out
 */
record Hidden(int below, boolean alone) {
    Hidden(int below) {
        this(below, true);
    }

    @Override
    public String toString() {
        return alone ? Messages.of("hidden", below) : Messages.of("hidden.with_others");
    }
}
