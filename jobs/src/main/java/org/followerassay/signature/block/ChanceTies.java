package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The ties that chance lets a follower have into a block, each account keeping its number of ties.
 *
 * <p>In the configuration model, a follower of k accounts follows one with d followers with probability k d / E, and never
 * more than once. Sums are decimal, so that they do not depend on the order of rows.
 */
final class ChanceTies {
    /**
     * One row per block and number of followees that some follower in it has.
     *
     * @param members rows of the table block_members
     * @param ties all ties that were searched
     * @return block, all_ties (the number of followees), followers (that have so many), expected (ties into the block of
     *     each, a decimal)
     */
    static Dataset<Row> of(Dataset<Row> members, Dataset<Row> ties) {
        Dataset<Row> followers = sizes(members, "follower")
                .select(col("block"), col("all_ties"), col("accounts").as("followers"));
        Dataset<Row> followees =
                sizes(members, "followee").select(col("block"), col("all_ties").as("followee_ties"), col("accounts"));
        Column chance = least(
                lit(1.0),
                col("all_ties").cast("double").multiply(col("followee_ties")).divide(col("searched")));
        return followers
                .join(followees, "block")
                .crossJoin(broadcast(ties.agg(count(lit(1)).as("searched"))))
                .withColumn("expected", chance.multiply(col("accounts")).cast(DataTypes.createDecimalType(24, 12)))
                .groupBy("block", "all_ties", "followers")
                .agg(sum("expected").cast(DataTypes.createDecimalType(20, 12)).as("expected"));
    }

    private static Dataset<Row> sizes(Dataset<Row> members, String side) {
        return members.where(col("side").equalTo(side))
                .groupBy("block", "all_ties")
                .agg(count(lit(1)).as("accounts"));
    }

    private ChanceTies() {}
}
