package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many followers of an account follow exactly so many accounts, or have exactly so many followers.
 *
 * <p>All that the measures need, and far smaller than the ties: as many rows as there are distinct values, of which partial
 * counts are shuffled. One join by follower.
 */
final class FollowerCounts {
    /** Measure: 1 for a follower of whom it is known how many accounts it follows, else 0. */
    static final String KNOWN = "known";
    /** Measure: accounts that a follower follows. */
    static final String FOLLOWEES = "followees";
    /** Measure: followers that a follower has. */
    static final String FOLLOWERS = "followers";

    /** Columns account, measure, value, matched (1 where a signature matched) and count. */
    static Dataset<Row> of(Dataset<Row> followers, Dataset<Row> knownCounts) {
        Dataset<Row> known = knownCounts.withColumnRenamed("account", "follower");
        return followers
                .join(known, new String[] {"follower"}, "left")
                .select(
                        col("account"),
                        col("matched"),
                        explode(array(
                                        measure(
                                                KNOWN,
                                                when(col("known_followees").isNotNull(), 1L)
                                                        .otherwise(0L)),
                                        measure(FOLLOWEES, col("known_followees")),
                                        measure(FOLLOWERS, col("known_followers"))))
                                .as("measured"))
                .select("account", "matched", "measured.*")
                .where(col("value").isNotNull())
                .groupBy("account", "measure", "value", "matched")
                .agg(count(lit(1)).as("count"));
    }

    private static Column measure(String name, Column value) {
        return struct(lit(name).as("measure"), value.cast(LongType).as("value"));
    }

    private FollowerCounts() {}
}
