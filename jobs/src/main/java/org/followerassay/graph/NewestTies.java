package org.followerassay.graph;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** The ties that the newest list of either of their ends shows. */
public final class NewestTies {
    /** Columns follower and followee; a tie that both lists show is there twice. No shuffle but for the lists. */
    public static Dataset<Row> of(Inputs inputs) {
        Dataset<Row> newest = inputs.of(COVERAGE)
                .where(col("listed").gt(0))
                .groupBy("account", "direction")
                .agg(max(struct("complete", "snapshot")).as("newest"))
                .select("account", "direction", "newest.snapshot");
        Dataset<Row> follows = inputs.of(FOLLOWS).select("snapshot", "follower", "followee");
        Dataset<Row> followers = list(newest, "followers", "followee");
        Dataset<Row> followees = list(newest, "followees", "follower");
        return follows.join(broadcast(followers), new String[] {"followee", "snapshot"}, "left")
                .join(broadcast(followees), new String[] {"follower", "snapshot"}, "left")
                .where(coalesce(col("in_followers"), col("in_followees"), lit(false)))
                .select("follower", "followee");
    }

    private static Dataset<Row> list(Dataset<Row> newest, String direction, String owner) {
        return newest.where(col("direction").equalTo(direction))
                .select(col("account").as(owner), col("snapshot"), lit(true).as("in_" + direction));
    }

    private NewestTies() {}
}
