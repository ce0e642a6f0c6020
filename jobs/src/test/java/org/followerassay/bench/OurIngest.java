package org.followerassay.bench;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.cli.Main;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/** The command {@code assay ingest} as a user runs it, in a process whose session is open and warm. */
final class OurIngest {
    static final String NAME = "Follower Assay";

    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        try (SparkSession session = HeldSession.open()) {
            ingest(task.warmUp(), task.warmUpOutput());
            task.report(
                    Measurement.of(() -> ingest(task.input(), task.output()), () -> written(task.output(), session)));
        }
    }

    /** Ends the process with the command's exit code if it fails. */
    private static void ingest(Path input, Path warehouse) {
        Main.main(new String[] {
            "ingest", "--input", input.toString(), "--warehouse", warehouse.toString(), "--snapshot", Task.SNAPSHOT
        });
    }

    private static Measurement.Written written(Path warehouse, SparkSession session) {
        Manifest manifest = Warehouse.at(
                        warehouse.toString(), session.sparkContext().hadoopConfiguration())
                .published();
        long all = manifest.tables().keySet().stream()
                .mapToLong(table -> bytes(manifest, table))
                .sum();
        SortedMap<String, String> versions = new TreeMap<>(manifest.versions());
        // The commit says more.
        versions.remove("follower-assay");
        return new Measurement.Written(bytes(manifest, IngestTables.FOLLOWS.name()), all, versions);
    }

    private static long bytes(Manifest manifest, String table) {
        return manifest.parts(table).stream()
                .flatMap(part -> part.files().stream())
                .mapToLong(Manifest.DataFile::bytes)
                .sum();
    }

    private OurIngest() {}
}
