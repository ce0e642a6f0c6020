package org.followerassay.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.report.ComparisonText;
import org.followerassay.report.HtmlReport;
import org.followerassay.report.ReportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts side by side, point by point. */
@Command(
        name = "compare",
        description = {
            "Print some accounts side by side, point by point, with intervals.",
            "Size, attention, arrivals beside a placebo, audience, growth, shared followers, what can be said of each, and what the"
                    + " data cannot say. Only what intervals tell apart gets a place. With --out, the same as a page with its"
                    + " CSV, JSON, Parquet and Markdown."
        },
        footer = {
            "",
            "Example:",
            "  assay compare 4711 @ann_example @bea_example --warehouse warehouse --out comparison"
        })
final class CompareCommand extends AssayCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "ACCOUNT",
            description = "ids or handles, 2 to " + ReportRequest.MOST_COMPARED)
    private List<String> accounts = new ArrayList<>();

    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the page and its twins (any Hadoop URI)")
    private String out;

    @Option(
            names = "--min-group",
            paramLabel = "N",
            description = "counts of followers below this are not shown (default: ${DEFAULT-VALUE})")
    private int minGroup = ReportRequest.MIN_GROUP;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse published = warehouse.open(session);
            Manifest manifest = published.published();
            Inputs tables = published.tables(session, manifest);
            ReportRequest request = new ReportRequest(
                    Accounts.idsOf(accounts, tables),
                    1,
                    out == null ? "." : out,
                    minGroup,
                    ReportRequest.Form.COMPARISON);
            out().print(ComparisonText.of(tables, manifest, request));
            if (out != null) {
                out().println();
                out().println("Comparison: "
                        + HtmlReport.write(session, tables, manifest, request).html());
            }
            out().flush();
            return 0;
        }
    }
}
