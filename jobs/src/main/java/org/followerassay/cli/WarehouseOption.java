package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Warehouse;
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

    static Warehouse at(String uri, SparkSession session) {
        return Warehouse.at(uri, session.sparkContext().hadoopConfiguration());
    }
}
