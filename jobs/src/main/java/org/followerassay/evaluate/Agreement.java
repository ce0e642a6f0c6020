package org.followerassay.evaluate;

/**
 * How well a choice of accounts or ties agrees with the truth.
 *
 * @param right chosen, and planted
 * @param chosen all that were chosen
 * @param planted all that were planted
 */
record Agreement(long right, long chosen, long planted) {
    Rate precision() {
        return new Rate(right, chosen);
    }

    Rate recall() {
        return new Rate(right, planted);
    }

    /** The harmonic mean of precision and recall; 0 if nothing right was chosen. */
    double balance() {
        return right == 0 ? 0 : 2.0 * right / (chosen + planted);
    }
}
