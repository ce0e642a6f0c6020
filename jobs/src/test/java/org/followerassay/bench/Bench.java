package org.followerassay.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.followerassay.bench.detection.DetectionBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command behind {@code scripts/bench}, which names the project's folder and the commit. */
@Command(
        name = "bench",
        description = "Measures Follower Assay beside other programs that do the same work.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BlocksCommand.class,
            DetectionCommand.class,
            StepCommands.Signatures.class,
            StepCommands.Run.class,
            AllCommand.class,
            TableCommand.class
        },
        footer = {"", "Results are added to the files of docs/bench."})
public final class Bench {
    final Path project = Path.of(System.getProperty("bench.project"));
    final ResultFile results = new ResultFile(project.resolve("docs/bench/results.jsonl"));
    final StepFile steps = new StepFile(project.resolve("docs/bench/steps.jsonl"));
    final BlockFile blocks = new BlockFile(project.resolve("docs/bench/blocks.jsonl"));
    final DetectionBench detection = new DetectionBench(project.resolve("docs/bench/detection.jsonl"));

    public static void main(String[] args) {
        System.exit(new Bench().line().execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    CommandLine line() {
        return new CommandLine(this)
                .registerConverter(Long.class, new Count())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Bench::report);
    }

    /** When the command was started: results of one session belong together. */
    static String session() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String commit() {
        return System.getProperty("bench.commit");
    }

    /** A folder that goes when the command ends, however it ends. */
    static Path work(String name) throws IOException {
        Path work = Files.createTempDirectory("assay-" + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        return work;
    }

    private static int report(Exception broken, CommandLine line, ParseResult parsed) {
        line.getErr().println("bench: " + broken.getMessage());
        return 1;
    }

    /** A whole number, also as 1e6. */
    private static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return new BigDecimal(text).longValueExact();
        }
    }

    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description =
                    "Ingest beside DuckDB: the same made-up edge list read, freed of repeats, sorted and written.")
    int ingest(
            @Option(
                            names = "--ties",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1e6,1e7",
                            description = "lines with a tie; ${DEFAULT-VALUE} if left out")
                    List<Long> ties,
            @Option(
                            names = "--runs",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "runs of each; ${DEFAULT-VALUE} if left out")
                    int runs,
            @Option(names = "--keep", paramLabel = "DIR", description = "make the files here, and leave them")
                    Optional<Path> keep)
            throws IOException, InterruptedException {
        if (runs < 1) {
            throw new IllegalArgumentException("--runs must be at least 1, was " + runs);
        }
        Path work = keep.isPresent()
                ? Files.createDirectories(keep.get().toAbsolutePath())
                : Files.createTempDirectory("assay-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, keep.isPresent())));
        IngestBench bench = new IngestBench(work, session(), commit(), project, results, System.err);
        List<Result> measured = new ArrayList<>();
        for (long lines : ties) {
            measured.addAll(bench.run(lines, runs));
        }
        System.out.println();
        System.out.print(new IngestTable(measured).text());
        return 0;
    }

    /** Also when the benchmark is interrupted: no contender goes on, and no large file is left behind unasked. */
    private static void cleanUp(Path work, boolean keep) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        if (keep) {
            return;
        }
        try {
            IngestBench.delete(work);
        } catch (IOException undeletable) {
            System.err.println("bench: " + work + " can't be deleted: " + undeletable.getMessage());
        }
    }

    @Command(
            name = "damage",
            mixinStandardHelpOptions = true,
            description =
                    "No benchmark but a check at size: an edge list with a damaged line in each hundred, in twelve"
                            + " ways; fails unless each is rejected with the right reason.")
    int damage(
            @Option(
                            names = "--lines",
                            paramLabel = "N",
                            defaultValue = "1e7",
                            description = "lines; ${DEFAULT-VALUE} if left out")
                    Long lines)
            throws IOException, InterruptedException {
        Path work = work("damage");
        Path log = work.resolve("log");
        new Fork(project, log).run(DamagedLines.class, List.of(work.toString(), lines.toString()));
        Files.readAllLines(log).forEach(System.out::println);
        return 0;
    }

    @Command(
            name = "churn",
            mixinStandardHelpOptions = true,
            description = {
                "The ledger of two made-up snapshots beside DuckDB's two anti-joins; with --days, a replay of daily snapshots"
                        + " and then the next day alone, without DuckDB."
            })
    int churn(
            @Option(
                            names = "--ties",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1e7",
                            description = "ties of each snapshot; ${DEFAULT-VALUE} if left out")
                    List<Long> ties,
            @Option(
                            names = "--runs",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "runs of each; ${DEFAULT-VALUE} if left out")
                    int runs,
            @Option(names = "--days", paramLabel = "N", description = "replay so many daily snapshots instead")
                    Optional<Integer> days)
            throws IOException, InterruptedException {
        Path work = work("churn");
        ChurnBench bench = new ChurnBench(work, session(), commit(), project, results, System.out);
        for (long size : ties) {
            if (days.isPresent()) {
                bench.replay(days.get(), size);
            } else {
                bench.run(size, runs);
            }
        }
        return 0;
    }

    @Command(
            name = "graph",
            mixinStandardHelpOptions = true,
            description =
                    "Degrees with mutual ties, and the running maximum of creation dates along each list, beside DuckDB on"
                            + " the same Parquet files.")
    int graph(@Mixin RaceArgs args) throws IOException, InterruptedException {
        GraphBench bench = new GraphBench(race());
        List<Result> measured = new ArrayList<>();
        for (long size : args.ties) {
            measured.addAll(bench.run(size, args.runs));
        }
        System.out.println();
        System.out.print(new RaceTable(measured).markdown());
        return 0;
    }

    @Command(
            name = "rank",
            mixinStandardHelpOptions = true,
            description = "PageRank, 20 rounds, by both plans of ours beside one core in plain Java and GraphX.")
    int rank(
            @Mixin RaceArgs args,
            @Option(
                            names = "--one-task",
                            description =
                                    "without the plans that shuffle in every round, ours in many tasks and GraphX")
                    boolean oneTask)
            throws IOException, InterruptedException {
        RankBench bench = new RankBench(race());
        List<Result> measured = new ArrayList<>();
        for (long size : args.ties) {
            measured.addAll(bench.run(size, args.runs, !oneTask));
        }
        System.out.println();
        System.out.print(new RaceTable(measured).markdown());
        return 0;
    }

    private Race race() throws IOException {
        Path work = work("race");
        Fork fork = new Fork(project, work.resolve("contender.log"));
        return new Race(work, session(), commit(), fork, results, System.out);
    }

    @Command(
            name = "profiles",
            mixinStandardHelpOptions = true,
            description = {
                "How well published rules tell bought accounts from others by their profiles, on labelled profiles of your own.",
                "A CSV file with a header; needed columns: " + LabelledProfiles.NEEDED
                        + ". Used if there: observed_at and with it"
                        + " created_at and last_post_at, listed, has_picture or default_picture, has_bio or bio_length."
            })
    int profiles(
            @Option(names = "--input", paramLabel = "FILE", required = true, description = "the CSV file, also .gz")
                    Path input)
            throws IOException, InterruptedException {
        if (!Files.isReadable(input)) {
            throw new IllegalArgumentException("--input " + input + " can't be read");
        }
        Path work = work("profiles");
        Path log = work.resolve("log");
        new Fork(project, log)
                .run(ProfileBench.class, List.of(input.toAbsolutePath().toString()));
        Files.readAllLines(log).forEach(System.out::println);
        return 0;
    }
}
