package org.followerassay.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * What a reader finds in a warehouse on a local disk: of each table the number of rows and a hash of all of them, which no
 * order of rows changes. Reads the newest manifest and its files without the program's own classes and without Spark.
 */
final class PublishedRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration HADOOP = hadoop();

    /** The rows of each table; empty if nothing is published. */
    static SortedMap<String, String> in(Path warehouse) throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        Path newest = newestManifest(warehouse);
        if (newest == null) {
            return tables;
        }
        JsonNode manifest = JSON.readTree(Files.readAllBytes(newest));
        for (var table : manifest.path("tables").properties()) {
            tables.put(table.getKey(), rows(warehouse, table.getValue()));
        }
        return tables;
    }

    /** Of two readings what differs, in words; empty if they are the same. */
    static List<String> differences(SortedMap<String, String> expected, SortedMap<String, String> found) {
        List<String> different = new ArrayList<>();
        expected.forEach((table, rows) -> {
            if (!rows.equals(found.getOrDefault(table, "not there"))) {
                different.add(table + ": " + rows + ", found " + found.getOrDefault(table, "not there"));
            }
        });
        found.keySet().stream()
                .filter(table -> !expected.containsKey(table))
                .forEach(table -> different.add(table + ": too much"));
        return different;
    }

    /** The data files that the newest manifest names. */
    static List<Path> files(Path warehouse) throws IOException {
        List<Path> files = new ArrayList<>();
        JsonNode manifest = JSON.readTree(Files.readAllBytes(newestManifest(warehouse)));
        for (JsonNode parts : manifest.path("tables")) {
            for (JsonNode part : parts) {
                for (JsonNode file : part.path("files")) {
                    files.add(warehouse
                            .resolve(part.path("path").asText())
                            .resolve(file.path("name").asText()));
                }
            }
        }
        return files;
    }

    static Path newestManifest(Path warehouse) throws IOException {
        Path folder = warehouse.resolve("manifests");
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> manifests = Files.list(folder)) {
            return manifests
                    .filter(path -> path.getFileName().toString().matches("[0-9]{8}\\.json"))
                    .max(Path::compareTo)
                    .orElse(null);
        }
    }

    /** All rows of a table, for tables of a row per account or less. */
    static List<Group> of(Path warehouse, String table) throws IOException {
        JsonNode manifest = JSON.readTree(Files.readAllBytes(newestManifest(warehouse)));
        List<Group> rows = new ArrayList<>();
        eachRow(warehouse, manifest.path("tables").path(table), rows::add);
        return rows;
    }

    private static String rows(Path warehouse, JsonNode parts) throws IOException {
        Hashed hashed = new Hashed();
        eachRow(warehouse, parts, hashed::add);
        return hashed.rows + " rows, "
                + hashed.sum.mod(BigInteger.ONE.shiftLeft(64)).toString(16);
    }

    private static final class Hashed {
        private long rows;
        private BigInteger sum = BigInteger.ZERO;

        private void add(Group row) {
            sum = sum.add(hash(withoutFile(row)));
            rows++;
        }
    }

    private static void eachRow(Path warehouse, JsonNode parts, Consumer<Group> use) throws IOException {
        for (JsonNode part : parts) {
            for (JsonNode file : part.path("files")) {
                Path path = warehouse
                        .resolve(part.path("path").asText())
                        .resolve(file.path("name").asText());
                if (Files.size(path) != file.path("bytes").asLong()) {
                    throw new IOException(path + " is not as long as its manifest says");
                }
                try (ParquetReader<Group> reader = ParquetReader.builder(
                                new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
                        .withConf(HADOOP)
                        .build()) {
                    for (Group row = reader.read(); row != null; row = reader.read()) {
                        use.accept(row);
                    }
                }
            }
        }
    }

    /** The path of an input is where it lay, not what it said. */
    private static String withoutFile(Group row) {
        return row.toString()
                .lines()
                .filter(cell -> !cell.startsWith("file: "))
                .reduce("", (all, cell) -> all + cell + "\n");
    }

    private static BigInteger hash(String row) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Configuration hadoop() {
        Configuration hadoop = new Configuration();
        hadoop.setBoolean("parquet.page.verify-checksum.enabled", true);
        return hadoop;
    }

    private PublishedRows() {}
}
