package org.followerassay.bench.detection.world;

/**
 * An audited account and who follows it, oldest follower first.
 *
 * @param account its id
 * @param kind what is special about it, such as "buyer" or "viral"
 * @param followers numbers of people
 * @param lots for each follower the lot, counted from 0 in this list, or {@link #ORGANIC}
 * @param arrived for each follower when, which no export tells
 */
public record FollowerList(long account, long createdAt, String kind, int[] followers, int[] lots, long[] arrived) {
    public static final int ORGANIC = -1;

    public int size() {
        return followers.length;
    }

    public boolean bought(int position) {
        return lots[position] != ORGANIC;
    }

    /** Lots that were bought: 0 for whoever bought nothing. */
    public int lotCount() {
        int most = ORGANIC;
        for (int lot : lots) {
            most = Math.max(most, lot);
        }
        return most + 1;
    }
}
