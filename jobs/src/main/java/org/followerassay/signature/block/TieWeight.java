package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a tie weighs: 1 / ln(d + 5), where d is the number of followers of the account that it leads to.
 *
 * <p>Camouflage leads elsewhere, so it changes neither the weights in a block nor its density (Hooi et al., KDD 2016). As
 * whole numbers of 2^-38, the weights have sums that do not depend on the order of the ties, in Spark as in arrays; a
 * density is off by less than 2^-39 for each tie per node.
 */
final class TieWeight {
    /** The weight 1. A sum over 50 million of the heaviest ties still fits a long. */
    static final double ONE = 1L << 38;

    static Column of(Column followers) {
        return round(lit(ONE).divide(ln(followers.plus(5)))).cast(DataTypes.LongType);
    }

    /**
     * The ties with their weights. One shuffle of partial counts; the weights are broadcast where the lists are few.
     *
     * @param ties columns account and follower
     * @return follower, followee, weight
     */
    static Dataset<Row> on(Dataset<Row> ties) {
        Dataset<Row> weights = ties.groupBy("account")
                .agg(count(lit(1)).as("followers"))
                .select(col("account"), of(col("followers")).as("weight"));
        return ties.select("account", "follower")
                .join(weights, "account")
                .select(col("follower"), col("account").as("followee"), col("weight"));
    }

    private TieWeight() {}
}
