package org.followerassay.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Medians of races as Markdown: for each work and size, ours first, and beside each other contender how ours compares. */
record RaceTable(List<Result> results) {
    private static final String OURS = "Follower Assay";

    String markdown() {
        StringBuilder table = new StringBuilder(
                "| work | ties read | contender | runs | wall s (fastest–slowest) | CPU s | peak MB | ours ÷ theirs, wall | CPU |\n"
                        + "|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
        for (List<Result> work : groups(results, Result::benchmark)) {
            for (List<Result> size : bySize(work)) {
                List<List<Result>> contenders = groups(size, Result::contender);
                List<Result> ours = contenders.stream()
                        .filter(runs -> runs.get(0).contender().startsWith(OURS))
                        .findFirst()
                        .orElse(List.of());
                contenders.forEach(runs -> table.append(row(runs, ours)));
            }
        }
        return table + "\n" + conditions();
    }

    private static String row(List<Result> runs, List<Result> ours) {
        Result any = runs.get(0);
        boolean compared =
                !ours.isEmpty() && !any.contender().equals(ours.get(0).contender());
        double[] walls = runs.stream()
                .mapToDouble(run -> run.measured().wallSeconds())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %d | %.2f (%.2f–%.2f) | %.2f | %,.0f | %s | %s |%n",
                any.benchmark(),
                any.ties(),
                any.contender(),
                runs.size(),
                median(walls),
                walls[0],
                walls[walls.length - 1],
                median(runs, run -> run.measured().cpuSeconds()),
                median(runs, run -> run.measured().peakBytes()) / (1 << 20),
                compared ? ratio(ours, runs, run -> run.measured().wallSeconds()) : "",
                compared ? ratio(ours, runs, run -> run.measured().cpuSeconds()) : "");
    }

    private static String ratio(List<Result> ours, List<Result> theirs, ToDoubleFunction<Result> measure) {
        return String.format(Locale.ROOT, "%.2f", median(ours, measure) / Math.max(median(theirs, measure), 1e-9));
    }

    private static double median(List<Result> runs, ToDoubleFunction<Result> measure) {
        return median(runs.stream().mapToDouble(measure).sorted().toArray());
    }

    private static double median(double[] sorted) {
        double[] both = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
        return Arrays.stream(both).average().orElse(Double.NaN);
    }

    /** In the order in which they were measured first. */
    private static List<List<Result>> groups(List<Result> all, Function<Result, String> key) {
        return new ArrayList<>(all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static List<List<Result>> bySize(List<Result> work) {
        return new ArrayList<>(work.stream()
                .collect(Collectors.groupingBy(Result::ties, TreeMap::new, Collectors.toList()))
                .values());
    }

    private String conditions() {
        Result any = results.get(0);
        double load = results.stream()
                .mapToDouble(result -> result.machine().load())
                .max()
                .orElse(0);
        String versions = results.stream()
                .flatMap(result -> result.measured().versions().entrySet().stream())
                .map(version -> version.getKey() + " " + version.getValue())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Medians of runs in turns, %s, commits %s, on %d cores and %.0f GB (%s; load up to %.1f before a run, so compare"
                        + " rows of one work and size only); %s. Each run is a process of its own, timed inside it once it has"
                        + " done the same with a small graph; peak memory is that of the whole process.%n",
                any.session().substring(0, 10),
                results.stream().map(Result::commit).distinct().collect(Collectors.joining(", ")),
                any.machine().cores(),
                any.machine().memoryBytes() / (double) (1 << 30),
                any.machine().system(),
                load,
                versions);
    }
}
