package org.followerassay.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.followerassay.flow.Manifest;
import org.followerassay.table.ChurnTables;

/** Whether our ledger and DuckDB's file hold the same changes; DuckDB reads both. Fails if they differ. */
final class SameChanges {
    /** Arguments: our warehouse, DuckDB's folder, and the number of changes that were made up. */
    public static void main(String[] args) throws Exception {
        Path warehouse = Path.of(args[0]);
        Manifest.Part part = DuckDbLedger.newest(warehouse)
                .parts(ChurnTables.FOLLOW_CHANGES.name())
                .get(0);
        try (Connection connection = DuckDb.open(Path.of(args[1], "spilled"));
                Statement statement = connection.createStatement()) {
            String ours = changes(statement, DuckDbLedger.files(warehouse, part));
            String theirs = changes(statement, DuckDb.quoted(Path.of(args[1]).resolve(DuckDbLedger.FILE)));
            if (!ours.equals(theirs) || !ours.startsWith(args[2] + " ")) {
                throw new IllegalStateException("the changes differ: ours " + ours + ", DuckDB's " + theirs);
            }
        }
    }

    private static String changes(Statement statement, String files) throws Exception {
        try (ResultSet row = statement.executeQuery(
                "select count(*), sum(hash(follower, followee, there_after)) from read_parquet(" + files + ")")) {
            row.next();
            return row.getLong(1) + " " + row.getString(2);
        }
    }

    private SameChanges() {}
}
