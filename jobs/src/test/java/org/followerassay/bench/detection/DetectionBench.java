package org.followerassay.bench.detection;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.followerassay.bench.Json;

/** Runs the grid in a process of its own, and reads the file of results. */
public record DetectionBench(Path results) {
    /** The name of the place for the tables in a document. */
    public static final String NAME = "detection";

    /** Arguments for {@link #runner()}. */
    public List<String> args(
            String session, String commit, List<Long> seeds, boolean quick, List<String> parts, boolean missing)
            throws IOException {
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("--seeds must be at least 1");
        }
        for (String part : parts) {
            if (!DetectionGrid.PARTS.contains(part)) {
                throw new IllegalArgumentException(
                        "--only must be of " + String.join(", ", DetectionGrid.PARTS) + ", was " + part);
            }
        }
        Files.createDirectories(results.toAbsolutePath().getParent());
        return List.of(
                results.toString(),
                session,
                commit,
                seeds.stream().map(String::valueOf).collect(Collectors.joining(",")),
                quick ? "quick" : "full",
                String.join(",", parts),
                missing ? "missing" : "all");
    }

    public static Class<?> runner() {
        return DetectionRun.class;
    }

    /** The newest result of each cell and seed, in the order in which they were measured. */
    public List<DetectionResult> newest() throws IOException {
        if (!Files.exists(results)) {
            return List.of();
        }
        List<DetectionResult> all = Files.readAllLines(results).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, DetectionResult.class))
                .toList();
        Map<WorldKey, String> newest = new HashMap<>();
        all.forEach(
                result -> newest.merge(WorldKey.of(result), result.session(), BinaryOperator.maxBy(naturalOrder())));
        return all.stream()
                .filter(result -> result.session().equals(newest.get(WorldKey.of(result))))
                .toList();
    }

    /** The worlds that have a result. */
    Set<WorldKey> measured() throws IOException {
        return newest().stream().map(WorldKey::of).collect(Collectors.toSet());
    }

    /** What makes a world: its cell's facts and its seed. */
    record WorldKey(Facts facts, long seed) {
        static WorldKey of(DetectionResult result) {
            return new WorldKey(result.facts(), result.seed());
        }
    }
}
