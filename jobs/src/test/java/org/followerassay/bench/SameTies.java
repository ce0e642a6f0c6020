package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.followerassay.flow.Manifest;
import org.followerassay.table.IngestTables;

/**
 * Whether our warehouse and a Parquet file of DuckDB hold the same ties: as many rows, as many different ones, and the same
 * sum of a 64-bit hash of each, which no order of rows changes. DuckDB reads both. Fails if they differ.
 */
final class SameTies {
    /** Rows, different rows, and the sum of hashes. */
    private record Fingerprint(long rows, long different, String hash) {}

    /** Arguments: our warehouse, DuckDB's folder, and the number of ties that were made up. */
    public static void main(String[] args) throws Exception {
        Path warehouse = Path.of(args[0]);
        Path theirs = Path.of(args[1]).resolve(DuckDbIngest.FILE);
        long madeUp = Long.parseLong(args[2]);
        try (Connection connection = DuckDb.open(Path.of(args[1], "spilled"));
                Statement statement = connection.createStatement()) {
            Fingerprint our = fingerprint(statement, ourFiles(warehouse));
            Fingerprint their = fingerprint(statement, DuckDb.quoted(theirs));
            if (!our.equals(their) || our.rows() != madeUp || our.different() != madeUp) {
                throw new IllegalStateException(
                        "the ties differ: ours " + our + ", DuckDB's " + their + ", made up " + madeUp);
            }
        }
    }

    private static String ourFiles(Path warehouse) throws Exception {
        Path first = warehouse.resolve("manifests").resolve("00000001.json");
        Manifest manifest = Manifest.parse(Files.readString(first), first.toString());
        return manifest.parts(IngestTables.FOLLOWS.name()).stream()
                .flatMap(part -> part.files().stream()
                        .map(file -> warehouse.resolve(part.path()).resolve(file.name())))
                .map(DuckDb::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Fingerprint fingerprint(Statement statement, String files) throws SQLException {
        String query = """
                select count(*), count(distinct (follower, followee)), sum(hash(snapshot::timestamp, follower, followee))
                from read_parquet(%s, hive_partitioning = false)
                """;
        try (ResultSet row = statement.executeQuery(query.formatted(files))) {
            row.next();
            return new Fingerprint(row.getLong(1), row.getLong(2), row.getString(3));
        }
    }

    private SameTies() {}
}
