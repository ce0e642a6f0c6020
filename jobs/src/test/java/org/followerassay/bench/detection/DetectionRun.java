package org.followerassay.bench.detection;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.Json;
import org.followerassay.bench.Machine;
import org.followerassay.bench.detection.DetectionBench.WorldKey;
import org.followerassay.bench.detection.DetectionResult.Kind;
import org.followerassay.bench.detection.baseline.CatchSync;
import org.followerassay.bench.detection.baseline.Fraudar;
import org.followerassay.bench.detection.baseline.ProfileRules;
import org.followerassay.bench.detection.baseline.ZouzouVarol;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Quality;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.FollowerList;
import org.followerassay.bench.detection.world.World;
import org.followerassay.cli.HeldSession;

/** Makes each world, lets every detector look at it, and adds a line to the file of results. */
final class DetectionRun {
    /** As many as a laptop's small jobs are worth. */
    private static final String SHUFFLE_PARTITIONS = "4";

    /** Nobody reads the plans that Spark writes down at each stage. */
    private static final String PLAN_CHARACTERS = "1000";

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final SparkSession spark;
    private final String session;
    private final String commit;
    private final SortedMap<String, String> versions = new TreeMap<>();

    private DetectionRun(SparkSession spark, String session, String commit) {
        this.spark = spark;
        this.session = session;
        this.commit = commit;
        versions.put("spark", spark.version());
        versions.put("java", System.getProperty("java.version"));
    }

    /**
     * Arguments: the file of results, session, commit, seeds, "full" or "quick", the parts, and "all" or "missing" worlds; lists
     * separated by commas.
     */
    public static void main(String[] args) throws IOException {
        Path results = Path.of(args[0]);
        List<Long> seeds = Stream.of(args[3].split(",")).map(Long::valueOf).toList();
        List<String> parts = List.of(args[5].split(","));
        List<Cell> cells = (args[4].equals("quick") ? DetectionGrid.quick() : DetectionGrid.full())
                .stream().filter(cell -> parts.contains(cell.part())).toList();
        DetectionBench bench = new DetectionBench(results);
        Set<WorldKey> known = args[6].equals("missing") ? bench.measured() : Set.of();
        List<Planned> planned = seeds.stream()
                .flatMap(seed -> cells.stream().map(cell -> new Planned(cell, seed)))
                .filter(world -> !known.contains(new WorldKey(world.cell().facts(), world.seed())))
                .toList();
        try (SparkSession spark = HeldSession.open()) {
            spark.conf().set("spark.sql.shuffle.partitions", SHUFFLE_PARTITIONS);
            spark.conf().set("spark.sql.maxPlanStringLength", PLAN_CHARACTERS);
            DetectionRun run = new DetectionRun(spark, args[1], args[2]);
            int done = 0;
            for (Planned world : planned) {
                DetectionResult result = run.measure(world.cell(), world.seed());
                Files.writeString(results, Json.line(result), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                System.err.printf("%d of %d: %s%n", ++done, planned.size(), DetectionText.line(result));
            }
        }
    }

    private record Planned(Cell cell, long seed) {}

    DetectionResult measure(Cell cell, long seed) throws IOException {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        Ties ties = new Ties(cell.world().apply(seed));
        List<Judgement> judgements = new ArrayList<>();
        SortedMap<String, Double> steps;
        try (Assay assay = new Assay(spark, ties)) {
            judgements.addAll(assay.judgements());
            steps = assay.seconds();
        }
        Judgement all = judgements.get(judgements.size() - 1);
        judgements.addAll(baselines(ties));
        List<Quality> qualities = judgements.stream()
                .map(judgement -> Quality.of(ties, judgement, seed))
                .toList();
        return new DetectionResult(
                session,
                commit,
                Machine.here(),
                versions,
                cell.part(),
                cell.facts(),
                seed,
                ties.lists(),
                ties.count(),
                (System.nanoTime() - start) / 1e9,
                (PROCESS.getProcessCpuTime() - cpu) / 1e9,
                steps,
                qualities,
                kinds(ties, all));
    }

    /** Those that the export gives enough to: two of them need order, dates and profiles. */
    private static List<Judgement> baselines(Ties ties) {
        if (ties.world().ordered()) {
            return List.of(ZouzouVarol.of(ties), Fraudar.of(ties), CatchSync.of(ties), ProfileRules.of(ties));
        }
        return List.of(Fraudar.of(ties), CatchSync.of(ties));
    }

    private static List<Kind> kinds(Ties ties, Judgement all) {
        World world = ties.world();
        SortedMap<String, Kind> kinds = new TreeMap<>();
        for (int list = 0; list < ties.lists(); list++) {
            FollowerList followers = world.lists().get(list);
            int from = ties.first(list);
            int to = ties.first(list + 1);
            Kind one = new Kind(
                    followers.kind(),
                    1,
                    to - from,
                    all.flagged().get(from, to).cardinality(),
                    all.published().get(from, to).cardinality(),
                    all.strong().contains(list) ? 1 : 0);
            kinds.merge(followers.kind(), one, DetectionRun::sum);
        }
        return List.copyOf(kinds.values());
    }

    static Kind sum(Kind one, Kind other) {
        return new Kind(
                one.kind(),
                one.lists() + other.lists(),
                one.ties() + other.ties(),
                one.flagged() + other.flagged(),
                one.published() + other.published(),
                one.strong() + other.strong());
    }
}
