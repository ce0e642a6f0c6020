package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The last stage alone. */
@Command(
        name = "report",
        description =
                "Write the report of the published tables: one HTML page, with a CSV, JSON and Parquet twin of each table and"
                        + " a summary in Markdown.",
        footer = {
            "",
            "Example:",
            "  assay report --warehouse warehouse --out report --accounts 4711,@ann_example",
            "  assay report --warehouse warehouse --out card --card @ann_example",
            "  assay report --warehouse warehouse --out edition --edition 2026-Q4 --previous edition-2026-Q3",
        })
final class ReportCommand extends AssayCommand {
    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private ReportArgs report;

    @Option(
            names = "--card",
            paramLabel = "ACCOUNT",
            description = "one page about one account, by id or handle, instead of a report of several")
    private String card;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the report (any Hadoop URI)")
    private String out;

    @ArgGroup(exclusive = false, heading = "%nIndustry edition:%n")
    private EditionArgs edition;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse tables = warehouse.open(session);
            tables.published();
            Assay assay = new Assay(this, session, tables);
            assay.publish(Optional.empty(), Optional.of(Jobs.report()), false);
            if (edition != null) {
                assay.edition(edition, report.minGroup(), out);
            } else if (card == null) {
                assay.report(report, out);
            } else {
                assay.write(inputs -> report.card(card, inputs, out));
            }
            return 0;
        }
    }
}
