package org.followerassay.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.function.UnaryOperator;
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
    private static final String[] LIST = {"source", "snapshot", "followee"};

    private static final String[] KEPT = {
        "source",
        "unit",
        "line",
        "further",
        "direction",
        "list",
        "snapshot",
        "follower",
        "followee",
        "position",
        "place",
        "followed_at"
    };

    /** Ties named more than once, by their hash, of which every task may hold a table. */
    private static final int MOST_HELD = 1_000_000;

    private final UnaryOperator<Dataset<Row>> hold;
    private final int mostHeld;

    /** @param hold keeps rows until the last table is written */
    Ties(UnaryOperator<Dataset<Row>> hold) {
        this(hold, MOST_HELD);
    }

    /** @param mostHeld repeated ties up to which the others are spared the comparison */
    Ties(UnaryOperator<Dataset<Row>> hold, int mostHeld) {
        this.hold = hold;
        this.mostHeld = mostHeld;
    }

    /**
     * Ties with their {@code position}, oldest follower = 0, with {@code in_list}, the verdict within the list, with
     * {@code verdict}, and with {@code holder}, the source that holds the tie instead, if it is another one.
     *
     * <p>One shuffle of a hash of each tie finds those that stand in more than one row. Only these are compared, with two
     * shuffles by tie. One of partial maxima if places count from the newest.
     *
     * @param staged ties with snapshot and {@code place}, counted from the newest follower
     */
    Dataset<Row> judged(Dataset<Row> staged) {
        Dataset<Row> ties = with(
                        with(with(staged, "position", LongType), "followed_at", LongType), "direction", StringType)
                .withColumn("followed_at", timestamp_micros(col("followed_at")))
                .withColumn("list", coalesce(col("direction"), lit("")))
                .select(Judgement.columns(List.of(KEPT)));
        Column tie = xxhash64(Judgement.columns(TIE));
        // Two ties of one hash are compared in vain; nothing else comes of it.
        Dataset<Row> repeated = hold.apply(ties.groupBy(tie.as("tie"))
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(1))
                .select("tie"));
        long held = repeated.limit(mostHeld + 1).count();
        if (held > mostHeld) {
            return hold.apply(amongLists(positioned(inLists(ties))));
        }
        Dataset<Row> single = held == 0 ? ties : ties.join(broadcast(repeated), tie.equalTo(col("tie")), "left_anti");
        Dataset<Row> accepted = single.withColumn("in_list", lit(Judgement.ACCEPTED));
        if (held == 0) {
            return settled(positioned(accepted));
        }
        Dataset<Row> several =
                hold.apply(inLists(ties.join(broadcast(repeated), tie.equalTo(col("tie")), "left_semi")));
        Dataset<Row> lengths = lengths(accepted.unionByName(several));
        return settled(positioned(accepted, lengths)).unionByName(hold.apply(amongLists(positioned(several, lengths))));
    }

    /** Ties that stand in one row only. */
    private static Dataset<Row> settled(Dataset<Row> ties) {
        return ties.withColumn("verdict", lit(Judgement.ACCEPTED))
                .withColumn("holder", lit(null).cast(IntegerType));
    }

    private static Dataset<Row> inLists(Dataset<Row> ties) {
        return Judgement.within(
                        ties,
                        List.of("snapshot", "follower", "followee", "list"),
                        List.of("position", "place", "followed_at"))
                .withColumnRenamed("verdict", "in_list");
    }

    private static Dataset<Row> with(Dataset<Row> rows, String column, org.apache.spark.sql.types.DataType type) {
        return List.of(rows.columns()).contains(column)
                ? rows
                : rows.withColumn(column, lit(null).cast(type));
    }

    private static Dataset<Row> positioned(Dataset<Row> ties) {
        return positioned(ties, lengths(ties));
    }

    private static Dataset<Row> lengths(Dataset<Row> ties) {
        return ties.where(col("in_list")
                        .equalTo(Judgement.ACCEPTED)
                        .and(col("place").isNotNull())
                        .and(isFollowers()))
                .groupBy(Judgement.columns(List.of(LIST)))
                .agg(max("place").as("last_place"));
    }

    private static Dataset<Row> positioned(Dataset<Row> ties, Dataset<Row> lengths) {
        Column fromOldest = coalesce(col("position"), col("last_place").minus(col("place")));
        return ties.join(lengths, LIST, "left")
                .withColumn("position", when(isFollowers(), fromOldest))
                .drop("last_place");
    }

    /** A list of followees says nothing about the order in which each of them was followed by others. */
    private static Column isFollowers() {
        return col("list").notEqual(Owner.FOLLOWEES);
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
}
