package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/** The ties by which audiences are compared: of lists that are long enough, of followers below the cap. */
final class ComparedTies {
    static final List<Table> INPUTS = List.of(FOLLOWS, COVERAGE);

    /** One row per tie: snapshot, account, follower. One shuffle by follower, of counts only. */
    static Dataset<Row> of(SharedAudienceOptions options, Inputs inputs) {
        Dataset<Row> lists =
                FollowerLists.newest(inputs.of(COVERAGE)).where(col("listed").geq(options.minAudience()));
        Dataset<Row> ties = FollowerLists.ties(inputs.of(FOLLOWS), lists).select("snapshot", "account", "follower");
        Dataset<Row> manyFollowees = followees(ties).where(col("followees").gt(options.maxFollowees()));
        return ties.join(broadcast(manyFollowees), new String[] {"follower"}, "left_anti");
    }

    /** One row per follower: follower, followees. */
    static Dataset<Row> followees(Dataset<Row> ties) {
        return ties.groupBy("follower").agg(count(lit(1)).as("followees"));
    }

    /** One row per account: account, account_followers. */
    static Dataset<Row> sizes(Dataset<Row> ties) {
        return ties.groupBy("account").agg(count(lit(1)).as("account_followers"));
    }

    private ComparedTies() {}
}
