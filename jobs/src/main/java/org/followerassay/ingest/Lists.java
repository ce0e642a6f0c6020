package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.Owner;

/** The lists that exports hold, and what they say of their length; rows of the table lists, with their source. */
final class Lists {
    static final String FOLLOWERS = Owner.FOLLOWERS;
    static final String FOLLOWEES = Owner.FOLLOWEES;

    private static final String EMPTY = "the list is empty";
    private static final String MISSING = "the export holds no list of this account at this time, but an earlier one";
    private static final String[] LIST = {"source", "snapshot", "account", "direction"};

    /**
     * The lists that ties make up: of the end that their direction names, or else of both ends.
     *
     * @param ties judged, with {@code in_list}
     */
    static Dataset<Row> of(Dataset<Row> ties) {
        Dataset<Row> listed = ties.where(col("in_list").equalTo(Judgement.ACCEPTED));
        Column named = col("direction");
        return ofEnd(listed, "followee", FOLLOWERS, named.isNull().or(named.equalTo(FOLLOWERS)))
                .unionByName(ofEnd(listed, "follower", FOLLOWEES, named.isNull().or(named.equalTo(FOLLOWEES))));
    }

    private static Dataset<Row> ofEnd(Dataset<Row> ties, String end, String direction, Column belongs) {
        return ties.where(belongs)
                .groupBy(col("source"), col("snapshot"), col(end).as("account"))
                .agg(count(lit(1)).as("listed"))
                .withColumn("direction", lit(direction));
    }

    /**
     * Adds a row for each account and snapshot without a list, where an earlier snapshot of the same source has one. Joins
     * the accounts with the snapshots, so it is for exports of lists only, where these are few.
     *
     * @param series sources that are lists at several times, in the column {@code source}
     */
    static Dataset<Row> withGaps(Dataset<Row> lists, Dataset<Row> series) {
        Dataset<Row> ofSeries = lists.join(series, "source");
        Dataset<Row> owners = ofSeries.groupBy("source", "account", "direction")
                .agg(min("snapshot").as("first_seen"));
        Dataset<Row> gaps = owners.join(ofSeries.select("source", "snapshot").distinct(), "source")
                .where(col("snapshot").gt(col("first_seen")))
                .join(ofSeries, LIST, "left_anti")
                .select(
                        col("source"),
                        col("snapshot"),
                        col("account"),
                        lit(0L).as("listed"),
                        col("direction"),
                        lit(false).as("complete"),
                        lit(MISSING).as("reason"));
        return lists.unionByName(gaps, true);
    }

    /**
     * Adds what exports say of their own lists: expected ones that are empty, lengths, and why they are not whole.
     *
     * @param statements one row per source, snapshot, account and direction, with stated, complete, reason
     * @param partial sources none of whose lists is whole, with {@code why}
     */
    static Dataset<Row> withStatements(Dataset<Row> lists, Dataset<Row> statements, Dataset<Row> partial) {
        Dataset<Row> said = statements
                .groupBy("source", "snapshot", "account", "direction")
                .agg(
                        max("stated").as("stated"),
                        min("complete").as("said_complete"),
                        min("reason").as("said_reason"));
        Dataset<Row> told = withColumn(withColumn(lists, "complete", BooleanType), "reason", StringType)
                .join(said, LIST, "full")
                .join(partial, new String[] {"source"}, "left");
        Column isEmpty = coalesce(col("listed"), lit(0L)).equalTo(0);
        return told.withColumn(
                        "complete",
                        when(col("why").isNotNull(), lit(false))
                                .otherwise(coalesce(col("complete"), col("said_complete"), when(isEmpty, lit(false)))))
                .withColumn(
                        "reason", coalesce(col("reason"), col("said_reason"), col("why"), when(isEmpty, lit(EMPTY))))
                .withColumn("listed", coalesce(col("listed"), lit(0L)))
                .drop("said_complete", "said_reason", "why");
    }

    /** Statements about lists that the export does not hold, as in a table of coverage: the length stays open. */
    static Dataset<Row> statementsOnly(Dataset<Row> statements) {
        return statements.withColumn("listed", lit(null).cast(LongType));
    }

    private static Dataset<Row> withColumn(Dataset<Row> rows, String column, org.apache.spark.sql.types.DataType type) {
        return java.util.Arrays.asList(rows.columns()).contains(column)
                ? rows
                : rows.withColumn(column, lit(null).cast(type));
    }

    private Lists() {}
}
