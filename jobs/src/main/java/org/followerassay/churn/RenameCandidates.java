package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.RENAME_CANDIDATES;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.ChurnTables.TIE_TURNS;

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
 * Followers that a list lost and gained between the same two followers that stayed: perhaps one account under two names.
 *
 * <p>New followers come at the new end of a list; one that appears in its midst, where another has gone, may be that other
 * with a new name. Only a single loss against a single gain between the same two stayers is marked, and none at the new end.
 * Needs the order of the list. A place among the stayers is a place in the list less the changes before it, so only changes
 * are sorted, within each pair of lists.
 */
final class RenameCandidates implements Derivation {
    @Override
    public String name() {
        return "rename candidates";
    }

    @Override
    public Table output() {
        return RENAME_CANDIDATES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(TIE_TURNS, SNAPSHOT_PAIRS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec sameKind = Window.partitionBy("followee", "snapshot_before", "snapshot_after", "there_after")
                .orderBy("position", "follower");
        Column changesBefore = row_number().over(sameKind).minus(1);
        Dataset<Row> placed = inputs.of(TIE_TURNS)
                .where(col("direction").equalTo("followers").and(col("position").isNotNull()))
                .withColumn("stayers_before", col("position").minus(changesBefore));
        Column left = not(col("there_after"));
        Column came = col("there_after");
        Dataset<Row> stayers = placed.groupBy("followee", "snapshot_before", "snapshot_after")
                .agg(count_if(left).as("lost"))
                .join(listed(inputs.of(SNAPSHOT_PAIRS)), new String[] {"followee", "snapshot_before", "snapshot_after"})
                .withColumn("stayers", col("listed_before").minus(col("lost")));
        return placed.groupBy("followee", "snapshot_before", "snapshot_after", "stayers_before")
                .agg(
                        count_if(left).as("left_here"),
                        count_if(came).as("came_here"),
                        max(when(left, col("follower"))).as("left_account"),
                        max(when(came, col("follower"))).as("came_account"))
                .where(col("left_here").equalTo(1).and(col("came_here").equalTo(1)))
                .join(stayers, new String[] {"followee", "snapshot_before", "snapshot_after"})
                .where(col("stayers_before").lt(col("stayers")));
    }

    private static Dataset<Row> listed(Dataset<Row> pairs) {
        return pairs.where(col("usable").and(col("direction").equalTo("followers")))
                .select(
                        col("account").as("followee"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        col("listed_before"));
    }
}
