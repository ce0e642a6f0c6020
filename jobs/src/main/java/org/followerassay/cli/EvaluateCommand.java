package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.Evaluation;
import org.followerassay.evaluate.Scores;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Findings against planted truth. */
@Command(
        name = "evaluate",
        description =
                "Score the published findings against planted truth, beside simple rules; exit code 4 if the gate fails.",
        footer = {"", "Example:", "  assay evaluate --warehouse warehouse --truth world/truth"})
final class EvaluateCommand extends AssayCommand {
    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "DIR",
            description = "the truth/ folder that 'assay simulate' wrote")
    private String truth;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse published = warehouse.open(session);
            Scores scores = Evaluation.of(published.tables(session, published.published()), session, truth);
            out().println(scores.text());
            out().flush();
            if (!scores.passes()) {
                throw AssayException.gateFailed(
                        "the gate failed: a planted account was missed, or an innocent one was named;"
                                + " the scores above say which");
            }
            return 0;
        }
    }
}
