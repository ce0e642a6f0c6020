package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Neighbouring snapshots of each list, and whether an absent tie between them is a change.
 *
 * <p>A list that is not complete, or that dips below its neighbours and is back afterwards, spoils both pairs that it is in;
 * the good lists around it are then paired as well, so that no interval is lost. Dips are judged the same way in both
 * directions of time. One shuffle of the coverage table; ties are not read.
 */
final class SnapshotPairs implements Derivation {
    private static final double MICROSECONDS_PER_DAY = 86_400_000_000.0;

    private final Suspects options;

    SnapshotPairs(Suspects options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "snapshot pairs";
    }

    @Override
    public Table output() {
        return SNAPSHOT_PAIRS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return paired(judged(inputs.of(COVERAGE)));
    }

    /** One row per list and snapshot, with its flaw in words, or null. */
    private Dataset<Row> judged(Dataset<Row> coverage) {
        WindowSpec alike =
                Window.partitionBy("account", "direction", "complete").orderBy("snapshot");
        int reach = options.dipSnapshots();
        Column around = least(
                max("listed").over(alike.rowsBetween(-reach, -1)), max("listed").over(alike.rowsBetween(1, reach)));
        // least() skips nulls: the first and the last list of a history have one neighbour only and cannot be a dip.
        Column between = lead("snapshot", -1)
                .over(alike)
                .isNotNull()
                .and(lead("snapshot", 1).over(alike).isNotNull());
        Column dips =
                between.and(around.geq(options.dipFrom())).and(col("listed").lt(around.multiply(options.dipShare())));
        return coverage.groupBy("account", "direction", "snapshot")
                .agg(max("listed").as("listed"), bool_or(col("complete")).as("complete"))
                .withColumn(
                        "flaw",
                        when(not(col("complete")), "is not complete")
                                .when(dips, "is far shorter than the lists before and after it"));
    }

    /** Each list with the next one, and around flawed ones with the next good one. */
    private static Dataset<Row> paired(Dataset<Row> judged) {
        Column list = struct("snapshot", "listed", "flaw");
        Column good = col("flaw").isNull();
        WindowSpec anyList = Window.partitionBy("account", "direction").orderBy("snapshot");
        WindowSpec goodLists =
                Window.partitionBy("account", "direction", "good").orderBy("snapshot");
        return judged.withColumn("good", good)
                .withColumn("next", lead(list, 1).over(anyList))
                .withColumn("next_good", lead(list, 1).over(goodLists))
                .withColumn("bridge", when(good.and(col("next.flaw").isNotNull()), col("next_good")))
                .withColumn("later", explode(array(col("next"), col("bridge"))))
                .where(col("later").isNotNull())
                .select(
                        col("account"),
                        col("direction"),
                        col("snapshot").as("snapshot_before"),
                        col("later.snapshot").as("snapshot_after"),
                        days(col("snapshot"), col("later.snapshot")).as("days"),
                        col("listed").as("listed_before"),
                        col("later.listed").as("listed_after"),
                        good.and(col("later.flaw").isNull()).as("usable"),
                        reason(col("flaw"), col("later.flaw")).as("reason"));
    }

    private static Column days(Column from, Column to) {
        return unix_micros(to).minus(unix_micros(from)).divide(MICROSECONDS_PER_DAY);
    }

    private static Column reason(Column earlierFlaw, Column laterFlaw) {
        Column spoiled = coalesce(earlierFlaw, laterFlaw).isNotNull();
        return when(
                spoiled,
                concat_ws(
                        "; ",
                        concat(lit("the earlier list "), earlierFlaw),
                        concat(lit("the later list "), laterFlaw)));
    }
}
