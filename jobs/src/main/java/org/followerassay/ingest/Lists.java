package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

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
     * The lists that ties make up, of the end that their direction names or else of both ends, with what exports say of
     * them. One shuffle, of partial counts.
     *
     * @param ties judged, with {@code in_list}
     * @param rejected rows that were rejected but stand in a list: source, snapshot, account, direction
     * @param statements source, snapshot, account, direction, stated, complete, reason
     * @param holdsLists for sources that hold lists: one that they only make a statement about is empty then
     * @param whyPartial by source: why none of its lists is whole, or null
     */
    static Dataset<Row> of(
            Dataset<Row> ties, Dataset<Row> rejected, Dataset<Row> statements, Column holdsLists, Column whyPartial) {
        Dataset<Row> listed = ties.where(col("in_list").equalTo(Judgement.ACCEPTED));
        Dataset<Row> told = ofEnd(listed, "followee", FOLLOWERS)
                .unionByName(ofEnd(listed, "follower", FOLLOWEES))
                .unionByName(rejected.withColumn("rejected", lit(1L)), true)
                .unionByName(statements, true)
                .groupBy("source", "snapshot", "account", "direction")
                .agg(
                        sum("one").as("listed"),
                        coalesce(sum("rejected"), lit(0L)).as("rejected"),
                        max("stated").as("stated"),
                        min("complete").as("complete"),
                        min("reason").as("reason"));
        return settled(told, holdsLists, whyPartial);
    }

    private static Dataset<Row> settled(Dataset<Row> told, Column holdsLists, Column whyPartial) {
        Column rows = coalesce(col("listed"), lit(0L)).plus(col("rejected"));
        Column lacks = col("rejected").gt(rows.multiply(Coverage.TOLERATED_SHARE));
        Column lacking = format_string("%d of its %d rows were rejected", col("rejected"), rows);
        Column isEmpty = coalesce(col("listed"), lit(0L)).equalTo(0).and(holdsLists);
        return told.withColumn("listed", when(isEmpty, 0L).otherwise(col("listed")))
                .withColumn(
                        "reason",
                        coalesce(
                                col("reason"),
                                when(holdsLists, whyPartial),
                                when(isEmpty, lit(EMPTY)),
                                when(lacks, lacking)))
                .withColumn(
                        "complete",
                        when(holdsLists.and(whyPartial.isNotNull()), lit(false))
                                .otherwise(coalesce(col("complete"), when(isEmpty.or(lacks), lit(false)))))
                .drop("rejected");
    }

    private static Dataset<Row> ofEnd(Dataset<Row> ties, String end, String direction) {
        Column belongs = col("direction").isNull().or(col("direction").equalTo(direction));
        return ties.where(belongs)
                .select(
                        col("source"),
                        col("snapshot"),
                        col(end).as("account"),
                        lit(direction).as("direction"),
                        lit(1L).as("one"));
    }

    /**
     * Adds a row for each account and snapshot without a list, where an earlier snapshot of the same source has one. Joins
     * the accounts with the snapshots, so it is for exports of lists only, where these are few.
     *
     * @param isSeries for sources that are lists at several times
     */
    static Dataset<Row> withGaps(Dataset<Row> lists, Column isSeries) {
        Dataset<Row> ofSeries = lists.where(isSeries).select("source", "snapshot", "account", "direction");
        Dataset<Row> owners = ofSeries.groupBy("source", "account", "direction")
                .agg(min("snapshot").as("first_seen"));
        Dataset<Row> gaps = owners.join(ofSeries.select("source", "snapshot").distinct(), "source")
                .where(col("snapshot").gt(col("first_seen")))
                .join(ofSeries, LIST, "left_anti")
                .select(
                        col("source"),
                        col("snapshot"),
                        col("account"),
                        col("direction"),
                        lit(0L).as("listed"),
                        lit(false).as("complete"),
                        lit(MISSING).as("reason"));
        return lists.unionByName(gaps, true);
    }

    private Lists() {}
}
