package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;
import static org.followerassay.table.SpikeTables.GROWTH_INTERVALS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What an account gained between two lists, against what it and everybody usually gain.
 *
 * <p>growth = ln((gained + 1) / (usual + 1)), where usual is the account's median rate times the days, times what everybody
 * gained above their own usual between lists of the same two days: a day on which the platform grew is nobody's burst.
 * Deviation is the median of |growth| over the account's intervals or over all intervals, the larger.
 *
 * <p>Cost: shuffles of one row per interval; ties are not read.
 */
public final class GrowthIntervals implements Derivation {
    /** Accounts with an interval between the same two days that tell what everybody gained. */
    private static final int ENOUGH_FOR_EVERYBODY = 5;

    /** Deviation below which intervals are never said to differ: a factor of 1.22. */
    private static final double LEAST_DEVIATION = 0.2;

    /** Lists of the same account are not taken within less than a second. */
    private static final double LEAST_DAYS = 1 / 86_400.0;

    private final SpikeOptions options;

    public GrowthIntervals(SpikeOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "growth intervals";
    }

    @Override
    public Table output() {
        return GROWTH_INTERVALS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ARRIVAL_COHORTS, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec account = Window.partitionBy("account");
        WindowSpec sameDays = Window.partitionBy("day_before", "day_after");
        Column everybody = when(
                        count(lit(1)).over(sameDays).geq(ENOUGH_FOR_EVERYBODY),
                        median(col("above")).over(sameDays))
                .otherwise(0.0);
        Dataset<Row> usual = gained(inputs)
                .withColumn("rate", median(col("gained").divide(col("days"))).over(account))
                .withColumn("intervals", count(lit(1)).over(account))
                .withColumn("above", growth(col("rate").multiply(col("days"))))
                .withColumn("everybody", everybody)
                .withColumn("usual", col("rate").multiply(col("days")).multiply(exp(col("everybody"))))
                .withColumn("growth", growth(col("usual")))
                .withColumn("own_deviation", median(abs(col("growth"))).over(account));
        return burst(usual);
    }

    /** Every interval, with or without arrivals: account, snapshot_before, snapshot_after, days, gained, and both days. */
    private static Dataset<Row> gained(Inputs inputs) {
        Dataset<Row> gained = inputs.of(ARRIVAL_COHORTS)
                .groupBy("account", "snapshot_before", "snapshot_after")
                .agg(sum("followers").as("gained"));
        return inputs.of(SNAPSHOT_PAIRS)
                .where(col("usable").and(col("direction").equalTo("followers")))
                .join(gained, new String[] {"account", "snapshot_before", "snapshot_after"}, "left")
                .select(
                        col("account"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        greatest(col("days"), lit(LEAST_DAYS)).as("days"),
                        coalesce(col("gained"), lit(0L)).as("gained"),
                        to_date(col("snapshot_before")).as("day_before"),
                        to_date(col("snapshot_after")).as("day_after"));
    }

    private static Column growth(Column usual) {
        return ln(col("gained").plus(1).divide(usual.plus(1)));
    }

    private Dataset<Row> burst(Dataset<Row> usual) {
        Dataset<Row> all = usual.agg(median(abs(col("growth"))).as("all_deviation"));
        Column deviation =
                greatest(col("own_deviation"), coalesce(col("all_deviation"), lit(0.0)), lit(LEAST_DEVIATION));
        Column burst = col("gained")
                .geq(options.minGained())
                .and(col("intervals").geq(options.minIntervals()))
                .and(col("growth").gt(col("deviation").multiply(options.deviations())));
        return usual.crossJoin(broadcast(all))
                .withColumn("deviation", deviation)
                .withColumn("burst", burst);
    }
}
