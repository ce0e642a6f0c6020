package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.followerassay.flow.Manifest;
import org.followerassay.table.IngestTables;
import org.followerassay.table.Table;

/** One statement of DuckDB on the Parquet files of a warehouse, its answer sorted and written as Parquet. */
final class DuckDbAnswer {
    static final String NAME = "DuckDB";
    static final String FILE = "answer.parquet";

    /** Arguments: those of a {@link Task} whose inputs are warehouses, and the question. */
    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        Question question = Question.valueOf(args[4]);
        Files.createDirectories(task.output());
        Files.createDirectories(task.warmUpOutput());
        try (Connection connection = DuckDb.open(task.output().resolveSibling("spilled"));
                Statement statement = connection.createStatement()) {
            answer(statement, question, task.warmUp(), task.warmUpOutput());
            SortedMap<String, String> versions = new TreeMap<>();
            versions.put("duckdb", connection.getMetaData().getDatabaseProductVersion());
            task.report(Measurement.of(() -> answer(statement, question, task.input(), task.output()), () -> {
                long bytes = Files.size(task.output().resolve(FILE));
                return new Measurement.Written(bytes, bytes, versions);
            }));
        }
    }

    private static void answer(Statement statement, Question question, Path warehouse, Path output) {
        try {
            for (Table table : List.of(IngestTables.FOLLOWS, IngestTables.ACCOUNTS)) {
                statement.execute("create or replace view " + table.name() + " as select * from read_parquet("
                        + files(warehouse, table) + ")");
            }
            statement.execute("copy (" + question.query() + ") to " + DuckDb.quoted(output.resolve(FILE))
                    + " (format parquet, compression zstd)");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The files of a table's published parts, as DuckDB writes a list. */
    static String files(Path warehouse, Table table) {
        return DuckDbLedger.newest(warehouse).parts(table.name()).stream()
                .flatMap(part -> part.files().stream().map(file -> file(warehouse, part, file)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String file(Path warehouse, Manifest.Part part, Manifest.DataFile file) {
        return DuckDb.quoted(warehouse.resolve(part.path()).resolve(file.name()));
    }

    private DuckDbAnswer() {}
}
