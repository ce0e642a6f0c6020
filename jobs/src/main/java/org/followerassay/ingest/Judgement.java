package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What becomes of a staged row, in the column {@code verdict}: accepted, repeated or conflicting. */
final class Judgement {
    static final String ACCEPTED = "accepted";
    static final String REPEATED = "repeated";
    static final String CONFLICTING = "conflicting";

    /**
     * Of several rows of one input with the same key the first counts; another one repeats it, or contradicts it in what
     * it says. One shuffle by key.
     */
    static Dataset<Row> within(Dataset<Row> rows, List<String> key, List<String> says) {
        Column[] sameKey = Stream.concat(key.stream(), Stream.of("source"))
                .map(column -> col(column))
                .toArray(Column[]::new);
        WindowSpec soFar = Window.partitionBy(sameKey)
                .orderBy(col("unit"), col("line"), col("further"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column said = says.isEmpty() ? lit(true) : struct(columns(says));
        return rows.withColumn("nth", row_number().over(soFar))
                .withColumn("first_says", first(said).over(soFar))
                .withColumn(
                        "verdict",
                        when(col("nth").equalTo(1), ACCEPTED)
                                .when(said.eqNullSafe(col("first_says")), REPEATED)
                                .otherwise(CONFLICTING))
                .drop("nth", "first_says");
    }

    static Column isAccepted() {
        return col("verdict").equalTo(ACCEPTED);
    }

    /** True if two values contradict each other; one that is missing contradicts nothing. */
    static Column differ(Column one, Column other) {
        return coalesce(one.notEqual(other), lit(false));
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    private Judgement() {}
}
