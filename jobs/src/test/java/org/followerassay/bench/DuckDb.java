package org.followerassay.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A DuckDB in memory, with the threads and the memory that our own process has. */
final class DuckDb {
    static Connection open(Path spilled) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("set memory_limit = '" + (Runtime.getRuntime().maxMemory() >> 20) + "MiB'");
            statement.execute("set temp_directory = " + quoted(spilled));
        }
        return connection;
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private DuckDb() {}
}
