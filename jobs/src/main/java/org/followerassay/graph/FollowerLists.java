package org.followerassay.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The follower lists that an export holds, as opposed to accounts that only appear in somebody else's list. */
public final class FollowerLists {
    /**
     * The list to look at for each account: its newest complete one, or its newest one if none is complete.
     *
     * @param coverage rows of the table coverage
     * @return one row per account: account, snapshot, listed
     */
    public static Dataset<Row> newest(Dataset<Row> coverage) {
        return chosen(coverage).drop("complete");
    }

    /** Those of the {@link #newest} that are whole: who is not in one did not follow when it was taken. */
    public static Dataset<Row> whole(Dataset<Row> coverage) {
        return chosen(coverage).where("complete").drop("complete");
    }

    private static Dataset<Row> chosen(Dataset<Row> coverage) {
        return coverage.where(
                        col("direction").equalTo("followers").and(col("listed").gt(0)))
                .groupBy("account")
                .agg(max(struct("complete", "snapshot", "listed")).as("newest"))
                .select("account", "newest.snapshot", "newest.listed", "newest.complete");
    }

    /**
     * The ties of some follower lists. One shuffle of the follows by followee, or none if the lists are few.
     *
     * @param lists columns account and snapshot, and any others
     * @return the follows of those lists, with the lists' columns
     */
    public static Dataset<Row> ties(Dataset<Row> follows, Dataset<Row> lists) {
        return follows.withColumn("account", col("followee")).join(lists, new String[] {"account", "snapshot"});
    }

    private FollowerLists() {}
}
