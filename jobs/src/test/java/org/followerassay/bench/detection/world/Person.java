package org.followerassay.bench.detection.world;

/**
 * Somebody who can follow.
 *
 * @param createdAt seconds since 1970
 * @param topic what interests them
 */
public record Person(long createdAt, int topic, Profile profile) {}
