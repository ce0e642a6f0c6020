package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.SimulateOptions;
import org.followerassay.evaluate.Simulation;
import org.followerassay.evaluate.platform.Camouflage;
import org.followerassay.evaluate.platform.ExportForm;
import org.followerassay.evaluate.platform.PlatformOptions;
import org.followerassay.evaluate.platform.PlatformSimulation;
import org.followerassay.evaluate.power.Injection;
import org.followerassay.evaluate.power.Power;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  assay evaluate --warehouse warehouse --truth world/truth",
            "",
            "With --ties, a platform of that size, made by Spark in parallel, in any of several forms:",
            "  assay simulate --ties 1e6 --as snap --out platform && assay ingest --input platform/export --warehouse warehouse",
            "  csv        ties in order, profiles and coverage of everybody",
            "  snap       edges of everybody, follower and followee",
            "  x-archive  a folder per audited account: its followers, newest first",
            "  snapshots  a folder per audited account: its whole list on three days, with followers who left between",
            "  bluesky    follows and unfollows of the audited accounts as Jetstream lines",
            "",
            "With --inject-into, lots and dense blocks in copies of published lists, and which of them are found:",
            "  assay simulate --inject-into warehouse --out planted",
            "  assay evaluate --warehouse planted --truth planted/truth"
        })
final class SimulateCommand extends AssayCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder that receives export/ and truth/; with --inject-into, the new warehouse")
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

    @Option(names = "--ties", paramLabel = "N", description = "make a platform of about so many ties, 1e3 to 1e9")
    private Double ties;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description = "with --ties: csv, x-archive, snap, snapshots or bluesky (default: csv)")
    private String form;

    @Option(
            names = "--share",
            paramLabel = "S",
            description =
                    "with --ties: bought followers over a customer's followers (default: .02, .1, .3, .55, .8 in turn)")
    private Double share;

    @Option(
            names = "--attrition",
            paramLabel = "S",
            description = "with --ties: share of delivered followers that is gone after 30 days (default: .05)")
    private Double attrition;

    @Option(
            names = "--camouflage",
            paramLabel = "WORD",
            description = "with --ties: what vendors' accounts follow besides: none, random, biased or hijacked"
                    + " (default: each in turn)")
    private Camouflage camouflage;

    @Option(
            names = "--followers-exponent",
            paramLabel = "A",
            description = "with --ties: power law of followers per account (default: 2.276, Kwak et al. 2010)")
    private Double followersExponent;

    @Option(
            names = "--followees-exponent",
            paramLabel = "A",
            description = "with --ties: power law of followees per account (default: 2.276)")
    private Double followeesExponent;

    @Option(
            names = "--mutual-share",
            paramLabel = "S",
            description = "with --ties: mutual over connected pairs (default: .221, Kwak et al. 2010)")
    private Double mutualShare;

    @Mixin
    private InjectArgs injected;

    @Override
    public Integer call() {
        if (injected.given()) {
            inject();
        } else if (ties == null) {
            demo();
        } else {
            platform();
        }
        return 0;
    }

    private void platform() {
        if (accounts != null || population != null) {
            throw AssayException.usage("--accounts and --population are for the world without --ties: leave them out");
        }
        PlatformOptions defaults = PlatformOptions.of(
                Math.round(ties), seed == null ? SimulateOptions.demo(out).seed() : seed);
        PlatformOptions options = new PlatformOptions(
                defaults.ties(),
                defaults.seed(),
                given(followersExponent, defaults.followersExponent()),
                given(followeesExponent, defaults.followeesExponent()),
                given(mutualShare, defaults.mutualShare()),
                defaults.topicalShare(),
                Optional.ofNullable(share),
                given(attrition, defaults.attrition()),
                Optional.ofNullable(camouflage));
        ExportForm as = ExportForm.named(form == null ? "csv" : form);
        try (OpenSession open = session()) {
            out().println(PlatformSimulation.write(open.session(), options, as, out));
            out().flush();
        }
    }

    private void inject() {
        if (ties != null || accounts != null || population != null) {
            throw AssayException.usage("--inject-into plants into published tables: leave out --ties and other sizes");
        }
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse source = WarehouseOption.at(injected.warehouse(), session);
            Warehouse target = WarehouseOption.at(out, session);
            if (target.current().isPresent()) {
                throw AssayException.usage(
                        "there are published tables in " + out + " already: name a new folder after --out");
            }
            Injection injection =
                    new Injection(session, source.tables(session, source.published()), target, injected.options(seed));
            Power power = injection.run(run(Jobs.options(), false), Jobs.signatures(), progress());
            out().println(power.text());
            out().flush();
        }
    }

    private static double given(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private void demo() {
        if (form != null || share != null || attrition != null || camouflage != null) {
            throw AssayException.usage("--as, --share, --attrition and --camouflage need --ties");
        }
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
        }
    }
}
