package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.ingest.format.Owner;

/**
 * Staged ties, judged twice: within their own list, which decides how long the list is, and among all lists, since a tie
 * may stand in the list of its follower and in that of its followee, in one export or in two, and is one tie all the same.
 */
final class Ties {
    private static final List<String> TIE = List.of("snapshot", "follower", "followee");

    /**
     * Ties with their {@code position}, oldest follower = 0, with {@code in_list}, the verdict within the list, with
     * {@code verdict}, and with {@code holder}, the source that holds the tie instead, if it is another one.
     *
     * <p>Two shuffles by tie, one of them of what is left; one of partial maxima if places count from the newest.
     *
     * @param staged ties with snapshot and {@code place}, counted from the newest follower
     */
    static Dataset<Row> judged(Dataset<Row> staged) {
        Dataset<Row> complete = with(
                        with(with(staged, "position", LongType), "followed_at", LongType), "direction", StringType)
                .withColumn("followed_at", timestamp_micros(col("followed_at")))
                .withColumn("list", coalesce(col("direction"), lit("")));
        Dataset<Row> inLists = Judgement.within(
                        complete,
                        List.of("snapshot", "follower", "followee", "list"),
                        List.of("position", "place", "followed_at"))
                .withColumnRenamed("verdict", "in_list");
        return amongLists(positioned(inLists));
    }

    private static Dataset<Row> with(Dataset<Row> rows, String column, org.apache.spark.sql.types.DataType type) {
        return List.of(rows.columns()).contains(column)
                ? rows
                : rows.withColumn(column, lit(null).cast(type));
    }

    /** A list of followees says nothing about the order in which each of them was followed by others. */
    private static Dataset<Row> positioned(Dataset<Row> ties) {
        Column isFollowers = col("list").notEqual(Owner.FOLLOWEES);
        Dataset<Row> lengths = ties.where(col("in_list")
                        .equalTo(Judgement.ACCEPTED)
                        .and(col("place").isNotNull())
                        .and(isFollowers))
                .groupBy("source", "snapshot", "followee")
                .agg(max("place").as("last_place"));
        return ties.join(lengths, new String[] {"source", "snapshot", "followee"}, "left")
                .withColumn(
                        "position",
                        when(
                                isFollowers,
                                coalesce(col("position"), col("last_place").minus(col("place")))));
    }

    private static Dataset<Row> amongLists(Dataset<Row> ties) {
        Column[] tie = Judgement.columns(TIE);
        Column inList = col("in_list").equalTo(Judgement.ACCEPTED);
        WindowSpec best = Window.partitionBy(tie)
                .orderBy(inList.desc(), col("position").isNull(), col("unit"), col("line"), col("further"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec all = Window.partitionBy(tie);
        Column contradicts = Judgement.differ(col("position"), col("first_position"))
                .or(Judgement.differ(col("followed_at"), col("first_followed_at")));
        return ties.withColumn("nth", row_number().over(best))
                .withColumn("first_source", first(col("source")).over(best))
                .withColumn("first_position", first(col("position")).over(best))
                .withColumn("first_followed_at", first(col("followed_at")).over(best))
                .withColumn("known_time", max("followed_at").over(all))
                .withColumn(
                        "verdict",
                        when(inList.equalTo(false), col("in_list"))
                                .when(col("nth").equalTo(1), Judgement.ACCEPTED)
                                .when(contradicts, Judgement.CONFLICTING)
                                .otherwise(Judgement.REPEATED))
                .withColumn(
                        "holder",
                        when(col("first_source").notEqual(col("source")).and(inList), col("first_source")))
                .withColumn("followed_at", coalesce(col("followed_at"), col("known_time")))
                .drop("nth", "first_source", "first_position", "first_followed_at", "known_time");
    }

    private Ties() {}
}
