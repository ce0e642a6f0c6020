package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.InjectedBlock.Found;
import org.followerassay.cli.HeldSession;
import org.followerassay.signature.block.BlockOptions;
import org.followerassay.signature.block.PlantedBlock;
import org.followerassay.signature.block.PlantedBlock.Camouflage;
import org.followerassay.signature.block.PublishedGreedy;

/**
 * Blocks planted as in FRAUDAR's experiments (Hooi et al., KDD 2016), searched for by the published greedy search and by ours.
 *
 * <p>One process for all graphs, so that thousands of seconds do not go into starting Spark; seconds are not to be compared
 * between graphs. Arguments: file of results, session, commit, folder to work in, ties, densities, seeds, camouflages.
 */
final class InjectionRun {
    private final SparkSession session;
    private final Path work;

    private InjectionRun(SparkSession session, Path work) {
        this.session = session;
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        Path results = Path.of(args[0]);
        List<Camouflage> camouflages =
                Stream.of(args[7].split(",")).map(Camouflage::valueOf).toList();
        try (SparkSession session = HeldSession.open()) {
            InjectionRun run = new InjectionRun(session, Path.of(args[3]));
            run.ours(new PlantedBlock(20_000, 0.1, Camouflage.NONE, 1), 20_000_000);
            for (int ties : numbers(args[4])) {
                for (String density : args[5].split(",")) {
                    for (Camouflage camouflage : camouflages) {
                        for (int seed : numbers(args[6])) {
                            InjectedBlock found =
                                    run.injected(args[1], args[2], ties, Double.parseDouble(density), camouflage, seed);
                            Files.writeString(
                                    results, Json.line(found), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                            System.err.println(said(found));
                        }
                    }
                }
            }
        }
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.split(",")).map(Integer::valueOf).toList();
    }

    private static String said(InjectedBlock found) {
        return String.format(
                Locale.ROOT,
                "%,d ties, density %.2f, %s, seed %d: F %.3f and %.3f, the published search %.3f and %.3f; off by %.1e",
                found.ties(),
                found.density(),
                found.camouflage().name().toLowerCase(Locale.ROOT),
                found.seed(),
                found.ours().followersF(),
                found.ours().followeesF(),
                found.published().followersF(),
                found.published().followeesF(),
                found.offBy());
    }

    private InjectedBlock injected(
            String started, String commit, int ties, double density, Camouflage camouflage, long seed)
            throws Exception {
        PlantedBlock graph = new PlantedBlock(ties, density, camouflage, seed);
        return new InjectedBlock(
                started,
                commit,
                Machine.here(),
                ties,
                density,
                camouflage,
                seed,
                published(graph),
                ours(graph, 20_000_000),
                ours(graph, Math.max(1, ties / 3)));
    }

    private static Found published(PlantedBlock graph) throws Exception {
        long[] ties = graph.ties();
        return timed(graph, () -> {
            PublishedGreedy found = new PublishedGreedy(ties);
            return new Side(found.density(), found.followers(), found.followees());
        });
    }

    private Found ours(PlantedBlock graph, int taskTies) throws Exception {
        Path folder = work.resolve("graph");
        IngestBench.delete(folder);
        OurBlocks.Parquet inputs = OurBlocks.written(session, graph, folder);
        BlockOptions options = new BlockOptions(1, taskTies, 20, 3, 3);
        return timed(graph, () -> {
            OurBlocks.Block found = OurBlocks.densest(options, inputs);
            return new Side(found.density(), found.followers(), found.followees());
        });
    }

    private record Side(double density, Set<Long> followers, Set<Long> followees) {}

    private static Found timed(PlantedBlock graph, Callable<Side> search) throws Exception {
        Side[] found = new Side[1];
        Measurement measured =
                Measurement.of(() -> found[0] = called(search), () -> new Measurement.Written(0, 0, new TreeMap<>()));
        return new Found(
                found[0].density(),
                graph.followersF(found[0].followers()),
                graph.followeesF(found[0].followees()),
                measured.wallSeconds());
    }

    private static Side called(Callable<Side> search) {
        try {
            return search.call();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
