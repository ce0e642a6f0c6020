package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Field;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is published. */
@Command(
        name = "tables",
        description = "Print name, rows and path of each published table.",
        footer = {
            "",
            "Example:",
            "  assay tables --warehouse warehouse",
            "A table can have several paths; 'assay tables --columns' prints the data dictionary."
        })
final class TablesCommand extends AssayCommand {
    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--columns", description = "print what a row and each column mean")
    private boolean columns;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse published = warehouse.open(session);
            Manifest manifest = published.published();
            for (Table table : Tables.ALL) {
                if (columns) {
                    describe(table);
                } else if (!manifest.parts(table.name()).isEmpty()) {
                    long rows = manifest.rows(table.name());
                    manifest.parts(table.name())
                            .forEach(part ->
                                    out().printf("%-22s %12d  %s%n", table.name(), rows, published.folder(part)));
                }
            }
            out().flush();
            return 0;
        }
    }

    private void describe(Table table) {
        out().println(table.name() + ": one row per " + table.oneRowPer());
        for (Field field : table.fields()) {
            out().printf(
                            "  %-26s %-10s %s%s%n",
                            field.name(),
                            field.type().simpleString(),
                            field.meaning(),
                            field.required() ? "" : " (may be empty)");
        }
        out().println();
    }
}
