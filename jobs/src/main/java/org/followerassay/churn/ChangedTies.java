package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.DerivationInParts;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The ties that only one of two neighbouring lists shows, the earlier one whole: the one step of the ledger that compares whole lists.
 *
 * <p>Mark and merge: a tie is marked as seen before and seen after, and the marks of a pair are merged. One shuffle of each
 * snapshot's ties (at most two rows each), whatever the history. The table is in parts, one for each UTC day of later
 * snapshots, computed from the inputs that hold those lists and the lists before them. So a further snapshot costs itself and
 * its neighbours, and one that comes late the part of its own day and those of the lists after it.
 */
final class ChangedTies implements DerivationInParts {
    static final String NAME = "changed ties";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Table output() {
        return CHANGED_TIES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, LISTS, LIST_PAIRS);
    }

    @Override
    public List<Table> readInPart() {
        return List.of(FOLLOWS);
    }

    /** The number of the part that a later snapshot belongs to. */
    static Column partOf(Column snapshot) {
        return unix_date(snapshot.cast("date"));
    }

    @Override
    public Dataset<Row> needs(Inputs inputs) {
        Dataset<Row> pairs = inParts(inputs.of(LIST_PAIRS));
        Dataset<Row> holders = inputs.of(LISTS)
                .select(col("snapshot"), col("input").as("needed"))
                .distinct();
        Dataset<Row> read = pairs.select(
                        col("source"),
                        explode(array("snapshot_before", "snapshot_after")).as("snapshot"))
                .distinct()
                .join(holders, "snapshot")
                .select(col("source"), lit(FOLLOWS.name()).as("table"), col("needed"));
        Column pair = xxhash64(col("account"), col("direction"), col("snapshot_before"), col("snapshot_after"));
        Dataset<Row> compared = pairs.groupBy("source")
                .agg(bit_xor(pair).cast("string").as("needed"))
                .select(col("source"), lit(LIST_PAIRS.name()).as("table"), col("needed"));
        return read.unionByName(compared);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs, Column wanted) {
        Dataset<Row> ends = ends(inParts(inputs.of(LIST_PAIRS)).where(wanted));
        Column ofFollowers = col("of_followers");
        Dataset<Row> follows = inputs.of(FOLLOWS);
        return shown(follows, ends, "followers", "followee")
                .unionByName(shown(follows, ends, "followees", "follower"))
                // A tie is there twice at most: merging before the shuffle would only fill memory.
                .repartition(col("follower"), col("followee"))
                .groupBy("follower", "followee", "of_followers", "snapshot_before", "snapshot_after")
                .agg(
                        min("is_later").as("only_later"),
                        max("is_later").as("there_after"),
                        max("position").as("position"),
                        min("followed_at").as("followed_at"))
                .where(col("only_later").equalTo(col("there_after")))
                .select(
                        when(ofFollowers, col("followee"))
                                .otherwise(col("follower"))
                                .as("account"),
                        when(ofFollowers, "followers").otherwise("followees").as("direction"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        col("follower"),
                        col("followee"),
                        col("there_after"),
                        col("position"),
                        col("followed_at"),
                        partOf(col("snapshot_after")).as("source"));
    }

    /** The ties that lists of one direction show, once for each pair that the list is in. */
    private static Dataset<Row> shown(Dataset<Row> follows, Dataset<Row> ends, String direction, String owner) {
        Dataset<Row> lists = ends.where(col("direction").equalTo(direction))
                .withColumnRenamed("account", owner)
                .drop("direction");
        return follows.join(lists, new String[] {owner, "snapshot"})
                .withColumn("of_followers", lit(direction.equals("followers")))
                .select(
                        "follower",
                        "followee",
                        "of_followers",
                        "snapshot_before",
                        "snapshot_after",
                        "is_later",
                        "position",
                        "followed_at");
    }

    private static Dataset<Row> inParts(Dataset<Row> pairs) {
        return pairs.withColumn("source", partOf(col("snapshot_after")));
    }

    /** Each pair as two rows: its earlier list and its later one. */
    private static Dataset<Row> ends(Dataset<Row> pairs) {
        Column earlier =
                struct(col("snapshot_before").as("snapshot"), lit(false).as("is_later"));
        Column later = struct(col("snapshot_after").as("snapshot"), lit(true).as("is_later"));
        return pairs.select(
                        col("account"),
                        col("direction"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        explode(array(earlier, later)).as("end"))
                .select("account", "direction", "snapshot_before", "snapshot_after", "end.*");
    }
}
