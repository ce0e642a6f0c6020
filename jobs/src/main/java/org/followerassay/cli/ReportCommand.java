package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The last stage alone. */
@Command(
        name = "report",
        description =
                "Write the report of the published tables: one HTML page, with a CSV and Parquet twin of each table.",
        footer = {
            "",
            "Example:",
            "  assay report --warehouse warehouse --out report --accounts 4711,@ann_example",
        })
final class ReportCommand extends AssayCommand {
    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private ReportArgs report;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the report (any Hadoop URI)")
    private String out;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse tables = warehouse.open(session);
            tables.published();
            Assay assay = new Assay(this, session, tables);
            assay.publish(Optional.empty(), Optional.of(Jobs.report()), false);
            assay.report(report, out);
            return 0;
        }
    }
}
