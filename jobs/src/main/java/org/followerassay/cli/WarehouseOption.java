package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Tables;
import picocli.CommandLine.Option;

/** Where the published tables are. */
final class WarehouseOption {
    @Option(
            names = "--warehouse",
            required = true,
            paramLabel = "DIR",
            description = "folder of the published tables (any Hadoop URI)")
    private String warehouse;

    String uri() {
        return warehouse;
    }

    Warehouse open(SparkSession session) {
        return at(warehouse, session);
    }

    /** The published tables, which queries see by their names. */
    Inputs views(SparkSession session) {
        Warehouse published = open(session);
        Inputs tables = published.tables(session, published.published());
        Tables.ALL.forEach(table -> tables.of(table).createOrReplaceTempView(table.name()));
        return tables;
    }

    static Warehouse at(String uri, SparkSession session) {
        return Warehouse.at(uri, session.sparkContext().hadoopConfiguration());
    }
}
