package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.graph.SizeTier;

/**
 * A share of an audience, with its interval, and its place among the shares of accounts of the same size.
 */
public final class BesidePeers {
    /**
     * Adds share, share_low, share_high, tier, peers, peer_median and peer_rank. One shuffle of one row per account and
     * thing counted.
     *
     * @param counts one row per account and thing counted, with known, followers (of the known ones) and listed
     * @param counted the columns that name what is counted
     */
    public static Dataset<Row> of(Dataset<Row> counts, String... counted) {
        Dataset<Row> shares = counts.withColumn("share", col("followers").divide(col("known")))
                .withColumn("share_low", Wilson.low())
                .withColumn("share_high", Wilson.high())
                .withColumn("tier", SizeTier.of(col("listed")));
        WindowSpec peers = Window.partitionBy("tier", counted);
        Column others = col("peers").minus(1);
        return shares.withColumn("peers", count(lit(1)).over(peers))
                .withColumn("peer_median", median(col("share")).over(peers))
                .withColumn("smaller", rank().over(peers.orderBy("share")).minus(1))
                .withColumn("peer_rank", when(others.gt(0), col("smaller").divide(others)));
    }

    private BesidePeers() {}
}
