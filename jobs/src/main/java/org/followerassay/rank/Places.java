package org.followerassay.rank;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.LongType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Places of values within their contest, 1 = most; equals share the better place.
 *
 * <p>One window over all accounts would sort them in a single task. Instead each contest is cut into steps of 1/16 of a
 * natural logarithm: a place is the rank within its step plus the values in higher steps, of which there are hundreds at
 * most. Two shuffles of the rows.
 */
final class Places {
    private static final int STEPS_PER_LOG = 16;

    /** The rows with a column place. They have contest and value, which is never null nor below 0. */
    static Dataset<Row> of(Dataset<Row> rows) {
        Dataset<Row> values = rows.withColumn("step", floor(log1p(col("value")).multiply(STEPS_PER_LOG)));
        WindowSpec withinStep =
                Window.partitionBy("contest", "step").orderBy(col("value").desc());
        Column place = rank().over(withinStep).cast(LongType).plus(col("above"));
        return values.join(above(values), new String[] {"contest", "step"})
                .withColumn("place", place)
                .drop("step", "above");
    }

    /** Values in the steps above each step. */
    private static Dataset<Row> above(Dataset<Row> values) {
        WindowSpec higher =
                Window.partitionBy("contest").orderBy(col("step").desc()).rowsBetween(Window.unboundedPreceding(), -1);
        return values.groupBy("contest", "step")
                .agg(count(lit(1)).as("values"))
                .select(
                        col("contest"),
                        col("step"),
                        coalesce(sum("values").over(higher), lit(0L)).as("above"));
    }

    private Places() {}
}
