package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.SharedTables.SHARED_POOL;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * What the tables of structure hold of a planted block, whether a finding rests on it or not: from ties alone, a pool of shared
 * followers and a dense block are weak evidence.
 *
 * @param pooled its followers in a pool of shared followers
 * @param denseFollowers its followers in the dense block that holds most of its members
 * @param denseFollowees its followees there
 */
record Sides(long followers, long followees, long pooled, long denseFollowers, long denseFollowees) {
    static final Sides NONE = new Sides(0, 0, 0, 0, 0);

    private static final String FOLLOWER = "follower";
    private static final String FOLLOWEE = "followee";

    /** True if half of its followers are in pools. */
    boolean pool() {
        return followers > 0 && 2 * pooled >= followers;
    }

    /** True if one dense block holds half of its followers and half of its followees. */
    boolean dense() {
        return followers > 0 && 2 * denseFollowers >= followers && 2 * denseFollowees >= followees;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d of %d followers, %d of %d followees",
                denseFollowers,
                followers,
                denseFollowees,
                followees);
    }

    /** By planted block. A row per block on the driver. */
    static Map<Long, Sides> of(Dataset<Row> planted, Inputs found) {
        Dataset<Row> pooled = found.of(SHARED_POOL).select(FOLLOWER).distinct().withColumn("pool", lit(1));
        Dataset<Row> counted = planted.join(pooled, new String[] {FOLLOWER}, "left")
                .groupBy("block")
                .agg(
                        count_distinct(col(FOLLOWER)).as("followers"),
                        count_distinct(col(FOLLOWEE)).as("followees"),
                        count_distinct(pooledFollower()).as("pooled"));
        Map<Long, Sides> sides = new HashMap<>();
        counted.join(densest(planted, found.of(BLOCK_MEMBERS)), new String[] {"block"}, "left")
                .select(
                        col("block"),
                        col("followers"),
                        col("followees"),
                        col("pooled"),
                        coalesce(col("best.dense_followers"), lit(0L)),
                        coalesce(col("best.dense_followees"), lit(0L)))
                .limit(100_000)
                .collectAsList()
                .forEach(row -> sides.put(
                        row.getLong(0),
                        new Sides(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
        return sides;
    }

    private static Column pooledFollower() {
        return when(col("pool").isNotNull(), col(FOLLOWER));
    }

    /** Per planted block, the found one that holds most of its members. */
    private static Dataset<Row> densest(Dataset<Row> planted, Dataset<Row> members) {
        Dataset<Row> accounts = side(planted, FOLLOWER).unionByName(side(planted, FOLLOWEE));
        Dataset<Row> inside = members.select(col("block").as("dense"), col("side"), col("account"));
        Column isFollower = col("side").equalTo(FOLLOWER);
        return accounts.join(inside, new String[] {"side", "account"})
                .groupBy("block", "dense")
                .agg(
                        count_if(isFollower).as("dense_followers"),
                        count_if(isFollower.equalTo(false)).as("dense_followees"),
                        count(lit(1)).as("held"))
                .groupBy("block")
                .agg(max_by(
                                struct("dense_followers", "dense_followees"),
                                struct(col("held"), col("dense").multiply(-1).as("first")))
                        .as("best"));
    }

    private static Dataset<Row> side(Dataset<Row> planted, String side) {
        return planted.select(col("block"), lit(side).as("side"), col(side).as("account"))
                .distinct();
    }
}
