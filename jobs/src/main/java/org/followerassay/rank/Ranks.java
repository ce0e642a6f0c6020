package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ranks of accounts by several measures, 1 = most; equals share the better rank, nulls have none.
 *
 * <p>One window over all accounts would sort them in a single task. Instead each measure is cut into steps of 1/16 of a
 * natural logarithm: an account's rank is its rank within its step plus the accounts in higher steps, of which there are
 * hundreds at most. Two shuffles of a row per account and measure.
 */
final class Ranks {
    private static final int STEPS_PER_LOG = 16;

    /** Columns account and rank_by_ plus each measure. Measures are never below 0. */
    static Dataset<Row> of(Dataset<Row> rows, String... measures) {
        Dataset<Row> values = rows.select(
                        col("account"),
                        explode(array(Arrays.stream(measures).map(Ranks::value).toArray(Column[]::new)))
                                .as("measured"))
                .select("account", "measured.*")
                .where(col("value").isNotNull())
                .withColumn("step", floor(log1p(col("value")).multiply(STEPS_PER_LOG)));
        WindowSpec withinStep =
                Window.partitionBy("measure", "step").orderBy(col("value").desc());
        Column place = rank().over(withinStep).cast(LongType).plus(col("above"));
        Column[] ranks = Arrays.stream(measures)
                .map(measure ->
                        max(when(col("measure").equalTo(measure), col("place"))).as("rank_by_" + measure))
                .toArray(Column[]::new);
        return values.join(above(values), new String[] {"measure", "step"})
                .withColumn("place", place)
                .groupBy("account")
                .agg(ranks[0], Arrays.copyOfRange(ranks, 1, ranks.length));
    }

    /** Accounts in the steps above each step. */
    private static Dataset<Row> above(Dataset<Row> values) {
        WindowSpec higher =
                Window.partitionBy("measure").orderBy(col("step").desc()).rowsBetween(Window.unboundedPreceding(), -1);
        return values.groupBy("measure", "step")
                .agg(count(lit(1)).as("accounts"))
                .select(
                        col("measure"),
                        col("step"),
                        coalesce(sum("accounts").over(higher), lit(0L)).as("above"));
    }

    private static Column value(String measure) {
        return struct(lit(measure).as("measure"), col(measure).cast(DoubleType).as("value"));
    }

    private Ranks() {}
}
