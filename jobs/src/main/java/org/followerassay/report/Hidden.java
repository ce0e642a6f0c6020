package org.followerassay.report;

/**
 * A count of so few followers that they are not shown, or a figure from which such a count could be worked out.
 *
 * @param below the smallest count that would have been shown
 */
record Hidden(int below) {
    @Override
    public String toString() {
        return Messages.of("hidden", below);
    }
}
