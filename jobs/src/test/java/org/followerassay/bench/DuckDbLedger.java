package org.followerassay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.flow.Manifest;
import org.followerassay.table.IngestTables;

/** Two anti-joins of the same Parquet files, earlier without later and later without earlier, written as Parquet. */
final class DuckDbLedger {
    static final String NAME = "DuckDB";
    static final String FILE = "changes.parquet";

    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        try (Connection connection = DuckDb.open(task.output().resolveSibling("spilled"));
                Statement statement = connection.createStatement()) {
            Files.createDirectories(task.output());
            Files.createDirectories(task.warmUpOutput());
            ledger(statement, task.warmUp(), task.warmUpOutput());
            SortedMap<String, String> versions = new TreeMap<>();
            versions.put("duckdb", connection.getMetaData().getDatabaseProductVersion());
            task.report(Measurement.of(() -> ledger(statement, task.input(), task.output()), () -> {
                long bytes = Files.size(task.output().resolve(FILE));
                return new Measurement.Written(bytes, bytes, versions);
            }));
        }
    }

    private static void ledger(Statement statement, Path warehouse, Path output) {
        List<String> days = snapshots(warehouse);
        try {
            statement.execute("""
                    copy (
                        select follower, followee, false as there_after
                        from read_parquet(%1$s) before anti join read_parquet(%2$s) after using (followee, follower)
                        union all
                        select follower, followee, true
                        from read_parquet(%2$s) after anti join read_parquet(%1$s) before using (followee, follower)
                    ) to %3$s (format parquet, compression zstd)
                    """.formatted(days.get(0), days.get(1), DuckDb.quoted(output.resolve(FILE))));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The files of each snapshot, by day. */
    private static List<String> snapshots(Path warehouse) {
        return newest(warehouse).parts(IngestTables.FOLLOWS.name()).stream()
                .sorted(Comparator.comparing(Manifest.Part::name))
                .map(part -> files(warehouse, part))
                .toList();
    }

    static String files(Path warehouse, Manifest.Part part) {
        return part.files().stream()
                .map(file -> DuckDb.quoted(warehouse.resolve(part.path()).resolve(file.name())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static Manifest newest(Path warehouse) {
        try (Stream<Path> manifests = Files.list(warehouse.resolve("manifests"))) {
            Path newest = manifests
                    .filter(file -> file.toString().endsWith(".json"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Manifest.parse(Files.readString(newest), newest.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DuckDbLedger() {}
}
