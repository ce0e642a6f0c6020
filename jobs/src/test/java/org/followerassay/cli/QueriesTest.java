package org.followerassay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of scripts/sql name tables and columns that there are; the notebooks run the same ones in DuckDB. */
@ExtendWith(SparkTest.class)
class QueriesTest {
    @BeforeEach
    void everyTableIsThereAndEmpty(SparkSession session) {
        for (Table table : Tables.ALL) {
            session.createDataFrame(List.<Row>of(), table.schema()).createOrReplaceTempView(table.name());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aQueryRunsAndSaysWhatItIsFor(Path file, SparkSession session) throws IOException {
        String query = Files.readString(file);

        assertTrue(query.startsWith("-- "), file + " begins with what it tells");
        assertFalse(query.replaceAll("--[^\n]*", "").contains(";"), file + " holds one query");
        List<Row> rows = session.sql(query).collectAsList();
        assertEquals(List.of(), rows, "of empty tables");
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../scripts/sql"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
