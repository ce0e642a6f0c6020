package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many came to an account in and around windows. */
final class Arrived {
    /**
     * Adds to windows what came inside, near and around them, and in all.
     *
     * <p>Arrivals are counted per hour first, so that a window meets some thousand hours at most, however many followers the
     * account has.
     *
     * @param windows account, window_from, length (seconds), distinct
     * @param ties account and at
     * @return the windows with inside, around (near ones left out) and elsewhere (near ones left out)
     */
    static Dataset<Row> at(Dataset<Row> windows, Dataset<Row> ties) {
        Dataset<Row> hours = ties.groupBy(
                        col("account"),
                        col("at").minus(pmod(col("at"), lit(Windows.HOUR))).as("hour"))
                .agg(count(lit(1)).as("arrivals"));
        Dataset<Row> totals = hours.groupBy("account").agg(sum("arrivals").as("total"));
        Column near = Windows.near("hour", "window_from");
        return windows.join(hours, "account")
                .where(Windows.around("hour", "window_from"))
                .groupBy("account", "window_from", "length")
                .agg(
                        sum(when(Windows.within("hour", "window_from"), col("arrivals"))
                                        .otherwise(0L))
                                .as("inside"),
                        sum(when(near, col("arrivals")).otherwise(0L)).as("near"),
                        sum(when(not(near), col("arrivals")).otherwise(0L)).as("around"))
                .join(totals, "account")
                .withColumn("elsewhere", col("total").minus(col("near")))
                .drop("near", "total");
    }

    private Arrived() {}
}
