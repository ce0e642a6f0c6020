package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** The population that lists are compared with: all of them, or a curated one where the user gave it. */
public final class Reference {
    /**
     * Adds in_reference: whether an account's list tells what is usual. No shuffle.
     *
     * @param account the column that names whose list it is
     */
    public static Dataset<Row> marked(Inputs inputs, Dataset<Row> rows, String account) {
        if (!curated(inputs)) {
            return rows.withColumn("in_reference", lit(true));
        }
        Dataset<Row> reference = inputs.of(REFERENCE_ACCOUNTS)
                .select(col("account").as(account), lit(true).as("given"));
        return rows.join(broadcast(reference), new String[] {account}, "left")
                .withColumn("in_reference", coalesce(col("given"), lit(false)))
                .drop("given");
    }

    public static boolean curated(Inputs inputs) {
        return inputs.rows(REFERENCE_ACCOUNTS) > 0;
    }

    private Reference() {}
}
