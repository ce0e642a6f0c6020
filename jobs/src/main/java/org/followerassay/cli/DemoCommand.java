package org.followerassay.cli;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.Evaluation;
import org.followerassay.evaluate.Scores;
import org.followerassay.evaluate.SimulateOptions;
import org.followerassay.evaluate.Simulation;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Warehouse;
import org.followerassay.ingest.IngestOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything at once, on a made-up platform. */
@Command(
        name = "demo",
        description = "Make up a platform with planted truth, run the whole job on its export, and score the findings.",
        footer = {"", "Example:", "  assay demo --out demo-output"})
final class DemoCommand extends AssayCommand {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder that receives world/, warehouse/ and report/ (default: ${DEFAULT-VALUE})")
    private String out = "demo-output";

    @Option(names = "--seed", paramLabel = "N", description = "another seed, another world")
    private Long seed;

    @Mixin
    private ReportArgs report;

    @Override
    public Integer call() {
        SimulateOptions world = SimulateOptions.demo(out + "/world");
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            say(Simulation.write(session, seed == null ? world : world.withSeed(seed)));
            Warehouse warehouse = WarehouseOption.at(out + "/warehouse", session);
            Assay assay = new Assay(this, session, warehouse);
            IngestOptions exports = IngestOptions.of(List.of(world.out() + "/export"), Optional.empty());
            assay.publish(Optional.of(exports), Optional.of(Jobs.all()), false);
            Scores scores =
                    Evaluation.of(warehouse.tables(session, warehouse.published()), session, world.out() + "/truth");
            say("");
            say(scores.text());
            assay.report(report, out + "/report");
            out().flush();
            if (!scores.passes()) {
                throw AssayException.gateFailed("the demo's gate failed: see the scores above");
            }
            return 0;
        }
    }
}
