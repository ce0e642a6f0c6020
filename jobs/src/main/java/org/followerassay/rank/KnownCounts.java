package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * How many others each account follows and is followed by, as far as the export says.
 *
 * <p>Newest first: what the platform states, else the length of a complete list. A degree says nothing of an account whose
 * list is not in the export: it counts only the ties that other lists happen to show. Only where an export does not speak of
 * lists at all (a bare edge list) is its graph taken as whole, and degrees are used. One shuffle of a row per account and
 * snapshot.
 */
final class KnownCounts {
    /** Columns account, known_followers and known_followees, of which one may be null. */
    static Dataset<Row> of(Inputs inputs) {
        Dataset<Row> stated = counts(inputs.of(ACCOUNTS), true);
        Dataset<Row> counted = counts(graph(inputs), false);
        return stated.unionByName(counted)
                .groupBy("account")
                .agg(
                        newest("followers").as("known_followers"),
                        newest("followees").as("known_followees"));
    }

    private static Dataset<Row> graph(Inputs inputs) {
        boolean saysNothingOfLists = inputs.rows(COVERAGE) == 0;
        if (saysNothingOfLists) {
            return inputs.of(DEGREES);
        }
        return inputs.of(COVERAGE)
                .where(col("complete"))
                .withColumn("followers", when(col("direction").equalTo("followers"), col("listed")))
                .withColumn("followees", when(col("direction").equalTo("followees"), col("listed")));
    }

    private static Dataset<Row> counts(Dataset<Row> rows, boolean stated) {
        return rows.select(
                lit(stated).as("stated"), col("snapshot"), col("account"), col("followers"), col("followees"));
    }

    /** Structs compare by their fields in turn: stated before counted, newer before older. */
    private static Column newest(String count) {
        return max(when(col(count).isNotNull(), struct("stated", "snapshot", count)))
                .getField(count);
    }

    private KnownCounts() {}
}
