package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first_value;
import static org.apache.spark.sql.functions.last_value;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.ACCOUNT_SIGNS;
import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.ChurnTables.LIST_TURNS;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;

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
 * The ties that only one of two neighbouring usable lists shows.
 *
 * <p>Around suspect lists changes are put together: a tie that went and came is unchanged between the good lists on either
 * side. Reads changes only, and shuffles them once, by list and tie.
 */
final class ListTurns implements Derivation {
    private static final Column OF_FOLLOWERS = col("direction").equalTo("followers");

    @Override
    public String name() {
        return "list turns";
    }

    @Override
    public Table output() {
        return LIST_TURNS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(CHANGED_TIES, ACCOUNT_SIGNS, LIST_PAIRS, SUSPECT_SNAPSHOTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> bridges = bridges(inputs.of(LIST_PAIRS), inputs.of(SUSPECT_SNAPSHOTS));
        return between(signed(inputs.of(CHANGED_TIES), inputs.of(ACCOUNT_SIGNS)), bridges);
    }

    /** Each pair of lists with the good lists around it; pairs before the first or after the last good one are left out. */
    private static Dataset<Row> bridges(Dataset<Row> pairs, Dataset<Row> suspects) {
        Dataset<Row> before = flawed(suspects, "snapshot_before", "flaw_before");
        Dataset<Row> after = flawed(suspects, "snapshot_after", "flaw_after");
        WindowSpec history = Window.partitionBy("account", "direction").orderBy("snapshot_after");
        WindowSpec upToHere = history.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec fromHere = history.rowsBetween(Window.currentRow(), Window.unboundedFollowing());
        Column goodBefore = when(col("flaw_before").isNull(), col("snapshot_before"));
        Column goodAfter = when(col("flaw_after").isNull(), col("snapshot_after"));
        return pairs.where(col("complete_after"))
                .join(before, new String[] {"account", "direction", "snapshot_before"}, "left")
                .join(after, new String[] {"account", "direction", "snapshot_after"}, "left")
                .withColumn("good_before", last_value(goodBefore, lit(true)).over(upToHere))
                .withColumn("good_after", first_value(goodAfter, lit(true)).over(fromHere))
                .where(col("good_before").isNotNull().and(col("good_after").isNotNull()))
                .select("account", "direction", "snapshot_before", "snapshot_after", "good_before", "good_after");
    }

    private static Dataset<Row> flawed(Dataset<Row> suspects, String snapshot, String flaw) {
        return suspects.select(
                col("account"),
                col("direction"),
                col("snapshot").as(snapshot),
                col("reason").as(flaw));
    }

    private static Dataset<Row> signed(Dataset<Row> changed, Dataset<Row> signs) {
        Column other = when(OF_FOLLOWERS, col("follower")).otherwise(col("followee"));
        Dataset<Row> known = signs.select(
                col("account").as("other"), col("snapshot_after"), lit(false).as("there_after"), col("sign"));
        return changed.withColumn("other", other)
                .join(known, new String[] {"other", "snapshot_after", "there_after"}, "left");
    }

    /** An odd number of changes between two good lists is one change. */
    private static Dataset<Row> between(Dataset<Row> changes, Dataset<Row> bridges) {
        Column change = struct("snapshot_after", "there_after", "position", "followed_at", "sign");
        Column shows = when(col("last.there_after"), col("last.position")).otherwise(col("first.position"));
        return changes.join(bridges, ListPairs.PAIR)
                .groupBy("account", "direction", "good_before", "good_after", "follower", "followee")
                .agg(
                        count(lit(1)).as("changes"),
                        min(change).as("first"),
                        max(change).as("last"))
                .where(col("changes").mod(2).equalTo(1))
                .select(
                        col("account"),
                        col("direction"),
                        col("good_before").as("snapshot_before"),
                        col("good_after").as("snapshot_after"),
                        col("follower"),
                        col("followee"),
                        col("last.there_after").as("there_after"),
                        shows.as("position"),
                        col("last.followed_at").as("followed_at"),
                        col("last.sign").as("sign"));
    }
}
