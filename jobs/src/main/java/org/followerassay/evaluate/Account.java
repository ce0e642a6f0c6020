package org.followerassay.evaluate;

/**
 * An account of the simulated platform.
 *
 * @param topic what it is interested in; accounts of a topic follow the same accounts more often
 * @param eagerness how readily it follows, relative to others
 * @param removedAt when the platform removed it, {@link Timeline#NEVER} if it did not
 */
record Account(long id, long createdAt, int topic, double eagerness, long removedAt, Profile profile) {}
