package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each tie as a row of the two lists that may show it: the followee's followers and the follower's followees.
 *
 * <p>The tables do not say which list an export took a tie from; a tie that either shows at a snapshot was there.
 */
final class ListedTies {
    /** Columns account, direction, other (the far end), snapshot, follower, followee, position and followed_at. No shuffle. */
    static Dataset<Row> of(Dataset<Row> follows) {
        return follows.select(
                        col("snapshot"),
                        col("follower"),
                        col("followee"),
                        col("position"),
                        col("followed_at"),
                        explode(array(
                                        struct(
                                                col("followee").as("account"),
                                                lit("followers").as("direction"),
                                                col("follower").as("other")),
                                        struct(
                                                col("follower").as("account"),
                                                lit("followees").as("direction"),
                                                col("followee").as("other"))))
                                .as("list"))
                .select("list.*", "snapshot", "follower", "followee", "position", "followed_at");
    }

    private ListedTies() {}
}
