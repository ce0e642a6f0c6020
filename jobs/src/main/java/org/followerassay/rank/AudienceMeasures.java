package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.followerassay.rank.FollowerCounts.FOLLOWEES;
import static org.followerassay.rank.FollowerCounts.FOLLOWERS;
import static org.followerassay.rank.FollowerCounts.KNOWN;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.followerassay.table.Table;

/**
 * Attention, audience h and effective audience of each account, from {@link FollowerCounts}.
 *
 * <p>h followers with at least h followers each: reading the distinct values downwards, h is the largest "smaller of the
 * value and the followers that reach it". Sums are of decimals, so that they and the ranks do not depend on their order.
 */
final class AudienceMeasures {
    private static final DataType EXACT = createDecimalType(38, 18);

    /** One row per account with a follower; measures are null where nothing is known that they need. */
    static Dataset<Row> of(Dataset<Row> counts, long followeesFloor) {
        WindowSpec fromTheTop = Window.partitionBy("account", "measure")
                .orderBy(col("value").desc(), col("matched"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column weight = lit(1.0).divide(greatest(col("value"), lit(followeesFloor)));
        Column weighs = lit(1).minus(col("matched"));
        Column weights = col("count").multiply(weighs).multiply(weight);
        return counts.withColumn("reaching", sum("count").over(fromTheTop))
                .groupBy("account")
                .agg(
                        sum(of(KNOWN, col("count"))).as("followers"),
                        sum(of(KNOWN, col("count").multiply(col("value")))).as("known_followers"),
                        sum(of(FOLLOWEES, weights.cast(EXACT))).as("weight"),
                        sum(of(FOLLOWEES, weights.multiply(weight).cast(EXACT))).as("squared_weight"),
                        max(of(FOLLOWERS, least(col("value"), col("reaching")))).as("audience_h"))
                .withColumn("attention", published(col("weight")))
                .withColumn("effective_audience", published(effective()));
    }

    private static Column of(String measure, Column value) {
        return when(col("measure").equalTo(measure), value);
    }

    private static Column effective() {
        Column weight = col("weight").cast(DoubleType);
        Column squares = col("squared_weight").cast(DoubleType);
        return when(col("weight").isNull(), lit(null))
                .when(squares.gt(0), weight.multiply(weight).divide(squares))
                .otherwise(0.0);
    }

    /** As it is published, before it is ranked: what looks equal in the table shares a rank. */
    private static Column published(Column measure) {
        return round(measure.cast(DoubleType), Table.DECIMALS);
    }

    private AudienceMeasures() {}
}
