package org.followerassay.signature.block;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * How blocks are searched, and which of them are reported.
 *
 * @param blocks how many are searched, one after the other, each without the ties of those before
 * @param taskTies ties that one task may hold, at about 40 bytes each; above it, Spark prunes first
 * @param minFollowers followers of a block, and of an account within it, below which nothing is reported: small circles of
 *     people who know each other are as dense
 * @param minFollowees followees of a block below which it is not reported
 * @param minLift a reported block holds at least so many times the ties that were to be expected
 */
public record BlockOptions(int blocks, int taskTies, int minFollowers, int minFollowees, double minLift) {
    /** Above it, the sum of all weights could leave the range of a long. */
    private static final int MOST_TASK_TIES = 50_000_000;

    public BlockOptions {
        require(blocks >= 1 && blocks <= 100, "blocks", blocks, "1 to 100");
        require(taskTies >= 1 && taskTies <= MOST_TASK_TIES, "taskTies", taskTies, "1 to 50,000,000");
        require(minFollowers >= 5, "minFollowers", minFollowers, "5 or more");
        require(minFollowees >= 2, "minFollowees", minFollowees, "2 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
    }

    public static BlockOptions defaults() {
        return new BlockOptions(5, 20_000_000, 50, 3, 3);
    }
}
