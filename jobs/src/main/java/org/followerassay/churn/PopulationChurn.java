package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.POPULATION_CHURN;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Churn of all lists together between two snapshots, with an interval that takes lists as clusters.
 *
 * <p>Ties of one list are not lost independently, so that the interval of a share of ties would be far too narrow. The rate is
 * a ratio of sums over lists, and its variance that of a ratio estimator (Cochran 1977): with e = lost − rate · listed for
 * each of n lists, n / (n − 1) · Σe² / (Σ listed)². Two lists at least. One shuffle of lists.
 */
final class PopulationChurn implements Derivation {
    private static final double NORMAL_95 = 1.959963984540054;
    private static final String[] INTERVAL = {"direction", "snapshot_before", "snapshot_after"};

    @Override
    public String name() {
        return "churn of all lists";
    }

    @Override
    public Table output() {
        return POPULATION_CHURN;
    }

    @Override
    public List<Table> inputs() {
        return List.of(CHURN);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = inputs.of(CHURN);
        Dataset<Row> sums = lists.groupBy("direction", "snapshot_before", "snapshot_after")
                .agg(
                        max("days").as("days"),
                        count(lit(1)).as("measured_lists"),
                        sum("listed_before").as("listed_before"),
                        sum("gained").as("gained"),
                        sum("lost").as("lost"),
                        sum("lost_purge").as("lost_purge"),
                        percentile(col("growth"), lit(0.5)).as("median_growth"))
                .withColumn(
                        "churn_rate",
                        when(col("listed_before").gt(0), col("lost").divide(col("listed_before"))));
        Dataset<Row> errors = lists.select(
                        col("direction"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        col("listed_before").as("listed"),
                        col("lost").as("lost_here"))
                .join(sums.select("direction", "snapshot_before", "snapshot_after", "churn_rate"), INTERVAL)
                .groupBy("direction", "snapshot_before", "snapshot_after")
                .agg(sum(pow(col("lost_here").minus(col("churn_rate").multiply(col("listed"))), lit(2)))
                        .as("squares"));
        Column lists1 = col("measured_lists").minus(1);
        Column deviation = sqrt(col("squares").multiply(col("measured_lists")).divide(lists1))
                .divide(col("listed_before"))
                .multiply(NORMAL_95);
        Column known = lists1.gt(0).and(col("listed_before").gt(0));
        return sums.join(errors, INTERVAL, "left")
                .withColumn("reach", when(known, deviation))
                .withColumn(
                        "churn_rate_low",
                        when(known, greatest(lit(0.0), col("churn_rate").minus(col("reach")))))
                .withColumn(
                        "churn_rate_high",
                        when(known, least(lit(1.0), col("churn_rate").plus(col("reach")))));
    }
}
