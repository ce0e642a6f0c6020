package org.followerassay.evaluate;

import java.util.Locale;

/** How long a vendor takes to deliver a lot. */
enum Delivery {
    BURST(0.3),
    WEEK(7),
    DRIP(60);

    private final double days;

    Delivery(double days) {
        this.days = days;
    }

    long seconds() {
        return (long) (days * Timeline.DAY);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
