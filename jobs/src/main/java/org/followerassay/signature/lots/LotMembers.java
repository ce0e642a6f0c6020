package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The followers inside the rectangles of lots. */
public final class LotMembers {
    /**
     * One row per tie inside a lot; of several lots, the one that stands out most counts.
     *
     * @return snapshot, account, follower, excess_share, found_in
     */
    public static Dataset<Row> of(LotOptions options, Dataset<Row> arrivals, Dataset<Row> lots) {
        return ofEach(options, arrivals, lots)
                .groupBy("snapshot", "account", "follower")
                .agg(max(struct(col("excess_share"), col("lot").multiply(-1).as("minus")))
                        .as("most"))
                .select(
                        col("snapshot"),
                        col("account"),
                        col("follower"),
                        col("most.excess_share"),
                        concat(lit("lot "), col("most.minus").multiply(-1)).as("found_in"));
    }

    /** One row per lot and tie inside it: snapshot, account, lot, follower, excess_share. No shuffle. */
    static Dataset<Row> ofEach(LotOptions options, Dataset<Row> arrivals, Dataset<Row> lots) {
        Dataset<Row> bounds = lots.select(
                col("snapshot"),
                col("lot"),
                col("account").as("followee"),
                col("position_from"),
                col("position_to"),
                col("created_from"),
                col("created_to"),
                col("young_followers"),
                lit(1).minus(col("expected").divide(col("followers"))).as("excess_share"));
        Column inside = col("position")
                .between(col("position_from"), col("position_to"))
                .and(to_date(col("created_at")).between(col("created_from"), col("created_to")));
        Column old = Arrivals.ageDays().geq(options.minAgeDays());
        return arrivals.join(broadcast(bounds), new String[] {"snapshot", "followee"})
                .where(inside.and(old.or(col("young_followers").gt(0))))
                .select(
                        col("snapshot"),
                        col("followee").as("account"),
                        col("lot"),
                        col("follower"),
                        col("excess_share"));
    }

    private LotMembers() {}
}
