package org.followerassay.evaluate;

/**
 * The truth about an audited account.
 *
 * @param role customer, actor, look_alike or clean
 * @param kind what was planted, or what it is that looks like it
 * @param pattern how bought followers were delivered; empty for others
 * @param vendor who sold them; empty for others
 */
record Label(String role, String kind, String pattern, String vendor) {
    static final String CUSTOMER = "customer";
    static final String ACTOR = "actor";
    static final String LOOK_ALIKE = "look_alike";
    static final String CLEAN = "clean";

    static Label customer(String kind, Delivery delivery, String vendor) {
        return new Label(CUSTOMER, kind, delivery.word(), vendor);
    }

    static Label actor(String kind) {
        return new Label(ACTOR, kind, "", "");
    }

    static Label lookAlike(String kind) {
        return new Label(LOOK_ALIKE, kind, "", "");
    }

    static Label clean() {
        return new Label(CLEAN, "ordinary", "", "");
    }
}
