package org.followerassay.churn;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What accounts of similar size have, each account left out of its own comparison.
 *
 * <p>Similar: in the same or a neighbouring doubling of size, hence within a factor of four. Comparing accounts with
 * accounts would cost n²; so shares are counted in whole percent per doubling (at most 101 values), and these counts are
 * compared. A median is off by half a percent at most, a quarter of the smallest spread that is believed.
 */
final class Peers {
    private static final Column HALF = lit(0.5);

    /** Adds peers, peer_median and peer_deviation (median absolute) to rows with followers and follow_backers_share. */
    static Dataset<Row> beside(Dataset<Row> shares) {
        Dataset<Row> binned = shares.withColumn("doubling", length(bin(col("followers"))))
                .withColumn(
                        "percent",
                        round(col("follow_backers_share").multiply(100)).cast(LongType));
        return binned.join(comparisons(binned), new String[] {"doubling", "percent"});
    }

    private static Dataset<Row> comparisons(Dataset<Row> binned) {
        Dataset<Row> counts =
                binned.groupBy("doubling", "percent").agg(count(lit(1)).as("accounts"));
        Dataset<Row> others = counts.select(
                        explode(sequence(
                                        col("doubling").minus(1),
                                        col("doubling").plus(1)))
                                .as("doubling"),
                        col("percent").as("other_percent"),
                        col("accounts"))
                .groupBy("doubling", "other_percent")
                .agg(sum("accounts").as("accounts"));
        Column itself = when(col("other_percent").equalTo(col("percent")), 1L).otherwise(0L);
        Dataset<Row> compared = counts.select("doubling", "percent")
                .join(others, "doubling")
                .withColumn("others", col("accounts").minus(itself));
        Dataset<Row> medians = compared.groupBy("doubling", "percent")
                .agg(
                        sum("others").as("peers"),
                        percentile(col("other_percent"), HALF, col("others")).as("median"));
        Column distance = abs(col("other_percent").minus(col("median")));
        return compared.join(medians, new String[] {"doubling", "percent"})
                .groupBy("doubling", "percent", "peers", "median")
                .agg(percentile(distance, HALF, col("others")).as("deviation"))
                .select(
                        col("doubling"),
                        col("percent"),
                        col("peers"),
                        col("median").divide(100).as("peer_median"),
                        col("deviation").divide(100).as("peer_deviation"));
    }

    private Peers() {}
}
