package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;

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
 * Followers who came between the same two lists of an account and were last seen in the same list.
 *
 * <p>Only lists that are complete and no dip are read (see snapshot_pairs): an absent row in any other is no unfollow. A tie's
 * lists without a gap are one stay: numbered lists less their rank are constant in it. Followers of the first list came at
 * unknown times and are in no cohort. Who comes back is in a cohort again.
 *
 * <p>Cost: one shuffle of the ties of usable lists, by tie; what comes out is at most the square of the lists of an account.
 */
public final class ArrivalCohorts implements Derivation {
    @Override
    public String name() {
        return "arrival cohorts";
    }

    @Override
    public Table output() {
        return ARRIVAL_COHORTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, SNAPSHOT_PAIRS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = lists(inputs.of(SNAPSHOT_PAIRS));
        Dataset<Row> first = lists.select(
                col("account"),
                col("number").as("first"),
                col("previous"),
                col("snapshot").as("snapshot_after"));
        Dataset<Row> last = lists.select(
                col("account"), col("number").as("last"), col("snapshot").as("last_seen"), col("next"));
        return stays(inputs.of(FOLLOWS), lists)
                .where(col("first").gt(1))
                .groupBy("account", "first", "last")
                .agg(count(lit(1)).as("followers"))
                .join(broadcast(first), new String[] {"account", "first"})
                .join(broadcast(last), new String[] {"account", "last"})
                .withColumnRenamed("previous", "snapshot_before")
                .withColumnRenamed("next", "gone_by");
    }

    /** Usable lists of an account, counted from 1: account, number, snapshot, previous, next. */
    private static Dataset<Row> lists(Dataset<Row> snapshotPairs) {
        WindowSpec ofAccount = Window.partitionBy("account").orderBy("snapshot");
        WindowSpec upToHere = ofAccount.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return snapshotPairs
                .where(col("usable").and(col("direction").equalTo("followers")))
                .select(
                        col("account"),
                        explode(array("snapshot_before", "snapshot_after")).as("snapshot"))
                .distinct()
                .withColumn("number", row_number().over(upToHere))
                .withColumn("previous", lag("snapshot", 1).over(ofAccount))
                .withColumn("next", lead("snapshot", 1).over(ofAccount));
    }

    /** One row per tie and run of lists that show it: account, first, last (numbers of lists). */
    private static Dataset<Row> stays(Dataset<Row> follows, Dataset<Row> lists) {
        WindowSpec ofTie = Window.partitionBy("account", "follower")
                .orderBy("number")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column run = col("number").minus(row_number().over(ofTie));
        return follows.withColumn("account", col("followee"))
                .join(broadcast(lists.select("account", "snapshot", "number")), new String[] {"account", "snapshot"})
                .select("account", "follower", "number")
                .withColumn("run", run)
                .groupBy("account", "follower", "run")
                .agg(min("number").as("first"), max("number").as("last"));
    }
}
