package org.followerassay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judged rows of ties with the oldest follower in place 0, whatever order the export lists them in. */
final class TieRows {
    /**
     * Gives every row its position and its time as a timestamp.
     *
     * <p>The length of each list is counted from the list itself: one shuffle of partial maxima, one join.
     */
    static Dataset<Row> positioned(Dataset<Row> dated, Reading reading, List<Long> linesBefore) {
        Layout layout = reading.layout();
        Dataset<Row> timed = dated.withColumn(
                "followed_at",
                layout.has("followed_at")
                        ? timestamp_micros(col("followed_at"))
                        : lit(null).cast(TimestampType));
        if (!layout.has("newest_first")) {
            return layout.has("position")
                    ? timed
                    : timed.withColumn("position", lit(null).cast(LongType));
        }
        Column place = linesBefore.isEmpty() ? col("newest_first") : acrossParts(linesBefore);
        Dataset<Row> placed = timed.withColumn("newest_first", place);
        Dataset<Row> lengths = placed.where(Judgement.isAccepted())
                .groupBy("snapshot", "followee")
                .agg(max("newest_first").as("last_place"));
        Column fromOldest = col("last_place").minus(col("newest_first"));
        Column stated = layout.has("position") ? col("position") : lit(null).cast(LongType);
        // A list of followees says nothing about the order in which each of them was followed by others.
        Column position = reading.owner().isEmpty()
                ? coalesce(stated, fromOldest)
                : when(col("direction").equalTo(Lists.FOLLOWERS), fromOldest);
        return placed.join(lengths, new String[] {"snapshot", "followee"}, "left")
                .withColumn("position", position);
    }

    /** The place in the whole list of an element that knows its part and its place in it. */
    private static Column acrossParts(List<Long> linesBefore) {
        Column inPart = col("newest_first").mod(lit(ArchiveElements.PART));
        Column place = inPart;
        for (int unit = 0; unit < linesBefore.size(); unit++) {
            place = when(col("unit").equalTo(unit), inPart.plus(lit(linesBefore.get(unit))))
                    .otherwise(place);
        }
        return place;
    }

    /** Both ties of each pair. */
    static Dataset<Row> bothWays(Dataset<Row> pairs) {
        Column given = struct(col("follower"), col("followee"));
        Column returned = struct(col("followee").as("follower"), col("follower").as("followee"));
        return pairs.withColumn("tie", explode(array(given, returned)))
                .withColumn("follower", col("tie.follower"))
                .withColumn("followee", col("tie.followee"))
                .drop("tie");
    }

    private TieRows() {}
}
