package org.followerassay.signature.followthrough;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * When a ratio of risks is stated.
 *
 * @param minFollowers flagged followers, and unflagged ones beside them, below which there is not enough data
 * @param parts parts of a list by order of arrival within which followers are compared: tenths, so that each holds enough
 */
public record FollowThroughOptions(int minFollowers, int parts) {
    public FollowThroughOptions {
        require(minFollowers >= 20, "minFollowers", minFollowers, "20 or more");
        require(parts >= 1, "parts", parts, "1 or more");
    }

    public static FollowThroughOptions defaults() {
        return new FollowThroughOptions(50, 10);
    }
}
