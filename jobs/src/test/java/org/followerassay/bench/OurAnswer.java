package org.followerassay.bench;

import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;

/** A step of ours, published, in a process whose session is open and has answered the same of a small graph. */
final class OurAnswer {
    static final String NAME = "Follower Assay";

    /** Computed although the warehouse has an earlier answer. */
    private static final RunInfo RUN = new RunInfo("bench", new TreeMap<>(), "bench", true);

    /** Arguments: those of a {@link Task} whose inputs are warehouses, and the question. */
    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        Question question = Question.valueOf(args[4]);
        try (SparkSession session = HeldSession.open()) {
            answer(session, question, task.warmUp());
            task.report(Measurement.of(() -> answer(session, question, task.input()), () -> {
                Manifest manifest = OurLedger.warehouse(session, task.input()).published();
                long bytes = manifest.parts(question.step().output().name()).stream()
                        .flatMap(part -> part.files().stream())
                        .mapToLong(Manifest.DataFile::bytes)
                        .sum();
                return new Measurement.Written(bytes, bytes, new TreeMap<>(manifest.versions()));
            }));
        }
    }

    private static void answer(SparkSession session, Question question, Path folder) {
        Warehouse warehouse = OurLedger.warehouse(session, folder);
        warehouse.publish(session, RUN, draft -> draft.derive(question.step()));
    }

    private OurAnswer() {}
}
