package org.followerassay.ingest.series;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Tells which staged events of an export changed a tie, where each follow is a record with a key and a life of its own.
 *
 * <p>A record's life begins with its first follow and ends with the first unfollow after that. An unfollow names the key
 * only, so its followee is taken from the record's beginning. An account may keep two records of one tie: the tie begins
 * with the first of them and ends when the last is gone.
 */
public final class RecordKeys {
    /** A copy of a line: the record had begun, or ended, already. */
    public static final String REPEATED = "repeated";
    /** A second record of a tie that lives, or the end of one of several. */
    public static final String NOT_A_CHANGE = "not_a_change";
    /** The end of a record that began before the export, so that nobody knows whom it followed. */
    public static final String ORPHAN = "orphan";

    private static final Column FOLLOWS = col("change").equalTo("follow");
    private static final Column UNFOLLOWS = col("change").equalTo("unfollow");

    /**
     * The events with the followee filled in, and a column {@code resolution}: null for a change of the tie, else why it is
     * none. Events without a key are left as they are. Two shuffles: by record, and by tie.
     *
     * @param events columns unit, line, follower, followee, change, earliest, latest, record_key, followed_at
     */
    public static Dataset<Row> resolve(Dataset<Row> events) {
        return changesOnly(recordsJoined(events)).select(all(events));
    }

    /** Marks copies and orphans, and gives the end of each record the followee of its beginning. */
    private static Dataset<Row> recordsJoined(Dataset<Row> events) {
        // Events without a key are kept apart, lest they all meet in one group.
        Column record = coalesce(col("record_key"), concat_ws(" ", col("unit"), col("line")));
        WindowSpec sofar = Window.partitionBy("record")
                .orderBy(col("earliest"), col("unit"), col("line"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column begun = col("begun").gt(0);
        return events.withColumn("record", record)
                .withColumn("begun", counted(FOLLOWS).over(sofar))
                .withColumn("ended", counted(UNFOLLOWS.and(begun)).over(sofar))
                .withColumn(
                        "ended_unbegun",
                        counted(UNFOLLOWS.and(col("begun").equalTo(0))).over(sofar))
                .withColumn(
                        "begun_with",
                        first(when(FOLLOWS, col("followee")), true).over(sofar))
                .withColumn("followee", coalesce(col("followee"), col("begun_with")))
                .withColumn(
                        "resolution",
                        when(col("record_key").isNull(), lit(null).cast("string"))
                                .when(FOLLOWS, when(col("begun").gt(1), REPEATED))
                                .when(begun, when(col("ended").gt(1), REPEATED))
                                .otherwise(when(col("ended_unbegun").gt(1), REPEATED)
                                        .otherwise(ORPHAN)));
    }

    /** Marks events that leave the tie as it was. */
    private static Dataset<Row> changesOnly(Dataset<Row> events) {
        WindowSpec sofar = Window.partitionBy("follower", "followee")
                .orderBy(col("earliest"), col("unit"), col("line"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column counts = col("record_key").isNotNull().and(col("resolution").isNull());
        Column living = when(counts.and(FOLLOWS), 1).when(counts, -1).otherwise(0);
        Column leftAsItWas =
                when(FOLLOWS, col("living").gt(1)).otherwise(col("living").gt(0));
        return events.withColumn("living", sum(living).over(sofar))
                .withColumn(
                        "resolution",
                        when(counts.and(leftAsItWas), NOT_A_CHANGE).otherwise(col("resolution")));
    }

    private static Column counted(Column condition) {
        return sum(when(condition, 1).otherwise(0));
    }

    private static Column[] all(Dataset<Row> events) {
        String[] names = events.columns();
        Column[] columns = new Column[names.length + 1];
        for (int i = 0; i < names.length; i++) {
            columns[i] = col(names[i]);
        }
        columns[names.length] = col("resolution");
        return columns;
    }

    private RecordKeys() {}
}
