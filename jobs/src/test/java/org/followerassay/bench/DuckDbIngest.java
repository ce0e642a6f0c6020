package org.followerassay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement of DuckDB that reads the file, removes repeats, sorts as our table {@code follows} is sorted, and writes
 * Parquet. It has as many threads as there are cores, and as much memory as our process may have for its heap.
 */
final class DuckDbIngest {
    static final String NAME = "DuckDB";
    static final String FILE = "follows.parquet";

    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        try (Connection connection = DuckDb.open(task.output().resolveSibling("spilled"));
                Statement statement = connection.createStatement()) {
            ingest(statement, task.warmUp(), task.warmUpOutput());
            SortedMap<String, String> versions = new TreeMap<>();
            versions.put("duckdb", connection.getMetaData().getDatabaseProductVersion());
            task.report(Measurement.of(() -> ingest(statement, task.input(), task.output()), () -> {
                long bytes = Files.size(task.output().resolve(FILE));
                return new Measurement.Written(bytes, bytes, versions);
            }));
        }
    }

    private static void ingest(Statement statement, Path input, Path output) {
        try {
            Files.createDirectories(output);
            statement.execute("""
                    copy (
                        select distinct timestamp '%s' as snapshot, followee, follower
                        from read_csv(%s, auto_detect = false, header = false, delim = '\\t', skip = %d,
                                columns = {'follower': 'BIGINT', 'followee': 'BIGINT'})
                        order by followee, follower
                    ) to %s (format parquet, compression zstd)
                    """.formatted(
                    Task.SNAPSHOT, DuckDb.quoted(input), MadeUpTies.HEADER_LINES, DuckDb.quoted(output.resolve(FILE))));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private DuckDbIngest() {}
}
