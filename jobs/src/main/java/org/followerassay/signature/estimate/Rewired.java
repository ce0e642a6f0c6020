package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Data in which nothing was bought: the same followers and the same lists, put together by chance.
 *
 * <p>Every tie keeps its list and gets the follower of another tie of the same stratum. So each list keeps its length and
 * each follower its number of lists (the configuration model), but for the few ties that meet their own like and are dropped.
 * "Chance" is a hash of the tie, so that a rerun deals the same hands. Two sorts of the ties by stratum, and
 * a join.
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
        return dealt(ties, new String[] {"follower"}, lit(0))
                .where(col("follower").notEqual(col("followee")))
                .dropDuplicates("snapshot", "followee", "follower");
    }

    /**
     * Arrivals with their followers dealt anew among those who arrived in the same quarter, anywhere: lists keep when they
     * grew, followers keep when they were created.
     *
     * @param arrivals rows of the table arrivals
     */
    static Dataset<Row> arrivals(Dataset<Row> arrivals) {
        Column quarter = floor(unix_date(to_date(col("arrived_after"))).divide(lit(91)));
        return dealt(arrivals, new String[] {"follower", "created_at"}, quarter)
                .dropDuplicates("snapshot", "followee", "follower")
                .withColumn("arrived_after", greatest(col("arrived_after"), col("created_at")))
                .withColumn("arrived_before", greatest(col("arrived_before"), col("created_at")));
    }

    /** Ties whose order in their list is by chance: positions dealt anew within each list. */
    static Dataset<Row> order(Dataset<Row> ties) {
        return dealt(ties, new String[] {"follower"}, xxhash64(col("snapshot"), col("followee")))
                .dropDuplicates("snapshot", "followee", "follower");
    }

    private static Dataset<Row> dealt(Dataset<Row> ties, String[] moved, Column stratum) {
        Dataset<Row> sorted = ties.withColumn("stratum", stratum);
        Dataset<Row> parts = sorted.groupBy("stratum")
                .agg(ceil(count(lit(1)).divide(lit(PART))).as("parts"));
        Dataset<Row> placed = sorted.join(parts, "stratum")
                .withColumn("part", pmod(hash(1), col("parts")))
                .drop("parts");
        Dataset<Row> places = numbered(placed, 2).drop(moved);
        Dataset<Row> hands = numbered(placed, 3)
                .select(
                        "stratum",
                        Stream.concat(Stream.of("part", "number"), Arrays.stream(moved))
                                .toArray(String[]::new));
        return places.join(hands, new String[] {"stratum", "part", "number"}).drop("stratum", "part", "number");
    }

    private static Dataset<Row> numbered(Dataset<Row> placed, int salt) {
        Column order = hash(salt);
        return placed.withColumn(
                "number",
                row_number()
                        .over(Window.partitionBy("stratum", "part").orderBy(order, col("followee"), col("follower"))));
    }

    private static Column hash(int salt) {
        return xxhash64(lit(salt), col("followee"), col("follower"));
    }

    private Rewired() {}
}
