package org.followerassay.signature.block;

import static org.followerassay.signature.evidence.Legal.require;

/**
 * How blocks are searched, and which of them are reported.
 *
 * @param blocks how many are searched, one after the other, each without the ties of those before
 * @param taskTies ties that one task may hold, at about 40 bytes each; above it, Spark prunes first
 */
public record BlockOptions(int blocks, int taskTies) {
    /** Above it, the sum of all weights could leave the range of a long. */
    private static final int MOST_TASK_TIES = 50_000_000;

    public BlockOptions {
        require(blocks >= 1 && blocks <= 100, "blocks", blocks, "1 to 100");
        require(taskTies >= 1 && taskTies <= MOST_TASK_TIES, "taskTies", taskTies, "1 to 50,000,000");
    }

    public static BlockOptions defaults() {
        return new BlockOptions(5, 20_000_000);
    }
}
