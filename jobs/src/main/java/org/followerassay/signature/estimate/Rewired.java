package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Data in which nothing was bought: the same followers and the same lists, put together by chance.
 *
 * <p>Every tie keeps its list and gets the follower of another tie of the same stratum: ties are put in an order by chance, and
 * each passes its follower on to the one before. So each list keeps its length and each follower its number of lists (the
 * configuration model), but for the few ties that meet their own like and are dropped. "Chance" is a hash of the tie, so
 * that a rerun deals the same hands. One sort of the ties by stratum, and one to find those that met their like.
 */
final class Rewired {
    /** Ties beyond which a stratum is dealt in parts, each by itself, so that a sort of 10^9 ties is not one task. */
    private static final int PART = 1_000_000;

    /**
     * Ties of follower lists with their followers dealt anew.
     *
     * @param ties snapshot, followee, follower and what belongs to the place in the list
     */
    static Dataset<Row> followers(Dataset<Row> ties) {
        return withoutRepeats(
                dealt(ties, List.of("follower"), lit(0)).where(col("follower").notEqual(col("followee"))),
                col("position"),
                col("followed_at"));
    }

    /**
     * Arrivals with their followers dealt anew among those who arrived in the same quarter, anywhere: lists keep when they
     * grew, followers keep when they were created.
     *
     * @param arrivals rows of the table arrivals
     */
    static Dataset<Row> arrivals(Dataset<Row> arrivals) {
        Column quarter = floor(unix_date(to_date(col("arrived_after"))).divide(lit(91)));
        return withoutRepeats(dealt(arrivals, List.of("follower", "created_at"), quarter), col("position"))
                .withColumn("arrived_after", greatest(col("arrived_after"), col("created_at")))
                .withColumn("arrived_before", greatest(col("arrived_before"), col("created_at")));
    }

    /**
     * Dated ties with their followers dealt anew among those who arrived in the same week, anywhere: accounts keep when they
     * gained followers, followers keep when they followed.
     *
     * @param ties rows of the table dated_ties, account being called followee
     * @return rows of the table dated_ties
     */
    static Dataset<Row> dated(Dataset<Row> ties) {
        Column week = floor(unix_date(to_date(col("followed_at"))).divide(lit(7)));
        Dataset<Row> dealt =
                dealt(ties, List.of("follower"), week).where(col("follower").notEqual(col("followee")));
        return dealt.groupBy(col("followee").as("account"), col("follower"))
                .agg(min(struct("followed_at", "uncertain_seconds")).as("first"))
                .select("account", "follower", "first.*");
    }

    /** Ties whose order in their list is by chance: positions dealt anew within each list. None meets its like. */
    static Dataset<Row> order(Dataset<Row> ties) {
        return dealt(ties, List.of("follower"), xxhash64(col("snapshot"), col("followee")));
    }

    private static Dataset<Row> dealt(Dataset<Row> ties, List<String> moved, Column stratum) {
        Dataset<Row> sorted = ties.withColumn("stratum", stratum);
        Dataset<Row> large = sorted.groupBy("stratum")
                .agg(ceil(count(lit(1)).divide(lit(PART))).as("parts"))
                .where(col("parts").gt(1));
        WindowSpec inOrder = Window.partitionBy("stratum", "part").orderBy(hash(2), col("followee"), col("follower"));
        Column hand = struct(moved.stream().map(column -> col(column)).toArray(Column[]::new));
        Column firstHand = first(hand).over(inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Dataset<Row> dealt = sorted.join(broadcast(large), new String[] {"stratum"}, "left")
                .withColumn("part", pmod(hash(1), coalesce(col("parts"), lit(1L))))
                .withColumn("hand", coalesce(lead(hand, 1).over(inOrder), firstHand));
        for (String column : moved) {
            dealt = dealt.withColumn(column, col("hand." + column));
        }
        return dealt.drop("stratum", "parts", "part", "hand");
    }

    /** Of ties that have become one, the first. */
    private static Dataset<Row> withoutRepeats(Dataset<Row> ties, Column... order) {
        WindowSpec sameTie =
                Window.partitionBy("snapshot", "followee", "follower").orderBy(order);
        return ties.withColumn("nth", row_number().over(sameTie))
                .where(col("nth").equalTo(1))
                .drop("nth");
    }

    private static Column hash(int salt) {
        return xxhash64(lit(salt), col("followee"), col("follower"));
    }

    private Rewired() {}
}
