package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.cli.Main;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/**
 * A made-up platform, and one command of the job on it, as a user runs it, in one process: {@code assay signatures} on the
 * platform ingested, or {@code assay run} on its export.
 */
final class TimedSteps {
    static final String SIGNATURES = "signatures";
    static final String RUN = "run";

    /** Arguments: a folder, ties, session, commit, the file to write to, and the command. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        long ties = Long.parseLong(args[1]);
        Machine machine = Machine.here();
        String warehouse = work.resolve("warehouse").toString();
        try (SparkSession session = HeldSession.open()) {
            assay(
                    "simulate",
                    "--ties",
                    Long.toString(ties),
                    "--as",
                    "csv",
                    "--out",
                    work.resolve("world").toString());
            String export = work.resolve("world/export").toString();
            boolean whole = args[5].equals(RUN);
            if (!whole) {
                assay("ingest", "--input", export, "--warehouse", warehouse);
            }
            ShuffledBytes shuffled = new ShuffledBytes();
            session.sparkContext().addSparkListener(shuffled);
            String report = work.resolve("report").toString();
            Measurement measured = Measurement.of(
                    whole
                            ? () -> assay("run", "--input", export, "--warehouse", warehouse, "--out", report)
                            : () -> assay("signatures", "--warehouse", warehouse),
                    TimedSteps::nothingCounted);
            Manifest manifest = Warehouse.at(warehouse, session.sparkContext().hadoopConfiguration())
                    .published();
            SortedMap<String, Double> steps = new TreeMap<>();
            // The number of an export's files differs by size.
            manifest.steps()
                    .forEach(step -> steps.put(step.name().replaceFirst("^ingest .*", "ingest"), step.seconds()));
            long rows = manifest.parts(IngestTables.FOLLOWS.name()).stream()
                    .mapToLong(Manifest.Part::rows)
                    .sum();
            session.stop();
            write(
                    Path.of(args[4]),
                    new StepTimes(
                            args[2],
                            args[3],
                            machine,
                            ties,
                            rows,
                            measured.wallSeconds(),
                            measured.peakBytes(),
                            steps,
                            args[5],
                            shuffled.byStep()));
        }
    }

    private static void assay(String... command) {
        Main.main(command);
    }

    private static Measurement.Written nothingCounted() {
        return new Measurement.Written(0, 0, new TreeMap<>());
    }

    private static void write(Path file, StepTimes times) throws IOException {
        Files.write(file, List.of(Json.line(times).strip()));
    }

    private TimedSteps() {}
}
