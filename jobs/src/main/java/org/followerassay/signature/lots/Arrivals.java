package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * When each follower can have arrived, from the order of the list and the creation dates of those before.
 *
 * <p>Nobody follows before existing, and lists keep the order of following, so that the newest creation date up to a position
 * is a lower bound of the follow time (Meeder et al., WWW 2011). It is a bound, not an estimate: its error grows in small
 * lists. One sort per block of a list; the blocks, and one row for each with the newest date before it, keep a list of 10^8
 * followers from becoming one task.
 */
public final class Arrivals implements Derivation {
    /** Positions per block: a sort of this size fits into any executor. */
    private static final long BLOCK = 1_000_000;

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public Table output() {
        return ARRIVALS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, ACCOUNTS, COVERAGE);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        return of(FollowerLists.ties(inputs.of(FOLLOWS), lists), inputs.of(ACCOUNTS), BLOCK);
    }

    /** The arrivals of ordered ties, with the running maximum taken block by block. */
    static Dataset<Row> of(Dataset<Row> ties, Dataset<Row> accounts, long block) {
        Dataset<Row> dated = ties.where(col("position").isNotNull())
                .select("snapshot", "followee", "follower", "position", "listed", "followed_at")
                .join(creationDates(accounts), "follower")
                .withColumn("block", floor(col("position").divide(block)));

        WindowSpec upToHere = Window.partitionBy("snapshot", "followee", "block")
                .orderBy("position", "follower")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return dated.join(
                        broadcast(newestBefore(ties.where(col("position").geq(block)), dated)),
                        new String[] {"snapshot", "followee", "block"},
                        "left")
                .withColumn("bound", greatest(max("created_at").over(upToHere), col("newest_before")))
                .withColumn("arrived_after", coalesce(col("followed_at"), col("bound")))
                .withColumn("arrived_before", coalesce(col("followed_at"), greatest(col("snapshot"), col("bound"))));
    }

    /**
     * The newest creation date before each block of a list, for lists of several blocks: some thousand rows of 10^9 ties. Of
     * others no tie is read again.
     *
     * @param afterFirst ties that are not in the first block of their list
     */
    private static Dataset<Row> newestBefore(Dataset<Row> afterFirst, Dataset<Row> dated) {
        Dataset<Row> several = afterFirst.select("snapshot", "followee").distinct();
        WindowSpec blocksBefore = Window.partitionBy("snapshot", "followee")
                .orderBy("block")
                .rowsBetween(Window.unboundedPreceding(), -1);
        return dated.join(broadcast(several), new String[] {"snapshot", "followee"}, "left_semi")
                .groupBy("snapshot", "followee", "block")
                .agg(max("created_at").as("newest"))
                .withColumn("newest_before", max("newest").over(blocksBefore))
                .drop("newest");
    }

    /** The newest stated creation date of each account. */
    private static Dataset<Row> creationDates(Dataset<Row> accounts) {
        return accounts.where(col("created_at").isNotNull())
                .groupBy(col("account").as("follower"))
                .agg(max_by(col("created_at"), col("snapshot")).as("created_at"));
    }

    /** Whole days between creation and the earliest possible arrival. */
    public static Column ageDays() {
        return floor(col("arrived_after")
                .cast("long")
                .minus(col("created_at").cast("long"))
                .divide(lit(86_400)));
    }
}
