package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.ingest.format.Limits;
import org.followerassay.table.Table;

/** A folder of exports that a test writes, and the warehouse they are read into. */
final class IngestRun {
    private final SparkSession session;
    private final Path folder;
    private final Warehouse warehouse;
    final List<String> said = new ArrayList<>();

    private Optional<Instant> snapshot = Optional.empty();
    private Map<String, String> columns = Map.of();
    private Optional<String> format = Optional.empty();
    private Optional<String> account = Optional.empty();
    private Optional<String> keyFile = Optional.empty();
    private boolean reversed;
    private boolean strict;
    private boolean pseudonymise;

    IngestRun(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
        this.warehouse = Warehouse.at(
                folder.resolve("warehouse").toString(), session.sparkContext().hadoopConfiguration());
    }

    IngestRun snapshot(String instant) {
        snapshot = Optional.of(Instant.parse(instant));
        return this;
    }

    IngestRun columns(String theirs, String ours) {
        columns = Map.of(theirs, ours);
        return this;
    }

    IngestRun format(String name) {
        format = Optional.of(name);
        return this;
    }

    IngestRun account(String name) {
        account = Optional.of(name);
        return this;
    }

    IngestRun reversed() {
        reversed = true;
        return this;
    }

    IngestRun strict() {
        strict = true;
        return this;
    }

    IngestRun pseudonymise(String key) {
        pseudonymise = true;
        keyFile = Optional.of(file("key", key));
        return this;
    }

    String file(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String bytes(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return file.toString();
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    Manifest read(String... inputs) {
        IngestOptions options = new IngestOptions(
                Arrays.asList(inputs),
                format,
                snapshot,
                columns,
                account,
                Optional.empty(),
                reversed,
                true,
                pseudonymise,
                keyFile,
                strict,
                Limits.defaults());
        RunInfo run = new RunInfo("ingest", new TreeMap<>(), "test", false);
        return warehouse.publish(session, run, draft -> Ingest.into(draft, options, said::add));
    }

    /** The one sentence with which an input is refused. */
    void refuses(String input, String... words) {
        AssayException refused = assertThrows(AssayException.class, () -> read(input));
        for (String word : words) {
            assertTrue(refused.getMessage().contains(word), refused.getMessage());
        }
        assertTrue(
                refused.kind() == AssayException.Kind.BAD_INPUT, refused.kind().toString());
        assertTrue(refused.getMessage().contains(Path.of(input).getFileName().toString()), refused.getMessage());
        assertTrue(warehouse.current().isEmpty(), "a refused input publishes nothing");
    }

    Dataset<Row> table(Table table) {
        return warehouse.tables(session, warehouse.published()).of(table);
    }

    boolean hasSaid(String words) {
        return said.stream().anyMatch(line -> line.contains(words));
    }
}
