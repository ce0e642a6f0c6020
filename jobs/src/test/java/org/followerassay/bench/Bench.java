package org.followerassay.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.followerassay.bench.detection.DetectionBench;
import org.followerassay.bench.detection.DetectionResult;
import org.followerassay.bench.detection.DetectionTable;
import org.followerassay.signature.block.PlantedBlock.Camouflage;
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
        footer = {"", "Results are added to the files of docs/bench."})
public final class Bench {
    /** Benchmarks whose newest results stand in one table. */
    private static final List<String> RACES =
            List.of(Question.DEGREES.label(), Question.RUNNING_MAXIMUM.label(), ChurnBench.NAME, RankBench.NAME);

    private final Path project = Path.of(System.getProperty("bench.project"));
    private final ResultFile results = new ResultFile(project.resolve("docs/bench/results.jsonl"));
    private final Path steps = project.resolve("docs/bench/steps.jsonl");
    private final BlockFile blocks = new BlockFile(project.resolve("docs/bench/blocks.jsonl"));
    private final DetectionBench detection = new DetectionBench(project.resolve("docs/bench/detection.jsonl"));

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .registerConverter(Long.class, new Count())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Bench::report)
                .execute(args.length == 0 ? new String[] {"--help"} : args));
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
        String session = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String commit = System.getProperty("bench.commit");
        IngestBench bench = new IngestBench(work, session, commit, project, results, System.err);
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
        Path work = Files.createTempDirectory("assay-damage");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
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
                            defaultValue = "1e7",
                            description = "ties of each snapshot; ${DEFAULT-VALUE} if left out")
                    Long ties,
            @Option(
                            names = "--runs",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "runs of each; ${DEFAULT-VALUE} if left out")
                    int runs,
            @Option(names = "--days", paramLabel = "N", description = "replay so many daily snapshots instead")
                    Optional<Integer> days)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("assay-churn");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        String session = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        ChurnBench bench =
                new ChurnBench(work, session, System.getProperty("bench.commit"), project, results, System.out);
        if (days.isPresent()) {
            bench.replay(days.get(), ties);
        } else {
            bench.run(ties, runs);
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
        Path work = Files.createTempDirectory("assay-race");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        String session = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Fork fork = new Fork(project, work.resolve("contender.log"));
        return new Race(work, session, System.getProperty("bench.commit"), fork, results, System.out);
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
        Path work = Files.createTempDirectory("assay-profiles");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        Path log = work.resolve("log");
        new Fork(project, log)
                .run(ProfileBench.class, List.of(input.toAbsolutePath().toString()));
        Files.readAllLines(log).forEach(System.out::println);
        return 0;
    }

    @Command(
            name = "blocks",
            mixinStandardHelpOptions = true,
            description = "Dense blocks beside the published greedy search, on made-up graphs with a planted block:"
                    + " time, memory, density, and F of the block's followers and followees.")
    int blocks(
            @Option(
                            names = "--ties",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1e5,1e6",
                            description = "ties of the background; ${DEFAULT-VALUE} if left out")
                    List<Long> ties,
            @Option(
                            names = "--density",
                            paramLabel = "SHARE",
                            split = ",",
                            defaultValue = "0.06",
                            description = "share of the block's possible ties; ${DEFAULT-VALUE} if left out")
                    List<Double> densities,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1",
                            description = "of the graphs; ${DEFAULT-VALUE} if left out")
                    List<Long> seeds,
            @Option(
                            names = "--injection",
                            description = "each camouflage and seed in one process; memory is not measured; adds to"
                                    + " docs/bench/blocks.jsonl")
                    boolean injection,
            @Option(
                            names = "--camouflage",
                            paramLabel = "KIND",
                            split = ",",
                            defaultValue = "NONE,RANDOM,BIASED,HIJACKED",
                            description = "with --injection; ${DEFAULT-VALUE} if left out")
                    List<Camouflage> camouflages)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("assay-blocks");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        if (injection) {
            new Fork(project, work)
                    .runInSight(
                            InjectionRun.class,
                            List.of(
                                    blocks.path().toString(),
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    System.getProperty("bench.commit"),
                                    work.toString(),
                                    joined(ties),
                                    joined(densities),
                                    joined(seeds),
                                    joined(camouflages)));
            System.out.println();
            System.out.print(new BlockTable(blocks.newest()).markdown());
            return 0;
        }
        BlockBench bench = new BlockBench(work, project, System.out);
        bench.header();
        for (long background : ties) {
            for (double density : densities) {
                for (long seed : seeds) {
                    bench.run(Math.toIntExact(background), density, Camouflage.BIASED, seed);
                }
            }
        }
        return 0;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    @Command(
            name = "detection",
            mixinStandardHelpOptions = true,
            description = "How well signatures find what was planted in small worlds, beside published methods.")
    int detection(
            @Option(names = "--seeds", paramLabel = "N", description = "worlds of each cell; 3 if left out, 1 if quick")
                    Optional<Integer> seeds,
            @Option(
                            names = "--first-seed",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "${DEFAULT-VALUE} if left out; those before it stay as they were measured")
                    long first,
            @Option(
                            names = "--only",
                            paramLabel = "PART",
                            split = ",",
                            defaultValue = "shares,vendors,clean",
                            description = "${DEFAULT-VALUE} if left out")
                    List<String> parts,
            @Option(names = "--quick", description = "fewer cells, in smaller worlds") boolean quick)
            throws IOException, InterruptedException {
        List<String> args = detection.args(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty("bench.commit"),
                LongStream.rangeClosed(first, first - 1 + seeds.orElse(quick ? 1 : 3))
                        .boxed()
                        .toList(),
                quick,
                parts);
        new Fork(project, Path.of("")).runInSight(DetectionBench.runner(), args);
        System.out.println();
        System.out.print(new DetectionTable(detection.newest()).markdown());
        return 0;
    }

    @Command(
            name = "signatures",
            mixinStandardHelpOptions = true,
            description = "How long each step of assay signatures takes on made-up platforms of several sizes.")
    int signatures(
            @Option(
                            names = "--ties",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1e5,1e6",
                            description = "ties of each platform; ${DEFAULT-VALUE} if left out")
                    List<Long> ties)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("assay-signatures");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work, false)));
        SignatureBench bench = new SignatureBench(work, steps, new Fork(project, work.resolve("log")), System.err);
        List<StepTimes> measured = bench.run(
                ties, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), System.getProperty("bench.commit"));
        System.out.println();
        System.out.print(new StepTable(measured).markdown());
        return 0;
    }

    @Command(
            name = "table",
            mixinStandardHelpOptions = true,
            description = "The newest results of each benchmark as Markdown.")
    int table(
            @Option(
                            names = "--write",
                            paramLabel = "FILE",
                            description =
                                    "put them between <!-- bench:NAME --> and <!-- /bench:NAME --> of this file, NAME"
                                            + " being ingest, churn, races, signatures, blocks, detection, or detection-short")
                    Optional<Path> file)
            throws IOException {
        Map<String, String> tables = tables();
        if (tables.isEmpty()) {
            System.err.println("bench: there are no results yet: run scripts/bench ingest, churn or detection first");
            return 1;
        }
        if (file.isEmpty()) {
            tables.forEach((name, table) -> System.out.println(table));
            return 0;
        }
        String text = Files.readString(file.get());
        boolean written = false;
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Optional<String> changed = new Marked(text).with(table.getKey(), table.getValue());
            text = changed.orElse(text);
            written |= changed.isPresent();
        }
        if (!written) {
            System.err.println("bench: " + file.get() + " has no <!-- bench:NAME --> … <!-- /bench:NAME --> for any of "
                    + String.join(", ", tables.keySet()));
            return 1;
        }
        Files.writeString(file.get(), text);
        return 0;
    }

    /** By the name of their place in a document. */
    private Map<String, String> tables() throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        List<Result> newest = results.newest(IngestBench.NAME);
        if (!newest.isEmpty()) {
            tables.put(IngestBench.NAME, new IngestTable(newest).markdown());
        }
        List<Result> races = new ArrayList<>();
        for (String race : RACES) {
            races.addAll(results.newest(race));
        }
        if (!races.isEmpty()) {
            tables.put("races", new RaceTable(races).markdown());
        }
        List<Result> ledgers = results.newest(ChurnBench.NAME);
        List<Result> replay = results.newest(ChurnBench.REPLAY);
        if (!ledgers.isEmpty() || !replay.isEmpty()) {
            tables.put(ChurnBench.NAME, new ChurnTable(ledgers, replay).markdown());
        }
        List<StepTimes> timed = SignatureBench.newest(steps);
        if (!timed.isEmpty()) {
            tables.put(SignatureBench.NAME, new StepTable(timed).markdown());
        }
        List<DetectionResult> detected = detection.newest();
        if (!detected.isEmpty()) {
            DetectionTable table = new DetectionTable(detected);
            tables.put(DetectionBench.NAME, table.markdown());
            tables.put(DetectionBench.NAME + "-short", table.shortMarkdown());
        }
        List<InjectedBlock> planted = blocks.newest();
        if (!planted.isEmpty()) {
            tables.put("blocks", new BlockTable(planted).markdown());
        }
        return tables;
    }
}
