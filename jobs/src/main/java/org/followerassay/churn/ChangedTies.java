package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.followerassay.flow.DerivationInParts;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The ties that only one of two neighbouring lists shows, the earlier one whole: the one step of the ledger that compares whole lists.
 *
 * <p>Mark and merge: a tie is marked as seen before and seen after, and the marks of a pair are merged. One shuffle of each
 * snapshot's ties (at most two rows each), put together by the thousand, whatever the history; a place at which ties are
 * compared holds a million of them. The table is in parts, one for each UTC day of later
 * snapshots, computed from the inputs that hold those lists and the lists before them. So a further snapshot costs itself and
 * its neighbours, and one that comes late the part of its own day and those of the lists after it.
 */
final class ChangedTies implements DerivationInParts {
    static final String NAME = "changed ties";

    /** Numbers of a tie of which nothing is known but its ends. */
    private static final int ENDS = 2;

    /** That are compared at a time: in some 10 MB. */
    private static final long TIES_OF_A_PLACE = 1_000_000;

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
        Dataset<Row> follows = inputs.of(FOLLOWS);
        boolean ordered = inputs.present(FOLLOWS, "position") + inputs.present(FOLLOWS, "followed_at") > 0;
        int width = ordered ? ENDS + 2 : ENDS;
        int places = (int) Math.max(1, inputs.rows(FOLLOWS) / TIES_OF_A_PLACE);
        Dataset<Row> ofFollowersParcels = shown(follows, ends, "followers", "followee", "follower")
                .mapPartitions(new TieParcels(true, places, width), Encoders.row(TieParcels.SCHEMA));
        Dataset<Row> ofFolloweesParcels = shown(follows, ends, "followees", "follower", "followee")
                .mapPartitions(new TieParcels(false, places, width), Encoders.row(TieParcels.SCHEMA));
        Dataset<Row> compared = ofFollowersParcels
                .unionByName(ofFolloweesParcels)
                .repartition(places, col("place"))
                .sortWithinPartitions("place", "of_followers", "before", "after", "is_later")
                .mapPartitions(new OneSidedTies(width), Encoders.row(OneSidedTies.SCHEMA));
        Column ofFollowers = col("of_followers");
        return compared.select(
                        col("account"),
                        when(ofFollowers, "followers").otherwise("followees").as("direction"),
                        timestamp_micros(col("before")).as("snapshot_before"),
                        timestamp_micros(col("after")).as("snapshot_after"),
                        when(ofFollowers, col("other"))
                                .otherwise(col("account"))
                                .as("follower"),
                        when(ofFollowers, col("account"))
                                .otherwise(col("other"))
                                .as("followee"),
                        col("there_after"),
                        col("position"),
                        timestamp_micros(col("followed_at")).as("followed_at"))
                .withColumn("source", partOf(col("snapshot_after")));
    }

    /** The ties that lists of one direction show, once for each pair that the list is in, in the order that parcels expect. */
    private static Dataset<Row> shown(
            Dataset<Row> follows, Dataset<Row> ends, String direction, String owner, String other) {
        Dataset<Row> lists = ends.where(col("direction").equalTo(direction))
                .withColumnRenamed("account", owner)
                .drop("direction");
        return follows.join(lists, new String[] {owner, "snapshot"})
                .select(
                        col(owner).as("owner"),
                        col(other).as("other"),
                        unix_micros(col("snapshot_before")).as("before"),
                        unix_micros(col("snapshot_after")).as("after"),
                        col("is_later"),
                        col("position"),
                        unix_micros(col("followed_at")).as("followed_at"));
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
