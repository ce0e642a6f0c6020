package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;
import static org.followerassay.table.IngestTables.COVERAGE;

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
 * Neighbouring snapshots of each list, and whether an absent tie between them is a change.
 *
 * <p>A suspect list spoils both pairs that it is in; the good lists around it are then paired as well, so that no interval is
 * lost. One shuffle of the coverage table; ties are not read.
 */
final class SnapshotPairs implements Derivation {
    private static final double MICROSECONDS_PER_DAY = 86_400_000_000.0;

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
        return List.of(COVERAGE, SUSPECT_SNAPSHOTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> flaws = inputs.of(SUSPECT_SNAPSHOTS)
                .select(
                        col("account"),
                        col("direction"),
                        col("snapshot"),
                        when(col("reason").equalTo(SuspectSnapshots.NOT_WHOLE), "is not complete")
                                .when(
                                        col("reason").equalTo(SuspectSnapshots.COMES_BACK),
                                        "lacks ties that lists before and after it have")
                                .when(col("reason").equalTo(SuspectSnapshots.CUT), "seems to be cut at its old end")
                                .otherwise("seems to be a copy of the one before it")
                                .as("flaw"));
        return paired(ListPairs.lists(inputs.of(COVERAGE))
                .join(flaws, new String[] {"account", "direction", "snapshot"}, "left"));
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
