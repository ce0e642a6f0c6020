package org.followerassay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.ChurnTables;

/** The steps of {@code assay churn} up to the ledger, in a process whose session is open and warm. */
final class OurLedger {
    static final String NAME = "Follower Assay";

    private static final RunInfo RUN = new RunInfo("bench", new TreeMap<>(), "bench", false);
    private static final String LAST_STEP = "follow changes";

    public static void main(String[] args) throws Exception {
        measure(Task.of(args), LAST_STEP);
    }

    /** Runs the steps up to one, first on a small warehouse, and measures the second run. */
    static void measure(Task task, String lastStep) throws Exception {
        try (SparkSession session = HeldSession.open()) {
            run(session, warehouse(session, task.warmUp()), lastStep);
            Warehouse warehouse = warehouse(session, task.input());
            task.report(Measurement.of(() -> run(session, warehouse, lastStep), () -> written(warehouse.published())));
        }
    }

    static Warehouse warehouse(SparkSession session, Path folder) {
        return Warehouse.at(folder.toString(), session.sparkContext().hadoopConfiguration());
    }

    /** Brings the ledger up to date. */
    static Manifest ledger(SparkSession session, Warehouse warehouse) {
        return run(session, warehouse, LAST_STEP);
    }

    private static Manifest run(SparkSession session, Warehouse warehouse, String lastStep) {
        List<Derivation> steps = new ArrayList<>();
        for (Derivation step : ChurnSteps.steps(ChurnOptions.defaults())) {
            steps.add(step);
            if (step.name().equals(lastStep)) {
                break;
            }
        }
        Manifest manifest =
                warehouse.publish(session, RUN, draft -> Pipeline.of(steps).run(draft, Progress.SILENT));
        // Into the contender's log.
        manifest.steps().forEach(step -> System.out.printf(Locale.ROOT, "%6.2f s  %s%n", step.seconds(), step.name()));
        return manifest;
    }

    /** Adds days to a warehouse. */
    static void addDays(SparkSession session, Warehouse warehouse, MadeUpSnapshots snapshots, int from, int to) {
        warehouse.publish(session, RUN, draft -> snapshots.into(draft, from, to));
    }

    static Measurement.Written written(Manifest manifest) {
        long all = ChurnTables.ALL.stream()
                .mapToLong(table -> bytes(manifest, table.name()))
                .sum();
        return new Measurement.Written(
                bytes(manifest, ChurnTables.FOLLOW_CHANGES.name()), all, new TreeMap<>(manifest.versions()));
    }

    private static long bytes(Manifest manifest, String table) {
        return manifest.parts(table).stream()
                .flatMap(part -> part.files().stream())
                .mapToLong(Manifest.DataFile::bytes)
                .sum();
    }

    private OurLedger() {}
}
