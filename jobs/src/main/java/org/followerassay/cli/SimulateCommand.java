package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.SimulateOptions;
import org.followerassay.evaluate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A made-up platform. */
@Command(
        name = "simulate",
        description =
                "Write an export of a made-up platform on which it is known who bought followers, and that truth beside it.",
        footer = {
            "",
            "Example:",
            "  assay simulate --out world && assay run --input world/export --warehouse warehouse --out report",
            "  assay evaluate --warehouse warehouse --truth world/truth"
        })
final class SimulateCommand extends AssayCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder that receives export/ and truth/")
    private String out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "another seed, another world; the same seed, the same bytes")
    private Long seed;

    @Option(names = "--accounts", paramLabel = "N", description = "audited accounts (default: 60)")
    private Integer accounts;

    @Option(names = "--population", paramLabel = "N", description = "ordinary accounts (default: 40000)")
    private Integer population;

    @Override
    public Integer call() {
        SimulateOptions defaults = SimulateOptions.demo(out);
        SimulateOptions options = new SimulateOptions(
                out,
                seed == null ? defaults.seed() : seed,
                accounts == null ? defaults.accounts() : accounts,
                population == null ? defaults.population() : population);
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            out().println(Simulation.write(session, options));
            out().flush();
            return 0;
        }
    }
}
