package org.followerassay.report;

import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each figure on the page is the one in its CSV, JSON and Parquet twin, and the one that the stated query gives. */
@ExtendWith(SparkTest.class)
class TwinsTest {
    private static final List<Long> COMPARED = List.of(100L, 200L, 300L, 400L, 500L);

    /** Figures that no query gives: places and intervals of differences, and names made safe to show. */
    private static final Set<String> WITHOUT_QUERY = Set.of("statements", "differences", "run");

    private static final Set<String> DERIVED = Set.of("handle", "other_handle", "topic");

    @Test
    void everyFormHoldsTheSameFigures(Drawings draw, @TempDir Path folder) throws IOException {
        TestInputs tables = new Example(draw, 9_000).tables();
        ReportRequest request = new ReportRequest(COMPARED, 10, folder.toString(), 10, ReportRequest.Form.COMPARISON);
        HtmlReport.write(draw.session(), tables, Example.manifest(), request);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        Map<String, List<List<String>>> page = PageTables.of(Files.readString(folder.resolve("report.html")));
        views(draw, tables);

        int figures = 0;
        for (JsonNode table : json.path("tables")) {
            String name = table.path("name").asText();
            List<Row> parquet = draw.session()
                    .read()
                    .parquet(folder.resolve("tables/" + name + ".parquet").toString())
                    .collectAsList();
            List<CSVRecord> csv = csv(folder.resolve("tables/" + name + ".csv"));
            figures += assertTwins(table, parquet, csv);
            assertQuery(draw, table, parquet);
        }
        assertTrue(figures > 900, figures + " figures");
        assertShown(json, page);
    }

    private static void views(Drawings draw, TestInputs tables) {
        for (Table table : Tables.ALL) {
            tables.of(table).createOrReplaceTempView(table.name());
        }
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))
                .getRecords();
    }

    /** JSON, Parquet and CSV cell by cell; how many were compared. */
    private static int assertTwins(JsonNode table, List<Row> parquet, List<CSVRecord> csv) {
        String name = table.path("name").asText();
        assertEquals(table.path("rows").size(), parquet.size(), name);
        assertEquals(table.path("rows").size(), csv.size(), name);
        Set<String> hidden = new TreeSet<>();
        table.path("hidden")
                .forEach(cell -> hidden.add(
                        cell.path("row").asInt() + " " + cell.path("column").asText()));
        int cells = 0;
        for (int i = 0; i < parquet.size(); i++) {
            for (JsonNode column : table.path("columns")) {
                String key = column.path("name").asText();
                String where = name + " " + i + " " + key;
                JsonNode cell = table.path("rows").get(i).path(key);
                Object stored = parquet.get(i).getAs(key);
                String written = csv.get(i).get(key);
                if (hidden.contains(i + " " + key)) {
                    assertTrue(cell.isNull() && stored == null, where);
                    assertEquals("fewer than 10", written, where);
                } else if (cell.isNull()) {
                    assertTrue(stored == null && written.isEmpty(), where);
                } else if (cell.isNumber()) {
                    assertEquals(cell.asDouble(), ((Number) stored).doubleValue(), 0, where);
                    assertEquals(cell.asDouble(), Double.parseDouble(written), 0, where);
                } else {
                    assertEquals(cell.asText(), text(stored), where);
                    String line = cell.asText().replaceAll("[\\r\\n\\t]+", " ");
                    assertEquals(line, written.replaceFirst("^'(?=[=+@-])", ""), where);
                }
                cells++;
            }
        }
        return cells;
    }

    private static String text(Object stored) {
        return stored instanceof java.sql.Timestamp time ? time.toInstant().toString() : String.valueOf(stored);
    }

    /** Every column of the query's result that the table has, row by row; every figure is in the query's result. */
    private static void assertQuery(Drawings draw, JsonNode table, List<Row> parquet) {
        String name = table.path("name").asText();
        String query = table.path("query").asText();
        if (query.isEmpty()) {
            assertTrue(WITHOUT_QUERY.contains(name), name + " states no query");
            return;
        }
        Dataset<Row> result = draw.session().sql(query);
        List<String> columns = new ArrayList<>(List.of(result.columns()));
        if (!name.equals("points")) {
            List<String> missing = new ArrayList<>();
            table.path("columns")
                    .forEach(column -> missing.add(column.path("name").asText()));
            missing.removeAll(columns);
            missing.removeAll(DERIVED);
            assertEquals(List.of(), missing, name + ": not in " + query);
        }
        List<String> keys = columns.stream()
                .filter(Set.of(
                        "account",
                        "other_account",
                        "point",
                        "signature",
                        "snapshot",
                        "lot",
                        "trait",
                        "vendor",
                        "snapshot_before",
                        "snapshot_after",
                        "direction",
                        "observed_at",
                        "source",
                        "tier",
                        "file",
                        "reason",
                        "setting")::contains)
                .filter(key -> !(Set.of("tier", "source", "reason", "direction").contains(key)
                        && columns.contains("account")
                        && !Set.of("growth", "incomplete_lists", "unusable_pairs")
                                .contains(name)))
                .toList();
        Map<String, Row> found = new HashMap<>();
        result.collectAsList().forEach(row -> found.put(key(row, keys), row));
        for (Row row : parquet) {
            Row again = found.get(key(row, keys));
            boolean unknown = name.equals("points")
                    ? row.getAs("value") == null
                    : name.equals("overlaps") && row.getAs("smaller_share") == null;
            if (unknown) {
                continue;
            }
            assertTrue(again != null, name + ": the query gives no row for " + key(row, keys));
            for (String column : columns) {
                assertSame(name + " " + key(row, keys) + " " + column, row.getAs(column), again.getAs(column));
            }
        }
    }

    private static String key(Row row, List<String> keys) {
        List<String> values = new ArrayList<>();
        keys.forEach(key -> values.add(key + "=" + row.getAs(key)));
        return String.join(" ", values);
    }

    private static void assertSame(String where, Object shown, Object queried) {
        if (shown == null) {
            return;
        }
        if (shown instanceof Number number) {
            double expected = ((Number) queried).doubleValue();
            assertEquals(expected, number.doubleValue(), 1e-9 * Math.max(1, Math.abs(expected)), where);
        } else if (!(shown instanceof String text && text.matches("(?i)fewer than.*"))) {
            assertEquals(queried, shown, where);
        }
    }

    /** Each table on the page is, cell by cell, its rows in JSON as a reader sees them. */
    private static void assertShown(JsonNode json, Map<String, List<List<String>>> page) {
        Set<String> walked = new TreeSet<>();
        for (JsonNode table : json.path("tables")) {
            String name = table.path("name").asText();
            List<List<String>> shown = page.get(name);
            if (shown == null) {
                continue;
            }
            walked.add(name);
            List<List<String>> expected = PageTables.expected(table);
            if (name.equals("points")) {
                assertTrue(expected.containsAll(shown) && shown.size() == expected.size(), "points: " + shown);
                continue;
            }
            assertEquals(expected, shown, name);
        }
        assertTrue(
                walked.containsAll(Set.of("comparison", "lots", "churn", "overlaps", "arrival_estimates")),
                "" + walked);
    }

    @Test
    void theJsonIsAsItsSchemaSays(Drawings draw) throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("../docs", JsonTwin.SCHEMA).toFile());
        Map<String, byte[]> files = HtmlReport.files(
                new Example(draw, 9_000).tables(),
                Example.manifest(),
                new ReportRequest(List.of(100L), 1, "x", 10, ReportRequest.Form.CARD));

        JsonNode json = new ObjectMapper().readTree(files.get("report.json"));

        assertEquals(List.of(), new SchemaCheck(schema).of(json));
        ((com.fasterxml.jackson.databind.node.ObjectNode) json)
                .put("min_group", "ten")
                .remove("tables");
        assertEquals(List.of("/min_group is no integer", "/ lacks tables"), new SchemaCheck(schema).of(json));
    }

    @Test
    void hostileNamesAreHarmlessInEveryForm(Drawings draw) {
        Example example = new Example(draw, 9_000);
        TestInputs tables = example.tables();
        tables.with(
                IDENTITIES,
                example.identities(
                        "<script>alert(1)</script>[x](javascript:1)|", "\u202E=cmd" + "\uD83D\uDE00".repeat(300)));
        ReportRequest request = new ReportRequest(COMPARED, 1, "x", 10, ReportRequest.Form.COMPARISON);

        Map<String, byte[]> files = HtmlReport.files(tables, Example.manifest(), request);

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            boolean markup =
                    file.getKey().equals("report.html") || file.getKey().equals("summary.md");
            assertFalse(text.contains("\u202E"), file.getKey());
            assertFalse(text.contains("\uD83D\uDE00".repeat(61)), file.getKey());
            assertFalse(markup && text.contains("<script>alert"), file.getKey());
            assertFalse(file.getKey().endsWith(".csv")
                    && Pattern.compile("(?m)(^|,)\"?[=+@]").matcher(text).find());
        }
        String summary = new String(files.get("summary.md"), StandardCharsets.UTF_8);
        assertTrue(summary.contains("| &lt;script&gt;alert(1)&lt;/script&gt;\\[x\\](javascript:1)\\| |"), summary);
        String terminal = ComparisonText.of(tables, Example.manifest(), request);
        assertFalse(terminal.contains("\u202E") || terminal.contains("\u001B"), terminal);
        assertTrue(terminal.contains("Shared followers"), terminal);
    }

    @Test
    void theSummaryIsPlainMarkdown(Drawings draw) {
        Map<String, byte[]> files = HtmlReport.files(
                new Example(draw, 9_000).tables(),
                Example.manifest(),
                new ReportRequest(COMPARED, 1, "x", 10, ReportRequest.Form.COMPARISON));

        String text = new String(files.get("summary.md"), StandardCharsets.UTF_8);

        assertTrue(text.startsWith("# The audiences of 5 accounts, compared\n"), text);
        assertTrue(text.contains("| ann\\_example | "), text);
        assertFalse(Pattern.compile("(?m)^\\| [^|]*$").matcher(text).find(), text);
    }
}
