package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
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
     * @param counts one row per account and thing counted, with known, followers (of the known ones), listed, and
     *     in_reference: peers are the accounts of a size of which it is true
     * @param counted the columns that name what is counted
     */
    public static Dataset<Row> of(Dataset<Row> counts, String... counted) {
        Dataset<Row> shares = counts.withColumn("share", col("followers").divide(col("known")))
                .withColumn("share_low", Wilson.low())
                .withColumn("share_high", Wilson.high())
                .withColumn("tier", SizeTier.of(col("listed")));
        WindowSpec peers = Window.partitionBy("tier", counted);
        WindowSpec upToHere = peers.orderBy("share").rangeBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec alike = Window.partitionBy(
                "tier",
                Stream.concat(Arrays.stream(counted), Stream.of("share")).toArray(String[]::new));
        Column reference = col("in_reference");
        Column others = col("peers").minus(when(reference, 1).otherwise(0));
        return shares.withColumn("peers", count_if(reference).over(peers))
                .withColumn("peer_median", median(when(reference, col("share"))).over(peers))
                .withColumn(
                        "smaller",
                        count_if(reference)
                                .over(upToHere)
                                .minus(count_if(reference).over(alike)))
                .withColumn("peer_rank", when(others.gt(0), col("smaller").divide(others)));
    }

    private BesidePeers() {}
}
