package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The ties inside blocks. */
final class BlockTies {
    /**
     * One row per tie with both ends in a block, with the first such block: it took the tie.
     *
     * @param ties columns follower and followee
     * @param members rows of the table block_members
     * @return follower, followee, block
     */
    static Dataset<Row> of(Dataset<Row> ties, Dataset<Row> members) {
        return ties.select("follower", "followee")
                .join(side(members, "followee"), "followee")
                .join(side(members, "follower"), new String[] {"follower", "block"})
                .groupBy("follower", "followee")
                .agg(min("block").as("block"));
    }

    private static Dataset<Row> side(Dataset<Row> members, String side) {
        return members.where(col("side").equalTo(side)).select(col("account").as(side), col("block"));
    }

    private BlockTies() {}
}
