package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.followerassay.bench.detection.DetectionBench;
import org.followerassay.bench.detection.DetectionResult;
import org.followerassay.bench.detection.DetectionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The newest results as tables, on the screen or in a document. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "The newest results of each benchmark as Markdown.")
final class TableCommand implements Callable<Integer> {
    /** Benchmarks whose newest results stand in one table. */
    private static final List<String> RACES =
            List.of(Question.DEGREES.label(), Question.RUNNING_MAXIMUM.label(), ChurnBench.NAME, RankBench.NAME);

    @ParentCommand
    private Bench bench;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "put them between <!-- bench:NAME --> and <!-- /bench:NAME --> of this file, NAME being ingest,"
                            + " churn, races, signatures, run, blocks, detection, or detection-short")
    private Optional<Path> file;

    @Override
    public Integer call() throws IOException {
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
        List<Result> newest = bench.results.newest(IngestBench.NAME);
        if (!newest.isEmpty()) {
            tables.put(IngestBench.NAME, new IngestTable(newest).markdown());
        }
        List<Result> races = new ArrayList<>();
        for (String race : RACES) {
            races.addAll(bench.results.newest(race));
        }
        if (!races.isEmpty()) {
            tables.put("races", new RaceTable(races).markdown());
        }
        List<Result> ledgers = bench.results.newest(ChurnBench.NAME);
        List<Result> replay = bench.results.newest(ChurnBench.REPLAY);
        if (!ledgers.isEmpty() || !replay.isEmpty()) {
            tables.put(ChurnBench.NAME, new ChurnTable(ledgers, replay).markdown());
        }
        for (String command : List.of("signatures", "run")) {
            List<StepTimes> timed = bench.steps.newest(command);
            if (!timed.isEmpty()) {
                tables.put(command, new StepTable(timed).markdown());
            }
        }
        List<DetectionResult> detected = bench.detection.newest();
        if (!detected.isEmpty()) {
            DetectionTable table = new DetectionTable(detected);
            tables.put(DetectionBench.NAME, table.markdown());
            tables.put(DetectionBench.NAME + "-short", table.shortMarkdown());
        }
        List<InjectedBlock> planted = bench.blocks.newest();
        if (!planted.isEmpty()) {
            tables.put("blocks", new BlockTable(planted).markdown());
        }
        return tables;
    }
}
