package org.followerassay.report;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure on the page of every kind of report is the one in its CSV, JSON and Parquet twin, and the one that the stated
 * query gives.
 *
 * <p>Figures outside of tables are those of a table, of the template, or of the run.
 */
@ExtendWith(SparkTest.class)
class EveryFigureTest {
    private static final List<Long> COMPARED = List.of(100L, 200L, 300L, 400L, 500L);

    /** Sentences, whose figures are walked as those outside of tables are, and the run's settings, which are in the manifest. */
    private static final Set<String> WITHOUT_QUERY = Set.of("statements", "run", "changes");

    /** Columns that follow by a stated formula from others of the row, or from identities that are made safe to show. */
    private static final Set<String> DERIVED = Set.of(
            "handle", "other_handle", "topic", "beside", "verdict", "place_from", "place_to", "note", "low", "high");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");

    @Test
    void ofAReport(Drawings draw, @TempDir Path folder) throws IOException {
        Inputs tables = new Example(draw, 9_000).ranked();
        HtmlReport.write(
                draw.session(), tables, Example.manifest(), new ReportRequest(COMPARED, 10, folder.toString(), 10));

        Set<String> walked = walk(draw, tables, folder);

        assertTrue(
                walked.containsAll(Set.of(
                        "comparison",
                        "tiers",
                        "rank_agreement",
                        "rank_movers",
                        "cost_to_game",
                        "quality_ranks",
                        "peer_shares",
                        "peer_numbers",
                        "cohort_retention",
                        "audience_profiles",
                        "lots",
                        "churn",
                        "arrival_estimates")),
                "" + walked);
    }

    @Test
    void ofAComparison(Drawings draw, @TempDir Path folder) throws IOException {
        Inputs tables = new Example(draw, 9_000).ranked();
        HtmlReport.write(
                draw.session(),
                tables,
                Example.manifest(),
                new ReportRequest(COMPARED, 10, folder.toString(), 10, ReportRequest.Form.COMPARISON));

        Set<String> walked = walk(draw, tables, folder);

        assertTrue(walked.containsAll(Set.of("points", "differences", "overlaps")), "" + walked);
    }

    @Test
    void ofACard(Drawings draw, @TempDir Path folder) throws IOException {
        Inputs tables = new Example(draw, 9_000).ranked();
        HtmlReport.write(
                draw.session(),
                tables,
                Example.manifest(),
                new ReportRequest(List.of(100L), 1, folder.toString(), 10, ReportRequest.Form.CARD));

        Set<String> walked = walk(draw, tables, folder);

        assertTrue(walked.containsAll(Set.of("rank_agreement", "cost_to_game", "quality_ranks")), "" + walked);
    }

    @Test
    void ofAnEditionWithNamedAccountsAndAPreviousOne(Drawings draw, @TempDir Path folder) throws IOException {
        TestInputs tables = EditionTest.ranked(draw, 600);
        String before = folder.resolve("before").toString();
        Edition.write(draw.session(), tables, Example.manifest(), request(before, List.of(), Optional.empty()));
        String out = folder.resolve("now").toString();
        Edition.write(
                draw.session(),
                tables,
                Example.manifest(),
                request(out, List.of(EditionTest.FIRST_ID + 6), Optional.of(before)));

        for (String edition : List.of("before", "now")) {
            Set<String> walked = walk(draw, tables, folder.resolve(edition));
            assertTrue(
                    walked.containsAll(Set.of(
                            "cover",
                            "key_numbers",
                            "bought_shares",
                            "signatures_found",
                            "churn_league",
                            "benchmarks",
                            "benchmark_shares",
                            "vendors_seen",
                            "packages",
                            "rank_quarters",
                            "rank_agreement",
                            "cost_to_game",
                            "placebo")),
                    "" + walked);
        }
    }

    private static EditionRequest request(String out, List<Long> named, Optional<String> previous) {
        return new EditionRequest("2026-Q4", previous, named, out, 10, Optional.empty());
    }

    /** All of a report; the tables that are on its page. */
    private static Set<String> walk(Drawings draw, Inputs tables, Path folder) throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        String html = Files.readString(folder.resolve("report.html"));
        for (Table table : Tables.ALL) {
            tables.of(table).createOrReplaceTempView(table.name());
        }
        boolean edition = json.path("form").asText().equals("edition");
        int figures = 0;
        for (JsonNode table : json.path("tables")) {
            String name = table.path("name").asText();
            List<Row> parquet = draw.session()
                    .read()
                    .parquet(folder.resolve("tables/" + name + ".parquet").toString())
                    .collectAsList();
            figures += assertTwins(table, parquet, csv(folder.resolve("tables/" + name + ".csv")));
            String query = table.path("query").asText();
            if (query.isEmpty()) {
                assertTrue(WITHOUT_QUERY.contains(name), name + " states no query");
            } else if (edition && EditionFigures.knows(name)) {
                EditionFigures.assertQuery(draw.session(), json, table);
            } else {
                assertQuery(draw.session().sql(query), table, parquet, edition);
            }
        }
        assertTrue(figures > 300, figures + " figures");
        Map<String, List<List<String>>> page = PageTables.of(html);
        assertShown(json, page);
        assertOutsideOfTables(json, html, page);
        return page.keySet();
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
        Map<String, String> hidden = hidden(table);
        int cells = 0;
        for (int i = 0; i < parquet.size(); i++) {
            for (JsonNode column : table.path("columns")) {
                String key = column.path("name").asText();
                String where = name + " " + i + " " + key;
                JsonNode cell = table.path("rows").get(i).path(key);
                Object stored = parquet.get(i).getAs(key);
                String written = csv.get(i).get(key);
                if (hidden.containsKey(i + " " + key)) {
                    assertTrue(cell.isNull() && stored == null, where);
                    assertEquals(hidden.get(i + " " + key), written, where);
                } else if (cell.isNull()) {
                    assertTrue(stored == null && written.isEmpty(), where);
                } else if (cell.isNumber()) {
                    assertEquals(cell.asDouble(), ((Number) stored).doubleValue(), 0, where);
                    assertEquals(cell.asDouble(), Double.parseDouble(written), 0, where);
                } else {
                    assertEquals(cell.asText(), text(stored), where);
                    String line = cell.asText().replaceAll("[\\r\\n\\t]+", " ");
                    assertEquals(
                            column.path("type").asText().equals("string") ? CsvTwin.harmless(line) : line,
                            written,
                            where);
                }
                cells++;
            }
        }
        return cells;
    }

    /** Row and column of each hidden cell, with what is shown in its place. */
    private static Map<String, String> hidden(JsonNode table) {
        Map<String, String> hidden = new TreeMap<>();
        table.path("hidden")
                .forEach(cell -> hidden.put(
                        cell.path("row").asInt() + " " + cell.path("column").asText(),
                        cell.path("shown_as").asText()));
        return hidden;
    }

    private static String text(Object stored) {
        return stored instanceof java.sql.Timestamp time ? time.toInstant().toString() : String.valueOf(stored);
    }

    /** Every row is one of the query's result, in all columns of it that may be shown, and every figure is in the result. */
    private static void assertQuery(Dataset<Row> result, JsonNode table, List<Row> parquet, boolean edition) {
        String name = table.path("name").asText();
        List<String> columns = new ArrayList<>(List.of(result.columns()));
        List<String> missing = new ArrayList<>();
        table.path("columns").forEach(column -> missing.add(column.path("name").asText()));
        missing.removeAll(columns);
        missing.removeAll(DERIVED);
        missing.removeIf(column -> column.endsWith("_note"));
        assertEquals(List.of(), missing, name + ": not in the query");
        Map<String, String> hidden = hidden(table);
        List<Row> found = new ArrayList<>(result.collectAsList());
        for (int i = 0; i < parquet.size(); i++) {
            Row row = parquet.get(i);
            boolean unknown = name.equals("points")
                    ? row.getAs("value") == null
                    : name.equals("overlaps") && row.getAs("smaller_share") == null;
            List<String> shown = new ArrayList<>(columns);
            int at = i;
            shown.removeIf(column -> hidden.containsKey(at + " " + column)
                    || row.schema().getFieldIndex(column).isEmpty());
            // What would tell of others is left out of the tables of named accounts.
            shown.removeIf(
                    column -> edition && List.of("tier_accounts", "rise_share").contains(column));
            shown.removeIf(column -> row.getAs(column) instanceof String said && said.startsWith("Fewer than 10 "));
            Optional<Row> again = found.stream()
                    .filter(other -> shown.stream()
                            .allMatch(column -> same(
                                    row.getAs(column),
                                    column.matches("p[0-9]+.*") ? percentile(other, column) : other.getAs(column))))
                    .findFirst();
            assertTrue(unknown || again.isPresent(), name + ": the query does not give " + row + " but " + found);
            again.ifPresent(found::remove);
        }
    }

    /** As it is shown: rounded to what its interval supports, or not at all where few accounts are beside it. */
    private static Object percentile(Row exact, String column) {
        int percent = Integer.parseInt(column.replaceAll("[^0-9]", ""));
        Measured shown = Percentiles.shown(exact, percent, 1);
        return column.endsWith("_low") ? shown.low() : column.endsWith("_high") ? shown.high() : shown.value();
    }

    private static boolean same(Object shown, Object queried) {
        if (shown == null || queried == null) {
            return shown == queried || "".equals(shown) || "".equals(queried);
        }
        if (shown instanceof Number number && queried instanceof Number other) {
            double expected = other.doubleValue();
            return Math.abs(expected - number.doubleValue()) <= 1e-9 * Math.max(1, Math.abs(expected));
        }
        return shown.equals(queried) || shown.equals(Messages.orName("signature", queried.toString()));
    }

    /** Each table on the page is, cell by cell, its rows in JSON as a reader sees them. */
    private static void assertShown(JsonNode json, Map<String, List<List<String>>> page) {
        Set<String> unknown = new TreeSet<>(page.keySet());
        for (JsonNode table : json.path("tables")) {
            String name = table.path("name").asText();
            List<List<String>> shown = page.get(name);
            if (!unknown.remove(name)) {
                continue;
            }
            List<List<String>> expected = PageTables.expected(table);
            if (name.equals("points")) {
                List<List<String>> wrong = new ArrayList<>(shown);
                wrong.removeAll(expected);
                assertEquals(List.of(), wrong, "points: " + expected);
                continue;
            }
            assertEquals(expected, shown, name);
        }
        assertEquals(Set.of(), unknown, "tables without twins");
    }

    /** Every figure in sentences, cards and labels of charts is a figure of a table, or one that every page has. */
    private static void assertOutsideOfTables(JsonNode json, String html, Map<String, List<List<String>>> page)
            throws IOException {
        Set<String> known = new HashSet<>();
        page.values().forEach(rows -> {
            add(known, Integer.toString(rows.size()));
            rows.forEach(row -> row.forEach(cell -> add(known, cell)));
        });
        for (JsonNode table : json.path("tables")) {
            for (JsonNode row : table.path("rows")) {
                row.properties().forEach(cell -> add(known, cell.getValue().asText()));
                for (String share : List.of("share", "")) {
                    if (row.path(share + "_low").isNumber()
                            && row.path(share + "_high").isNumber()) {
                        add(
                                known,
                                Format.bounds(
                                        Kind.SHARE,
                                        row.path(share + "_low").asDouble(),
                                        row.path(share + "_high").asDouble()));
                    }
                }
                row.properties().stream()
                        .filter(cell -> cell.getValue().isDouble())
                        .forEach(cell -> add(known, Format.share(cell.getValue().asDouble())));
            }
        }
        add(known, Integer.toString(json.path("min_group").asInt()));
        add(known, json.path("version").asText());
        String title = json.path("title").asText();
        add(known, title);
        if (json.path("form").asText().equals("edition")) {
            Period period = Period.of(title.replaceFirst(".* ", ""));
            add(known, Format.longDay(period.from()));
            add(known, Format.longDay(period.until().minusSeconds(1)));
        }
        add(known, Files.readString(WordsTest.TEXTS));
        add(known, PageAssets.load().notice());
        String said = html.replaceAll("(?s)<(script|style|pre|table)[ >].*?</\\1>", " ")
                .replaceAll("(?s)<svg.*?</svg>", " ")
                .replaceAll("(?s)<[^>]*aria-label=\"([^\"]*)\"[^>]*>", " $1 ")
                .replaceAll("(?s)<a class=\"[^>]*>|<[^>]*>", " ");
        Set<String> unknown = new TreeSet<>();
        NUMBER.matcher(PageTables.text(said))
                .results()
                .map(found -> found.group())
                .forEach(unknown::add);
        assertFalse(unknown.isEmpty());
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "figures that no table holds");
    }

    private static void add(Set<String> known, String text) {
        NUMBER.matcher(text).results().forEach(found -> known.add(found.group()));
    }
}
