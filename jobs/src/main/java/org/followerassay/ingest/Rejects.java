package org.followerassay.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.REJECTS;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Draft;

/** Rows of the table rejects. */
final class Rejects {
    /**
     * Writes rejected rows with the file that they stand in, and their line in it.
     *
     * @param rejected staged rows
     */
    static void write(Draft draft, Map<Integer, String> keys, Staging staging, Counted counted, Dataset<Row> rejected) {
        draft.writeEach(
                REJECTS,
                keys,
                rejected.join(broadcast(staging.unitTable(draft.session(), counted)), "unit")
                        .select(
                                col("source"),
                                col("file"),
                                col("line").plus(col("lines_before")).as("line"),
                                col("code").as("reason"),
                                col("explanation"),
                                col("text").as("row")));
    }

    private Rejects() {}
}
