package org.followerassay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The newest results of the ledger beside DuckDB, and of a replay, as Markdown. Medians of runs, ratios of medians. */
final class ChurnTable {
    private static final List<String> CONTENDERS = List.of(OurLedger.NAME, OurComparison.NAME, DuckDbLedger.NAME);

    private static final String CONDITIONS =
            "Each run is a process of its own and reads the same Parquet files; it is timed once its session or connection is "
                    + "open and two snapshots of 100,000 ties are done. DuckDB's two anti-joins find the ties that only one "
                    + "snapshot has; the comparison alone writes the same as two tables. The whole ledger is twelve tables: "
                    + "signs of life, suspect lists, intervals, kinds. Checked after every round: the ledger holds the changes that "
                    + "DuckDB found.";

    private final List<Result> besideDuckDb;
    private final List<Result> replay;

    ChurnTable(List<Result> besideDuckDb, List<Result> replay) {
        this.besideDuckDb = List.copyOf(besideDuckDb);
        this.replay = List.copyOf(replay);
    }

    String markdown() {
        List<String> blocks = new ArrayList<>();
        if (!besideDuckDb.isEmpty()) {
            blocks.add(beside());
            blocks.add(measured(besideDuckDb) + "\n" + CONDITIONS + "\n");
        }
        if (!replay.isEmpty()) {
            blocks.add(replayed());
            blocks.add(measured(replay) + "\n");
        }
        return String.join("\n", blocks);
    }

    private String beside() {
        StringBuilder text = new StringBuilder("""
                | two snapshots | ties of each | runs | wall s | CPU s | peak MB | wall × | CPU × |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        SortedMap<Long, List<Result>> sizes =
                besideDuckDb.stream().collect(Collectors.groupingBy(Result::ties, TreeMap::new, Collectors.toList()));
        sizes.forEach((ties, results) -> CONTENDERS.forEach(contender -> {
            List<Result> runs = of(results, contender);
            List<Result> theirs = contender.equals(DuckDbLedger.NAME) ? List.of() : of(results, DuckDbLedger.NAME);
            if (!runs.isEmpty()) {
                text.append(number(
                        "| %s | %,d | %d | %.2f | %.2f | %,.0f | %s | %s |%n",
                        contender,
                        ties / 2,
                        runs.size(),
                        median(runs, run -> run.measured().wallSeconds()),
                        median(runs, run -> run.measured().cpuSeconds()),
                        median(runs, run -> run.measured().peakBytes()) / (1 << 20),
                        ratio(runs, theirs, run -> run.measured().wallSeconds()),
                        ratio(runs, theirs, run -> run.measured().cpuSeconds())));
            }
        }));
        return text.toString();
    }

    private String replayed() {
        StringBuilder text = new StringBuilder("""
                | replay | ties in all | wall s | CPU s | peak MB |
                |---|--:|--:|--:|--:|
                """);
        for (Result result : replay) {
            Measurement measured = result.measured();
            text.append(number(
                    "| %s | %,d | %.1f | %.1f | %,d |%n",
                    result.contender(),
                    result.ties(),
                    measured.wallSeconds(),
                    measured.cpuSeconds(),
                    measured.peakBytes() >> 20));
        }
        return text.toString();
    }

    private static List<Result> of(List<Result> results, String contender) {
        return results.stream()
                .filter(result -> result.contender().equals(contender))
                .toList();
    }

    private static String ratio(List<Result> runs, List<Result> theirs, ToDoubleFunction<Result> measure) {
        return theirs.isEmpty() ? "" : number("%.2f", median(runs, measure) / median(theirs, measure));
    }

    private static double median(List<Result> runs, ToDoubleFunction<Result> measure) {
        double[] sorted = runs.stream().mapToDouble(measure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String measured(List<Result> results) {
        Result any = results.get(0);
        Machine machine = any.machine();
        double load = results.stream()
                .mapToDouble(result -> result.machine().load())
                .max()
                .orElse(0);
        return number(
                "%s, commit %s, on %d cores and %.0f GB (%s; load up to %.1f before a run).",
                any.session().substring(0, 10),
                any.commit(),
                machine.cores(),
                machine.memoryBytes() / (double) (1 << 30),
                machine.system(),
                load);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
