package org.followerassay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results of one session as a table: a row per size and contender, medians of its runs, ratios of the medians. */
final class IngestTable {
    private static final List<String> HEADER = List.of(
            "contender",
            "ties in the file",
            "runs",
            "wall s (fastest–slowest)",
            "CPU s",
            "rows/s per core",
            "peak MB",
            "bytes per tie",
            "bytes, all tables",
            "time ×",
            "bytes ×");

    /** What is not in the numbers; printed under every table. */
    private static final String CONDITIONS =
            "Each run is a process of its own; both are timed inside it, once session or connection are open and a file of "
                    + "%s ties has been ingested: the start of the JVM is excluded. Both read the same file from the page cache, "
                    + "remove repeats, sort by followee and follower, and write Parquet with zstd; DuckDB checked after every "
                    + "round that both hold the same ties. DuckDB has as many threads as there are cores and the limit of our "
                    + "heap, half of the memory, as its own. Peak memory is that of the whole process. Ratios: ours to DuckDB's.";

    private static final String BESIDES =
            "In its time ours also gives every line a verdict that must add up, keeps rejected lines, lists and settles how "
                    + "complete both ends' lists are, hashes the input's content, and publishes a manifest.";

    private final List<Result> results;

    IngestTable(List<Result> results) {
        this.results = List.copyOf(results);
    }

    /** Lines and columns, padded, for a terminal. */
    String text() {
        List<List<String>> rows = rows();
        int[] widths = new int[HEADER.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text + "\n" + String.join("\n", notes()) + "\n";
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<List<String>> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
            if (row == 0) {
                text.append("|---|").append("--:|".repeat(HEADER.size() - 1)).append('\n');
            }
        }
        return text + "\n" + String.join("\n", notes()) + "\n";
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        SortedMap<Long, List<Result>> sizes =
                results.stream().collect(Collectors.groupingBy(Result::lines, TreeMap::new, Collectors.toList()));
        for (List<Result> size : sizes.values()) {
            List<Result> theirs = of(size, DuckDbIngest.NAME);
            for (String contender : List.of(OurIngest.NAME, DuckDbIngest.NAME)) {
                List<Result> runs = of(size, contender);
                if (!runs.isEmpty()) {
                    rows.add(row(runs, contender.equals(DuckDbIngest.NAME) ? List.of() : theirs));
                }
            }
        }
        return rows;
    }

    private static List<Result> of(List<Result> size, String contender) {
        return size.stream()
                .filter(result -> result.contender().equals(contender))
                .toList();
    }

    private static List<String> row(List<Result> runs, List<Result> peer) {
        ToDoubleFunction<Result> wall = run -> run.measured().wallSeconds();
        double[] walls = sorted(runs, wall);
        return List.of(
                runs.get(0).contender(),
                number("%,d", runs.get(0).lines()),
                number("%d", runs.size()),
                number("%.2f (%.2f–%.2f)", median(walls), walls[0], walls[walls.length - 1]),
                number("%.2f", median(runs, run -> run.measured().cpuSeconds())),
                number("%,.0f", median(runs, Result::linesPerSecondAndCore)),
                number("%,.0f", median(runs, run -> run.measured().peakBytes()) / (1 << 20)),
                number("%.2f", median(runs, Result::bytesPerTie)),
                number("%.2f", median(runs, Result::allBytesPerTie)),
                ratio(runs, peer, wall),
                ratio(runs, peer, Result::bytesPerTie));
    }

    private static String ratio(List<Result> runs, List<Result> peer, ToDoubleFunction<Result> measure) {
        return peer.isEmpty() ? "" : number("%.2f", median(runs, measure) / median(peer, measure));
    }

    private static double median(List<Result> runs, ToDoubleFunction<Result> measure) {
        return median(sorted(runs, measure));
    }

    private static double[] sorted(List<Result> runs, ToDoubleFunction<Result> measure) {
        return runs.stream().mapToDouble(measure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private List<String> notes() {
        if (results.isEmpty()) {
            return List.of("No results yet.");
        }
        Result any = results.get(0);
        Machine machine = any.machine();
        double load = results.stream()
                .mapToDouble(result -> result.machine().load())
                .max()
                .orElse(0);
        SortedMap<String, String> versions = new TreeMap<>();
        results.forEach(result -> versions.putAll(result.measured().versions()));
        String measured = number(
                "Medians of runs in turns, %s, commit %s, on %d cores and %.0f GB (%s; load up to %.1f before a run); %s.",
                any.session().substring(0, 10),
                any.commit(),
                machine.cores(),
                machine.memoryBytes() / (double) (1 << 30),
                machine.system(),
                load,
                words(versions));
        return List.of(measured, number(CONDITIONS, number("%,d", IngestBench.WARM_UP_LINES)), BESIDES);
    }

    private static String words(SortedMap<String, String> versions) {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
