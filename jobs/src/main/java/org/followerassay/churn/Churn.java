package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Ties gained, lost and kept by each list between two snapshots that can be compared.
 *
 * <p>Mark and merge: a tie is marked as seen before and seen after, and the marks of a pair are merged. One shuffle of the
 * ties in usable lists (at most two rows each), one of partial counts, one join of lists. What an export dates itself does
 * not enter: it has no list to be counted in.
 */
final class Churn implements Derivation {
    private static final String[] PAIR = {"account", "direction", "snapshot_before", "snapshot_after"};

    @Override
    public String name() {
        return "churn of each list";
    }

    @Override
    public Table output() {
        return CHURN;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, SNAPSHOT_PAIRS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SNAPSHOT_PAIRS);
        Dataset<Row> counts = counts(inputs.of(FOLLOWS), UsableLists.of(pairs));
        Column before = col("kept").plus(col("lost"));
        return pairs.where(col("usable"))
                .select("account", "direction", "snapshot_before", "snapshot_after", "days")
                .join(counts, PAIR, "left")
                .withColumn("gained", coalesce(col("gained"), lit(0L)))
                .withColumn("lost", coalesce(col("lost"), lit(0L)))
                .withColumn("kept", coalesce(col("kept"), lit(0L)))
                .withColumn("listed_before", before)
                .withColumn("net", col("gained").minus(col("lost")))
                .withColumn("churn_rate", when(before.gt(0), col("lost").divide(before)));
    }

    private static Dataset<Row> counts(Dataset<Row> follows, Dataset<Row> lists) {
        Column before = col("before").equalTo(1);
        Column after = col("after").equalTo(1);
        return ListedTies.of(follows)
                .join(lists, new String[] {"account", "direction", "snapshot"})
                .select(
                        col("account"),
                        col("direction"),
                        col("other"),
                        explode(array(
                                        mark(col("snapshot"), col("next"), 1, 0),
                                        mark(col("previous"), col("snapshot"), 0, 1)))
                                .as("mark"))
                .select("account", "direction", "other", "mark.*")
                .where(col("snapshot_before")
                        .isNotNull()
                        .and(col("snapshot_after").isNotNull()))
                .groupBy("account", "direction", "snapshot_before", "snapshot_after", "other")
                .agg(max("before").as("before"), max("after").as("after"))
                .groupBy("account", "direction", "snapshot_before", "snapshot_after")
                .agg(
                        count_if(after.and(col("before").equalTo(0))).as("gained"),
                        count_if(before.and(col("after").equalTo(0))).as("lost"),
                        count_if(before.and(after)).as("kept"));
    }

    private static Column mark(Column snapshotBefore, Column snapshotAfter, int before, int after) {
        return struct(
                snapshotBefore.as("snapshot_before"),
                snapshotAfter.as("snapshot_after"),
                lit(before).as("before"),
                lit(after).as("after"));
    }
}
