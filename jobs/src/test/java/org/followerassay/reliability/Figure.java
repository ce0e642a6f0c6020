package org.followerassay.reliability;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.followerassay.bench.Machine;

/**
 * A line of {@code docs/bench/reliability.jsonl}.
 *
 * @param fault such as R1
 * @param form quick or long
 * @param mayMiss how many may be missed at most; 0 for all kinds of fault but R16
 * @param missed the first few of those that did not survive
 */
record Figure(
        String fault,
        String form,
        long tried,
        long survived,
        long mayMiss,
        String note,
        List<String> missed,
        double seconds,
        String measuredAt,
        String commit,
        Map<String, String> versions,
        Machine machine) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 5;

    static Figure of(Reliability.Kind kind, String form, Outcome outcome, double seconds) throws IOException {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
        versions.put("hadoop", org.apache.hadoop.util.VersionInfo.getVersion());
        return new Figure(
                kind.name(),
                form,
                outcome.tried(),
                outcome.survived(),
                outcome.mayMiss(),
                outcome.note(),
                outcome.missed().stream().limit(SHOWN).toList(),
                Math.round(seconds * 10) / 10.0,
                java.time.Instant.now()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString(),
                System.getProperty("reliability.commit", "unknown"),
                versions,
                Machine.here());
    }

    boolean holds() {
        return tried > 0 && tried - survived <= mayMiss;
    }

    void append(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JSON.writeValueAsString(this) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<Figure> all(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(Figure::parse)
                        .toList()
                : List.of();
    }

    private static Figure parse(String line) {
        try {
            return JSON.readValue(line, Figure.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
