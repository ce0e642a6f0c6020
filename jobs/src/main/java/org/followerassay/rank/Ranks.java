package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Ranks of accounts by several measures, 1 = most; equals share the better rank, nulls have none. See {@link Places}. */
final class Ranks {
    /** Columns account and rank_by_ plus each measure. Measures are never below 0. */
    static Dataset<Row> of(Dataset<Row> rows, String... measures) {
        Dataset<Row> values = rows.select(
                        col("account"),
                        explode(array(Arrays.stream(measures).map(Ranks::value).toArray(Column[]::new)))
                                .as("measured"))
                .select("account", "measured.*")
                .where(col("value").isNotNull());
        Column[] ranks = Arrays.stream(measures)
                .map(measure ->
                        max(when(col("contest").equalTo(measure), col("place"))).as("rank_by_" + measure))
                .toArray(Column[]::new);
        return Places.of(values).groupBy("account").agg(ranks[0], Arrays.copyOfRange(ranks, 1, ranks.length));
    }

    private static Column value(String measure) {
        return struct(lit(measure).as("contest"), col(measure).cast(DoubleType).as("value"));
    }

    private Ranks() {}
}
