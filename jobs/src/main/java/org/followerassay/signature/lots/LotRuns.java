package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Joins the cells that stand out into runs: followers created close together who arrived close together. */
final class LotRuns {
    /** Days without a creation that part two batches; half the coarsest bin. */
    private static final int CREATION_GAP = 15;

    /** Positions without a member that part two deliveries; half the longest window. */
    private static final int POSITION_GAP = 1_000;

    /** A coarse cell also holds followers from before and after the batch; days within so many of each other are near. */
    private static final int CORE_DAYS = 3;

    /** Days near which there is a fifth of what there is where most were created stay, if a twentieth is theirs. */
    private static final double CORE_NEAR = 0.2;

    private static final double CORE_HERE = 0.05;

    /** The same along the follow order, where a delivery may slow down: a tenth of the densest stretch. */
    private static final int CORE_POSITIONS = 100;

    private static final double CORE_ARRIVAL = 0.1;

    /**
     * One row per run.
     *
     * @param cells cells that stand out, of the grids of {@link Grid#SCAN}
     * @return snapshot, account, position_from, position_to, created_from_day, created_to_day, members
     */
    static Dataset<Row> of(CreationScan scan, Dataset<Row> cells) {
        String[] bin = {"account", "bin_days", "bin_offset", "bin"};
        String[] cell = {"account", "bin_days", "bin_offset", "bin", "span", "window_offset", "window"};
        Dataset<Row> found = cells.selectExpr(cell);
        Dataset<Row> near = CreationScan.binned(scan.ties(), Grid.SCAN)
                .join(broadcast(found.selectExpr(bin).distinct()), bin, "left_semi");
        Dataset<Row> members = CreationScan.windowed(near, Grid.SCAN)
                .join(broadcast(found), cell, "left_semi")
                .select("snapshot", "account", "position", "follower", "created_day")
                .distinct();

        WindowSpec byCreation =
                Window.partitionBy("snapshot", "account").orderBy("created_day", "position", "follower");
        WindowSpec byArrival =
                Window.partitionBy("snapshot", "account", "batch").orderBy("position", "follower");
        Dataset<Row> batches = parted(members, "batch", "created_day", CREATION_GAP, byCreation);
        Dataset<Row> runs = parted(batches, "run", "position", POSITION_GAP, byArrival);
        return densestPositions(densestDays(runs))
                .groupBy("snapshot", "account", "batch", "run")
                .agg(
                        min("position").as("position_from"),
                        max("position").as("position_to"),
                        min("created_day").as("created_from_day"),
                        max("created_day").as("created_to_day"),
                        count(lit(1)).as("members"));
    }

    /** The members on days near which enough of the run was created, and on which something of weight was. */
    private static Dataset<Row> densestDays(Dataset<Row> runs) {
        WindowSpec run = Window.partitionBy("snapshot", "account", "batch", "run");
        WindowSpec byDay = run.orderBy("created_day");
        return runs.withColumn("near", count(lit(1)).over(byDay.rangeBetween(-CORE_DAYS, CORE_DAYS)))
                .withColumn("here", count(lit(1)).over(byDay.rangeBetween(0, 0)))
                .withColumn("most", max("near").over(run))
                .where(col("near").geq(col("most").multiply(CORE_NEAR)))
                .where(col("here").geq(col("most").multiply(CORE_HERE)))
                .drop("near", "here", "most");
    }

    /** The members around whom enough others arrived. */
    private static Dataset<Row> densestPositions(Dataset<Row> runs) {
        WindowSpec run = Window.partitionBy("snapshot", "account", "batch", "run");
        WindowSpec around = run.orderBy("position").rangeBetween(-CORE_POSITIONS, CORE_POSITIONS);
        return runs.withColumn("near", count(lit(1)).over(around))
                .withColumn("most", max("near").over(run))
                .where(col("near").geq(col("most").multiply(CORE_ARRIVAL)));
    }

    /** Numbers the parts of an ordered column: one more at every gap. */
    private static Dataset<Row> parted(Dataset<Row> rows, String part, String value, int gap, WindowSpec order) {
        WindowSpec upToHere = order.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return rows.withColumn("gap", col(value).minus(lag(value, 1).over(order)))
                .withColumn(
                        "first",
                        when(coalesce(col("gap").gt(gap), lit(false)), 1).otherwise(0))
                .withColumn(part, sum("first").over(upToHere))
                .drop("gap", "first");
    }

    private LotRuns() {}
}
