package org.followerassay.report;

/** Keeps counts of few followers out of everything that leaves the warehouse. Zero is not a group and is shown. */
record SmallGroups(int smallest) {
    boolean hides(Long followers) {
        return followers != null && followers > 0 && followers < smallest;
    }

    /** The count itself, or that it is small. */
    Object count(Long followers) {
        return hides(followers) ? new Hidden(smallest) : followers;
    }

    /**
     * One of several counts whose sum or difference is known: hidden if any of them is small. All read the same, since the
     * range of each would narrow down the others.
     */
    Object oneOf(Long own, Long... others) {
        return hides(own) || figure(own, others) instanceof Hidden ? new Hidden(smallest, false) : own;
    }

    /** A figure that gives away the count beside it. */
    Object figure(Object value, Long... followers) {
        for (Long count : followers) {
            if (hides(count)) {
                return new Hidden(smallest);
            }
        }
        return value;
    }
}
