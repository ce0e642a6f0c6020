package org.followerassay.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Bytes that tasks wrote for others to read, by the step whose name their job bears; compressed, as they lie on disk. */
final class ShuffledBytes extends SparkListener {
    /** Jobs that no step has given its name, and none after them has. */
    private static final String OTHERS = "between the steps";

    private final Map<Integer, String> steps = new HashMap<>();
    private final SortedMap<String, Long> bytes = new TreeMap<>();

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        Properties properties = submitted.properties();
        String said = properties == null ? null : properties.getProperty("spark.job.description");
        if (said != null) {
            // What a step counts and keeps before it writes its table bears no name yet.
            Long before = bytes.remove(OTHERS);
            bytes.merge(step(said), before == null ? 0 : before, Long::sum);
        }
        steps.put(submitted.stageInfo().stageId(), said == null ? OTHERS : step(said));
    }

    /** A job is described as "lots → lots", the step and its table; those of ingest also as what they read. */
    static String step(String description) {
        return description.matches("(ingest →|read and count|read, sort and write) .*")
                ? "ingest"
                : description.replaceFirst(" → .*", "");
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            String step = steps.getOrDefault(end.stageId(), OTHERS);
            bytes.merge(step, metrics.shuffleWriteMetrics().bytesWritten(), Long::sum);
        }
    }

    /** By step, those that shuffled anything; whole once the session has stopped, as listeners hear of tasks later. */
    synchronized SortedMap<String, Long> byStep() {
        SortedMap<String, Long> some = new TreeMap<>(bytes);
        some.values().removeIf(none -> none == 0);
        return some;
    }
}
