package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.ingest.IngestOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole job. */
@Command(
        name = "run",
        description =
                "Ingest exports, compute signatures, churn and ranks, and write the report that compares accounts.",
        footer = {
            "",
            "Example:",
            "  assay run --input exports/ --warehouse warehouse --out report --snapshot 2026-10-31",
            "",
            "Run it again with another period's exports to grow the same warehouse; unchanged inputs and steps are kept."
        })
final class RunCommand extends AssayCommand {
    @Mixin
    private IngestArgs exports;

    @Mixin
    private WarehouseOption warehouse;

    @Mixin
    private ReferenceArgs reference;

    @Mixin
    private RankArgs rank;

    @Mixin
    private ReportArgs report;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the report (any Hadoop URI)")
    private String out;

    @Option(names = "--force", description = "compute everything again, even what is unchanged")
    private boolean force;

    @Override
    public Integer call() {
        IngestOptions options = exports.options();
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Assay assay = new Assay(this, session, warehouse.open(session)).ranking(rank.options());
            assay.publish(
                    Optional.of(options),
                    draft -> reference.into(draft, this::say),
                    Optional.of(Jobs.all(rank.options())),
                    force);
            assay.report(report, out);
            return 0;
        }
    }
}
