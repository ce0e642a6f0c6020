package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
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

/**
 * What becomes of each staged row, in the column {@code verdict}: accepted, repeated, conflicting, or as staged.
 *
 * <p>Of several rows with the same key the first by line counts. One shuffle by key; rows that are no rows of a table
 * are spread by their line, so that many rejects don't meet in one task.
 */
final class Judgement {
    static final String ACCEPTED = "accepted";
    static final String REPEATED = "repeated";
    static final String CONFLICTING = "conflicting";

    static Dataset<Row> of(Dataset<Row> staged, Layout layout) {
        Column isRow = col("outcome").equalTo(StagedRows.ROW);
        Column[] sameKey = Stream.concat(
                        layout.shape().key().stream().map(column -> col(column)), Stream.of(col("apart")))
                .toArray(Column[]::new);
        WindowSpec earlierRows = Window.partitionBy(sameKey)
                .orderBy(col("unit"), col("line"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column says = layout.payload().isEmpty() ? lit(true) : struct(columns(layout.payload()));
        // The column is made first: worked out inside each of the two windows, it would be taken for two, and sorted
        // twice.
        return staged.withColumn("apart", when(isRow, lit(-1L)).otherwise(col("line")))
                .withColumn("place", row_number().over(earlierRows))
                .withColumn("first_says", first(says).over(earlierRows))
                .withColumn(
                        "verdict",
                        when(not(isRow), col("outcome"))
                                .when(col("place").equalTo(1), ACCEPTED)
                                .when(says.eqNullSafe(col("first_says")), REPEATED)
                                .otherwise(CONFLICTING))
                .drop("apart", "place", "first_says");
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
