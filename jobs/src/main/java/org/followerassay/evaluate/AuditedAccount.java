package org.followerassay.evaluate;

/** An account whose follower list the export holds completely, and the truth about it. */
record AuditedAccount(long id, long createdAt, Label label, Audience audience) {
    /** Bought followers over all followers in the newest snapshot. */
    double plantedShare() {
        return audience.listedNow() == 0 ? 0 : (double) audience.boughtNow() / audience.listedNow();
    }
}
