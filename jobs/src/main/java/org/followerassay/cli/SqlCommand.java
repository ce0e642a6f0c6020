package org.followerassay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any query on what is published. */
@Command(
        name = "sql",
        description = "Query the published tables; the result, and nothing else, on standard output.",
        footer = {
            "",
            "Example:",
            "  assay sql --warehouse warehouse \"select account, followers from lots order by followers desc\" --csv",
            "  assay sql --warehouse warehouse --file scripts/sql/estimates.sql"
        })
final class SqlCommand extends AssayCommand {
    /** Rows that a table on a terminal shows; --csv prints all. */
    private static final int SHOWN = 100;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Asked asked;

    /** The query itself, or where it stands. */
    private static final class Asked {
        @Parameters(
                paramLabel = "QUERY",
                description = "a Spark SQL query; tables are named as 'assay tables' lists them")
        private String query;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "a file that holds one query, such as those in scripts/sql")
        private Path file;

        String text() {
            if (query != null) {
                return query;
            }
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw AssayException.badInput("--file " + file + " can't be read: name a text file that holds a query");
            }
        }
    }

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--csv",
            description = "print every row as CSV (RFC 4180), instead of the first " + SHOWN + " as a table")
    private boolean csv;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            warehouse.views(session);
            Dataset<Row> result = rows(session);
            if (csv) {
                printCsv(result);
            } else {
                printTable(result.columns(), result.limit(SHOWN).collectAsList());
            }
            out().flush();
            return 0;
        }
    }

    /** AnalysisException is not declared to Java, so that a wrong query is told by its class name. */
    private Dataset<Row> rows(SparkSession session) {
        try {
            return session.sql(asked.text());
        } catch (Exception wrong) {
            if (wrong.getClass().getSimpleName().matches("(Extended)?(Analysis|Parse)Exception")) {
                throw AssayException.usage("the query is not understood: "
                        + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
            }
            throw wrong;
        }
    }

    private void printTable(String[] columns, List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Arrays.asList(columns));
        rows.forEach(row -> lines.add(IntStream.range(0, row.size())
                .mapToObj(column -> String.valueOf(row.get(column)))
                .toList()));
        int[] widths = IntStream.range(0, columns.length)
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                out().printf("%-" + Math.max(1, widths[column]) + "s  ", line.get(column));
            }
            out().println();
        }
    }

    private void printCsv(Dataset<Row> result) {
        try {
            CSVPrinter printer = new CSVPrinter(out(), CSVFormat.RFC4180);
            printer.printRecord((Object[]) result.columns());
            // A partition at a time: a result may be larger than the driver's memory.
            for (Iterator<Row> rows = result.toLocalIterator(); rows.hasNext(); ) {
                Row row = rows.next();
                for (int i = 0; i < row.size(); i++) {
                    printer.print(row.get(i));
                }
                printer.println();
            }
            printer.flush();
        } catch (IOException closed) {
            throw AssayException.failed("the result can't be written to standard output", closed);
        }
    }
}
