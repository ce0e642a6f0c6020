package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The times at which everybody loses followers: a purge of the platform, or an export that failed for all.
 *
 * <p>Followers that are known to be alive do not count: who is alive was not purged. The loss of a pair of snapshots is the
 * median over lists, so that one list's disaster is not the population's; what is ordinary is the median over all pairs,
 * by day. One shuffle of lists, one of pairs of snapshots.
 */
final class PurgeCalendar implements Derivation {
    private static final Column MEDIAN = lit(0.5);

    /** Fewer do not tell what is ordinary. */
    private static final int PAIRS_MIN = 4;

    private final Purges options;

    PurgeCalendar(Purges options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "purge calendar";
    }

    @Override
    public Table output() {
        return PURGE_CALENDAR;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_LOSSES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = pairs(inputs.of(LIST_LOSSES));
        Dataset<Row> ordinary = pairs.agg(
                count(lit(1)).as("pairs"),
                percentile(col("median_loss").divide(col("days")), MEDIAN).as("median_per_day"));
        Column perDay = when(col("pairs").geq(PAIRS_MIN), col("median_per_day")).otherwise(options.ordinaryPerDay());
        return pairs.crossJoin(ordinary)
                .withColumn("ordinary_loss", perDay.multiply(col("days")))
                .withColumn(
                        "purge",
                        col("losing_share")
                                .geq(options.losingShare())
                                .and(col("median_loss").geq(options.lossMin()))
                                .and(col("median_loss").geq(col("ordinary_loss").multiply(options.times()))));
    }

    private Dataset<Row> pairs(Dataset<Row> losses) {
        Column loss = col("lost").minus(col("lost_alive")).divide(col("listed_before"));
        return losses.where(col("direction")
                        .equalTo("followers")
                        .and(col("listed_before").gt(0))
                        .and(col("days").gt(0)))
                .withColumn("loss", loss)
                .groupBy("snapshot_before", "snapshot_after")
                .agg(
                        max("days").as("days"),
                        count(lit(1)).as("measured_lists"),
                        count_if(col("loss").gt(0)).divide(count(lit(1))).as("losing_share"),
                        percentile(col("loss"), MEDIAN).as("median_loss"))
                .where(col("measured_lists").geq(options.listsMin()));
    }
}
