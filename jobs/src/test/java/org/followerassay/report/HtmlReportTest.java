package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.testkit.Drawings.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Hashes;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class HtmlReportTest {
    private static final List<Long> COMPARED = List.of(100L, 200L, 300L, 400L, 500L);

    private static Map<String, byte[]> files;

    @Test
    void theFolderHoldsThePageItsTwinsAndAManifestOfBoth(Drawings draw, @TempDir Path folder) throws IOException {
        Path out = folder.resolve("new report");

        ReportFiles files = write(draw, new Example(draw, 9_000).tables(), out);

        assertTrue(files.html().endsWith("/report.html"), files.html());
        JsonNode manifest = new ObjectMapper().readTree(Files.readString(out.resolve("manifest.json")));
        assertEquals("2026-11-01T08:05:00Z", manifest.path("publishedAt").asText());
        assertEquals(3 + files.tables().size(), manifest.path("files").size());
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = Files.readAllBytes(out.resolve(file.path("name").asText()));
            assertEquals(
                    file.path("sha256").asText(),
                    HexFormat.of().formatHex(Hashes.sha256().digest(bytes)));
        }
        try (var hidden = Files.walk(out)) {
            assertEquals(
                    0, hidden.filter(file -> file.toString().endsWith(".crc")).count());
        }
    }

    @Test
    void anotherLayoutOfTheSameRowsGivesTheSameBytes(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        TestInputs shuffled = new TestInputs(draw.session());
        for (Table table : Tables.ALL) {
            shuffled.with(table, tables.of(table).repartition(5));
        }

        Map<String, byte[]> first = files(draw);
        Map<String, byte[]> second = HtmlReport.files(shuffled, Example.manifest(), request("x"));

        assertEquals(List.copyOf(first.keySet()), List.copyOf(second.keySet()));
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void twinsHoldTheSameRows(Drawings draw, @TempDir Path out) throws IOException {
        write(draw, new Example(draw, 9_000).tables(), out);

        Dataset<Row> parquet =
                draw.session().read().parquet(out.resolve("tables/lots.parquet").toString());
        Dataset<Row> csv = draw.session()
                .read()
                .option("header", "true")
                .schema(parquet.schema())
                .csv(out.resolve("tables/lots.csv").toString());

        assertEquals(2, parquet.count());
        assertEquals(parquet.orderBy("lot").collectAsList(), csv.orderBy("lot").collectAsList());
        assertEquals(
                "account,handle,followers,followers_low,followers_high,followers_note",
                Files.readAllLines(out.resolve("tables/comparison.csv")).get(0).substring(0, 68));
    }

    @Test
    void onlyTheThreeTextsOfThePolicyCanRunAndNothingIsFetched(Drawings draw) {
        String page = text(files(draw), "report.html");

        String policy =
                first("Content-Security-Policy\" content=\"([^\"]*)\"", page).replace("&#39;", "'");
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertFalse(policy.contains("unsafe"), policy);
        Matcher texts = Pattern.compile("<(?:script|style)>(.*?)</(?:script|style)>", Pattern.DOTALL)
                .matcher(page);
        int found = 0;
        while (texts.find()) {
            byte[] digest = Hashes.sha256().digest(texts.group(1).getBytes(StandardCharsets.UTF_8));
            assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"));
            found++;
        }
        assertEquals(3, found);
        String markup = Pattern.compile("<(script|style)[^>]*>.*?</\\1>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("");
        assertEquals(List.of(), all("(?:src|href)=\"(?!#|tables/|report\\.json\")[^\"]*\"", markup));
        assertEquals(List.of(), all("\\s(?:style|on[a-z]+)=\"", markup));
    }

    @Test
    void hostileHandlesAddNoMarkupNoFormulaAndNoDirection(Drawings draw) {
        Example example = new Example(draw, 9_000);
        TestInputs tables = example.tables();
        String benign = text(files(draw), "report.html");
        tables.with(
                IDENTITIES,
                example.identities(
                        "</script><script>alert(1)</script>\u2028<!--", "=cmd|'/c calc'!A0\u202Eevil\u001B[2J"));

        Map<String, byte[]> files = HtmlReport.files(tables, Example.manifest(), request("x"));
        String hostile = text(files, "report.html");

        assertEquals(count("<", benign), count("<", hostile));
        assertEquals(count("</script>", benign), count("</script>", hostile));
        assertFalse(hostile.contains("\u202E") || hostile.contains("\u2028") || hostile.contains("\u001B"));
        assertTrue(text(files, "tables/comparison.csv").contains("\n200,\"'=cmd|'/c calc'!A0\uFFFDevil\uFFFD[2J\","));
        assertFalse(TerminalSummary.of(tables, request("x")).contains("\u001B"));
    }

    @Test
    void smallCountsAreShownNowhere(Drawings draw) throws IOException {
        Map<String, byte[]> files = files(draw);

        assertTrue(text(files, "tables/comparison.csv").contains("\n500,\"500\",fewer than 10,,,,60,"));
        assertTrue(text(files, "tables/churn.csv").contains(",8100,not shown,not shown,fewer than 10,fewer than 10"));
        assertTrue(text(files, "tables/vendors.csv").contains(",fewer than 10,fewer than 10"));
        assertFalse(text(files, "tables/findings.csv").contains("4 of 7 followers"));
        assertFalse(text(files, "report.html").contains("4 of 7 followers"));
        for (JsonNode account : data(text(files, "report.html")).path("accounts")) {
            for (int i = 2; i < account.path("cells").size(); i += 3) {
                long followers = account.path("cells").get(i).asLong();
                assertTrue(followers == 0 || followers >= 10, "a cell says " + followers);
            }
            assertNoCellFollowsFromItsColumn(account.path("cells"));
        }
    }

    /** 8,100 followers before and 900 after, of whom 5 are new, would tell who came of who left. */
    @Test
    void whoCameIsNotToldByWhoLeftAndTheSizes(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        tables.with(CHURN, tables.of(CHURN).withColumn("gained", lit(5L)));
        Example.compared(tables);

        Map<String, byte[]> files = HtmlReport.files(
                tables, Example.manifest(), new ReportRequest(COMPARED, 1, "x", 10, ReportRequest.Form.COMPARISON));

        assertTrue(text(files, "tables/churn.csv").contains(",8100,not shown,not shown,fewer than 10,fewer than 10"));
        assertFalse(Pattern.compile("\\b1400\\b|\\b0\\.1728")
                .matcher(text(files, "tables/axes.csv"))
                .find());
        assertTrue(text(files, "tables/points.csv").contains("\"growth\",\"lost_monthly\",fewer than 10,"));
        assertTrue(text(files, "tables/statements.csv").contains("it gained or lost so few followers that"));
    }

    @Test
    void aSentenceThatStatesFewFollowersIsHidden(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        tables.with(MASS_FOLLOWERS, tables.of(MASS_FOLLOWERS).withColumn("followers_before", lit(3L)));

        Map<String, byte[]> files = HtmlReport.files(
                tables, Example.manifest(), new ReportRequest(List.of(300L), 1, "x", 10, ReportRequest.Form.CARD));

        assertTrue(text(files, "tables/mass_followers.csv").contains(",fewer than 10,9000,6300,fewer than 10"));
        for (String file : List.of("tables/findings.csv", "tables/statements.csv")) {
            assertFalse(text(files, file).contains("67.0"), file);
            assertTrue(text(files, file).contains("Fewer than 10 followers are concerned"), file);
        }
    }

    @Test
    void ofHowFewFollowersATraitIsNotKnownIsNotTold(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        tables.with(
                AUDIENCE_PROFILES,
                tables.of(AUDIENCE_PROFILES)
                        .withColumn(
                                "known",
                                when(col("account").equalTo(100), 8_998L).otherwise(col("known"))));
        Example.compared(tables);

        Map<String, byte[]> files = HtmlReport.files(
                tables,
                Example.manifest(),
                new ReportRequest(List.of(100L, 200L), 1, "x", 10, ReportRequest.Form.COMPARISON));

        files.forEach((name, bytes) -> {
            if (!name.endsWith(".parquet")) {
                assertFalse(text(files, name).matches("(?s).*\\b8,?998\\b.*"), name);
            }
        });
        assertTrue(text(files, "tables/points.csv").contains("known of nearly all followers"));
        assertTrue(text(files, "tables/points.csv").contains("known of 4,410 of 4,500"));
    }

    @Test
    void noAttentionIsAFigureAndNotUnknown(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        Column quiet = col("account").equalTo(200);
        tables.with(
                AUDIENCE_RANK,
                tables.of(AUDIENCE_RANK)
                        .withColumn("attention", when(quiet, 0.0).otherwise(col("attention")))
                        .withColumn("effective_audience", when(quiet, 0.0).otherwise(col("effective_audience"))));
        Example.compared(tables);
        Selection selection = Selection.of(tables, new ReportRequest(List.of(100L, 200L), 1, "x", 10));
        SmallGroups groups = new SmallGroups(10);

        List<Points.Point> points = new Points(selection, groups, new ComparisonTables(selection, groups)).all();

        assertEquals(
                new Measured(0.0, 0.0, 0.0, ""), points.get(1).readings().get(1).measured());
        assertEquals(
                new Measured(0.0, 0.0, 0.0, ""), points.get(2).readings().get(1).measured());
    }

    @Test
    void accountsExportedADayEarlierAreAmongAllRankedOnes(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        tables.with(
                AUDIENCE_RANK,
                tables.of(AUDIENCE_RANK)
                        .withColumn(
                                "snapshot",
                                when(col("account").gt(1_000), lit(at("2026-10-30T00:00:00Z")))
                                        .otherwise(col("snapshot"))));
        Selection selection = Selection.of(tables, request("x"));
        Industry industry = new Industry(selection, new SmallGroups(10));

        long accounts = industry.tiers().rows().stream()
                .mapToLong(tier -> (Long) tier.get(1))
                .sum();

        assertEquals(60, accounts);
        assertEquals(60, industry.points().rows().size());
    }

    /** The cells of a column add up to its positions. */
    private static void assertNoCellFollowsFromItsColumn(JsonNode cells) {
        Map<Long, List<Long>> columns = new TreeMap<>();
        for (int i = 0; i < cells.size(); i += 3) {
            columns.computeIfAbsent(cells.get(i).asLong(), column -> new ArrayList<>())
                    .add(cells.get(i + 2).asLong());
        }
        columns.forEach((column, followers) -> {
            long hidden = followers.stream().filter(count -> count == 0).count();
            assertTrue(hidden != 1 || followers.size() == 1, "column " + column + " is " + followers);
        });
    }

    @Test
    void everyFollowerOfTheListIsOnThePlotOnce(Drawings draw) throws IOException {
        ReportRequest all = new ReportRequest(List.of(100L), 1, "x", 1);

        JsonNode account = data(text(
                        HtmlReport.files(new Example(draw, 9_000).tables(), Example.manifest(), all), "report.html"))
                .path("accounts")
                .get(0);

        long followers = 0;
        for (int i = 0; i < account.path("cells").size(); i += 3) {
            assertTrue(account.path("cells").get(i).asInt()
                    < account.path("columns").asInt());
            assertTrue(account.path("cells").get(i + 1).asInt()
                    < account.path("rows").asInt());
            followers += account.path("cells").get(i + 2).asLong();
        }
        assertEquals(9_000, followers);
        assertTrue(
                account.path("columns").asInt() <= 240 && account.path("rows").asInt() <= 120);
    }

    @Test
    void anEarlierReportIsReplacedWhole(Drawings draw, @TempDir Path out) throws IOException {
        TestInputs tables = new Example(draw, 9_000).tables();
        write(draw, tables, out);
        Files.delete(out.resolve("manifest.json"));

        HtmlReport.write(
                draw.session(), tables, Example.manifest(), new ReportRequest(List.of(400L), 1, out.toString(), 10));

        assertFalse(Files.exists(out.resolve("tables/lots.csv")));
        assertTrue(Files.readString(out.resolve("manifest.json")).contains("\"accounts\" : [ 400 ]"));
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone(Drawings draw, @TempDir Path out) throws IOException {
        TestInputs tables = new Example(draw, 9_000).tables();
        for (String name : List.of("notes.txt", "manifest.json", "tables/other.csv")) {
            Path file = out.resolve(name.replace('/', '-')).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"mine\": true}");
            Path folder = out.resolve(name.replace('/', '-'));

            AssayException refused = assertThrows(AssayException.class, () -> write(draw, tables, folder));

            assertEquals(AssayException.Kind.USAGE, refused.kind());
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
            assertEquals("{\"mine\": true}", Files.readString(file));
            assertFalse(Files.exists(folder.resolve("report.html")));
        }
    }

    @Test
    void anAccountWithoutAListIsAUsageError(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();

        AssayException unknown = assertThrows(
                AssayException.class,
                () -> HtmlReport.files(tables, Example.manifest(), new ReportRequest(List.of(100L, 77L), 1, "x", 10)));

        assertEquals(AssayException.Kind.USAGE, unknown.kind());
        assertTrue(unknown.getMessage().startsWith("account 77 has no follower list"), unknown.getMessage());
        assertThrows(
                AssayException.class,
                () -> HtmlReport.files(new TestInputs(draw.session()), Example.manifest(), request("x")));
    }

    @Test
    void aTableWithoutAnythingButRanksIsAReportToo(Drawings draw) {
        TestInputs bare = new TestInputs(draw.session())
                .with(AUDIENCE_RANK, new Example(draw, 9_000).tables().of(AUDIENCE_RANK));

        String page = page(Example.compared(bare));

        assertTrue(page.contains("No list came with both its order and creation dates"));
        assertTrue(page.contains("signatures have not been looked for in this warehouse"));
    }

    /** The report of the example, made once for all tests that only read it. */
    private static synchronized Map<String, byte[]> files(Drawings draw) {
        if (files == null) {
            files = HtmlReport.files(new Example(draw, 9_000).tables(), Example.manifest(), request("x"));
        }
        return files;
    }

    private static ReportFiles write(Drawings draw, TestInputs tables, Path out) {
        return HtmlReport.write(draw.session(), tables, Example.manifest(), request(out.toString()));
    }

    private static ReportRequest request(String out) {
        return new ReportRequest(COMPARED, 10, out, ReportRequest.MIN_GROUP);
    }

    private static String page(TestInputs tables) {
        return text(HtmlReport.files(tables, Example.manifest(), request("x")), "report.html");
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String page) throws IOException {
        return new ObjectMapper().readTree(first("id=\"data\">(.*?)</script>", page));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static long count(String part, String text) {
        return all(Pattern.quote(part), text).size();
    }
}
