package org.followerassay.flow;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;

/** The tables that a derivation reads, as they stand when it runs. */
public interface Inputs {
    /** The rows of a table; none, with its schema, where nothing was published. */
    Dataset<Row> of(Table table);

    /** Rows of a table, from its files' footers: no Spark job. */
    long rows(Table table);

    /** Rows of a table in which a column is not null, from its files' footers: no Spark job. */
    long present(Table table, String column);
}
