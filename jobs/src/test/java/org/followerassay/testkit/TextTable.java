package org.followerassay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares a small table with one written in the test, as text, so that the difference is the explanation.
 *
 * <p>The expected text's header names the columns looked at; cells are separated by two spaces or more; rows may stand in
 * any order. A null is "-", a double is rounded to 4 decimals, a time at midnight is a day.
 */
public final class TextTable {
    private static final Set<String> ACCOUNTS =
            Set.of("account", "other_account", "follower", "followee", "vendor", "actor", "target", "rename_candidate");

    public static void assertTable(String expected, Dataset<Row> actual, Drawings names) {
        List<String> lines = expected.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> columns = Arrays.asList(lines.get(0).split("\\s{2,}"));
        List<List<String>> wanted = lines.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\\s{2,}")))
                .toList();
        assertEquals(layout(columns, wanted), layout(columns, cells(columns, actual, names)));
    }

    private static List<List<String>> cells(List<String> columns, Dataset<Row> actual, Drawings names) {
        Column[] selected = columns.stream().map(actual::col).toArray(Column[]::new);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : actual.select(selected).limit(1_000).collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(columns.get(i), row.get(i), names));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(String column, Object value, Drawings names) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Long id && ACCOUNTS.contains(column)) {
            return names.name(id);
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(4, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString().replace("T00:00:00Z", "");
        }
        return value.toString();
    }

    private static String layout(List<String> columns, List<List<String>> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        String body = rows.stream().map(row -> line(row, widths)).sorted().collect(Collectors.joining("\n"));
        return line(columns, widths) + "\n" + body + "\n";
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format("%-" + (widths[i] + 2) + "s", cells.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private TextTable() {}
}
