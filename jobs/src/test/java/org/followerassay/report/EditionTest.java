package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.COMPARISON;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;
import static org.followerassay.testkit.Drawings.at;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Manifest;
import org.followerassay.graph.SizeBounds;
import org.followerassay.graph.SizeTier;
import org.followerassay.rank.RankOptions;
import org.followerassay.rank.RankSteps;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An edition tells of groups; of single accounts only where they may be named. */
@ExtendWith(SparkTest.class)
class EditionTest {
    static final long FIRST_ID = 700_000_000_001L;

    private static Map<String, byte[]> edition;

    @Test
    void everyTableIsOfGroupsAndNamesNobody(Drawings draw) throws IOException {
        Map<String, byte[]> files = edition(draw);
        JsonNode json = new ObjectMapper().readTree(files.get("report.json"));

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().endsWith(".parquet")) {
                String text = new String(file.getValue(), StandardCharsets.UTF_8);
                assertFalse(text.contains("7000000") || text.contains("in/followers.csv"), file.getKey());
            }
        }
        for (JsonNode table : json.path("tables")) {
            table.path("rows")
                    .forEach(row -> row.properties().forEach(cell -> {
                        boolean count =
                                cell.getKey().startsWith("in_") || cell.getKey().equals("accounts");
                        if (count && cell.getValue().isNumber()) {
                            assertEquals(0, cell.getValue().asLong() % 10, table.path("name") + " " + cell);
                        }
                    }));
        }
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("../docs", JsonTwin.SCHEMA).toFile());
        assertEquals(List.of(), new SchemaCheck(schema).of(json));
    }

    @Test
    void noFileOfTheFolderTellsWhatWasRead(Drawings draw, @TempDir Path out) throws IOException {
        Manifest state = read("exports/ann_example-700000000001.csv", "ties of 10 accounts, 2,750 rows");
        EditionRequest request = new EditionRequest(
                "2026-Q4", Optional.empty(), List.of(), out.toString(), 10, Optional.of(SizeBounds.usual()));

        Edition.write(draw.session(), tables(draw, 600), state, request);

        assertTrue(Files.readString(out.resolve("manifest.json")).contains("lots.minFollowers"));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String told : List.of("ann_example", "7000000", "2,750", "abcdef", "ingest.")) {
                    assertFalse(text.contains(told), file + " tells " + told);
                }
            }
        }
    }

    /** The own list of an account is seldom exported at the instant of its followers'. */
    @Test
    void ownFollowsCountWheneverTheirListWasExportedWithinThePeriod(Drawings draw) {
        TestInputs tables = tables(draw, 60);
        Column own = col("axis").equalTo("behaviour");
        Dataset<Row> findings = tables.of(FINDINGS);
        tables.with(
                FINDINGS,
                findings.withColumn(
                                "snapshot",
                                when(own, lit(at("2026-11-07T00:00:00Z"))).otherwise(col("snapshot")))
                        .unionByName(findings.where(own).withColumn("tier", lit("weak")))
                        .unionByName(findings.where(own)
                                .withColumn("snapshot", lit(at("2027-02-01T00:00:00Z")))
                                .withColumn("tier", lit("weak"))));

        ShownTable league;
        try (EditionPopulation population = EditionPopulation.of(tables, request(List.of()))) {
            league = new EditionCounts(population).churnLeague();
        }

        assertEquals(1, league.rows().size());
        assertEquals(List.of(40L, 0L, 0L, 40L), league.rows().get(0).subList(1, 5));
    }

    @Test
    void aPurgeOfAnotherPeriodIsNotOfThisOne(Drawings draw) {
        TestInputs tables = tables(draw, 20)
                .with(
                        PURGE_CALENDAR,
                        draw.rows(
                                PURGE_CALENDAR, List.of(PURGE_CALENDAR.schema().fieldNames()), new Object[][] {
                                    {
                                        at("2018-07-01T00:00:00Z"),
                                        at("2018-07-13T00:00:00Z"),
                                        12.0,
                                        60L,
                                        0.98,
                                        0.04,
                                        0.001,
                                        true
                                    },
                                    {
                                        at("2026-09-28T00:00:00Z"),
                                        at("2026-10-02T00:00:00Z"),
                                        4.0,
                                        60L,
                                        0.98,
                                        0.04,
                                        0.001,
                                        true
                                    }
                                }));

        try (EditionPopulation population = EditionPopulation.of(tables, request(List.of()))) {
            ShownTable purges = Purges.table(population);
            assertEquals(1, purges.rows().size());
            assertEquals("2026-10-02T00:00:00Z", purges.rows().get(0).get(1).toString());
        }
    }

    @Test
    void aPeriodWhoseListsWereFollowedByOthersIsRefused(Drawings draw) {
        TestInputs tables = tables(draw, 20);
        tables.with(COVERAGE, draw.rows(COVERAGE, List.of("snapshot", "account", "direction"), new Object[][] {
            {at("2026-09-30T00:00:00Z"), FIRST_ID, "followers"},
            {at("2026-09-29T00:00:00Z"), FIRST_ID, "followers"},
            {at("2026-09-30T00:00:00Z"), FIRST_ID + 1, "followees"},
            {Example.NEWEST, FIRST_ID, "followers"}
        }));
        EditionRequest september =
                new EditionRequest("2026-09", Optional.empty(), List.of(), "x", 10, Optional.of(SizeBounds.usual()));

        AssayException refused = assertThrows(AssayException.class, () -> EditionPopulation.of(tables, september));

        assertTrue(
                refused.getMessage().startsWith("an edition of 2026-09 would leave out 1 of its accounts"),
                refused.getMessage());
        EditionPopulation.of(tables, request(List.of())).close();
    }

    /** The example's state, as if it had been made of one file. */
    private static Manifest read(String path, String readAs) {
        Manifest example = Example.manifest();
        TreeMap<String, String> options = new TreeMap<>(example.options());
        options.put("ingest.exports", path);
        return new Manifest(
                example.format(),
                example.number(),
                example.run(),
                example.command(),
                example.startedAt(),
                example.publishedAt(),
                options,
                example.versions(),
                List.of(new Manifest.Input(path, "abcdef01", "abcdef02", 9, "columns", readAs, example.run(), path)),
                example.tables(),
                example.steps());
    }

    @Test
    void countsAreThoseOfTheStatedQueryMadeSafe(Drawings draw) throws IOException {
        JsonNode json = new ObjectMapper().readTree(edition(draw).get("report.json"));
        TestInputs tables = tables(draw, 600);
        for (Table table : List.of(AUDIENCE_RANK, ARRIVAL_ESTIMATES, FINDINGS)) {
            tables.of(table).createOrReplaceTempView(table.name());
        }
        int compared = 0;
        for (String name : List.of("bought_shares", "churn_league", "signatures_found")) {
            JsonNode table = table(json, name);
            Map<String, Long> counted = new HashMap<>();
            draw.session()
                    .sql(table.path("query").asText())
                    .collectAsList()
                    .forEach(row -> counted.put(
                            Messages.orName("signature", row.getAs("line")) + " " + row.getAs("cell"),
                            row.getAs("accounts")));
            for (JsonNode row : table.path("rows")) {
                String line = row.path(name + "_line").asText();
                for (String cell : List.of("none", "weak", "below_10", "below_30", "strong", "moderate")) {
                    JsonNode shown = row.path("in_" + cell);
                    if (shown.isNumber() && !line.equals("all")) {
                        long exact = counted.getOrDefault(line + " " + cell, 0L);
                        assertEquals(SafeCounts.alone(exact, 10), shown.asLong(), name + " " + line + " " + cell);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared >= 10, compared + " counts");
    }

    @Test
    void percentilesAreThoseOfTheAccountsAndLieInTheirIntervals(Drawings draw) throws IOException {
        JsonNode json = new ObjectMapper().readTree(edition(draw).get("report.json"));
        List<Double> lost = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            if (tier(i).equals("nano")) {
                lost.add(lost(i));
            }
        }
        lost.sort(null);

        JsonNode row = row(table(json, "benchmark_shares"), "nano", "test_share");

        double median = lost.get((int) Math.ceil(0.5 * lost.size()) - 1);
        assertEquals(median, row.path("p50").asDouble(), 0.1 * median);
        assertTrue(
                row.path("p50_low").asDouble() <= median
                        && median <= row.path("p50_high").asDouble(),
                "" + row);
        assertTrue(row.path("p25").asDouble() < row.path("p75").asDouble(), "" + row);
        // 40 accounts of the size are too few for their tenth.
        assertTrue(row(table(json, "benchmark_shares"), "mid", "test_share")
                .path("p10")
                .isNull());
    }

    @Test
    void aChangeIsToldOnlyWhereItIsOne(Drawings draw) throws IOException {
        JsonNode before = new ObjectMapper().readTree(edition(draw).get("report.json"));
        TestInputs now = tables(draw, 600);
        now.with(COMPARISON, now.of(COMPARISON).withColumn("value", col("value").multiply(2)));

        Map<String, byte[]> files =
                Edition.files(now, Example.manifest(), request(List.of()), Optional.of(new PreviousEdition(before)));

        JsonNode changes = table(new ObjectMapper().readTree(files.get("report.json")), "changes");
        assertEquals(
                "higher", row(changes, "nano", "test_share").path("verdict").asText());
        for (JsonNode row : changes.path("rows")) {
            boolean doubled = row.path("measure").asText().equals("test_share");
            assertTrue(doubled || row.path("verdict").asText().equals("not told apart"), "" + row);
        }
    }

    @Test
    void onlyThoseWhoMayBeNamedAreNamed(Drawings draw) throws IOException {
        TestInputs tables = new Example(draw, 9_000).tables();
        tables.with(
                FINDINGS,
                tables.of(FINDINGS)
                        .withColumn(
                                "evidence", lit("9,000 followers are shared with account 200 and with account 100.")));

        Map<String, byte[]> files = Edition.files(tables, Example.manifest(), request(List.of(100L)), Optional.empty());

        String page = new String(files.get("report.html"), StandardCharsets.UTF_8);
        assertTrue(page.contains("ann_example"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            assertFalse(text.contains("quiet_bea") || text.contains("account 200"), file.getKey());
        }
        assertTrue(page.contains("shared with account (not named) and with account 100."));
        assertFalse(page.contains("37 mid accounts"));
        assertTrue(page.contains("median of 30 mid accounts"));
    }

    @Test
    void whatCannotBeMeantIsRefused(Drawings draw) {
        assertThrows(AssayException.class, () -> Period.of("2026-Q5"));
        assertThrows(AssayException.class, () -> new SizeBounds(List.of(1L, 2L, 3L, 4L, 4L)));
        assertThrows(
                AssayException.class,
                () -> new EditionRequest("2026-Q4", Optional.empty(), List.of(), "x", 2, Optional.empty()));
        AssayException empty = assertThrows(
                AssayException.class,
                () -> Edition.files(
                        tables(draw, 20),
                        Example.manifest(),
                        new EditionRequest(
                                "2025", Optional.empty(), List.of(), "x", 10, Optional.of(SizeBounds.usual())),
                        Optional.empty()));
        assertTrue(empty.getMessage().startsWith("no follower list was ranked in 2025"), empty.getMessage());
        assertEquals("2026-10-01T00:00:00Z", Period.of("2026-Q4").from().toString());
        assertEquals("2027-01-01T00:00:00Z", Period.of("2026-Q4").until().toString());
    }

    private static synchronized Map<String, byte[]> edition(Drawings draw) {
        if (edition == null) {
            edition = Edition.files(tables(draw, 600), Example.manifest(), request(List.of()), Optional.empty());
        }
        return edition;
    }

    private static EditionRequest request(List<Long> named) {
        return new EditionRequest("2026-Q4", Optional.empty(), named, "x", 10, Optional.of(SizeBounds.usual()));
    }

    private static String tier(int i) {
        return i % 15 == 0 ? "mid" : i % 3 == 0 ? "micro" : "nano";
    }

    private static double lost(int i) {
        return (i * 7919 % 600) / 1_200.0;
    }

    /** The same with ranks, and with pools and packages in every tenth list. */
    static TestInputs ranked(Drawings draw, int accounts) {
        TestInputs tables = tables(draw, accounts);
        Dataset<Row> tenth =
                tables.of(AUDIENCE_RANK).where(pmod(col("account"), lit(10)).equalTo(0));
        Column size = when(pmod(col("account"), lit(20)).equalTo(0), 1_000L).otherwise(5_000L);
        tables.with(
                        VENDORS,
                        filled(
                                VENDORS,
                                tenth,
                                Map.of(
                                        "snapshot",
                                        col("snapshot"),
                                        "account",
                                        col("account"),
                                        "vendor",
                                        lit(FIRST_ID),
                                        "accounts",
                                        lit(60L),
                                        "pool_followers",
                                        lit(9_431L),
                                        "followers",
                                        lit(812L),
                                        "pool_kind",
                                        lit("disposable"))))
                .with(
                        LOTS,
                        filled(
                                LOTS,
                                tenth,
                                Map.of(
                                        "snapshot",
                                        col("snapshot"),
                                        "account",
                                        col("account"),
                                        "lot",
                                        lit(1L),
                                        "followers",
                                        size.minus(3),
                                        "package_size",
                                        size,
                                        "price_low",
                                        size.minus(3).multiply(0.00667),
                                        "price_high",
                                        size.minus(3).multiply(0.1))));
        RankSteps.steps(RankOptions.defaults()).stream().skip(2).forEach(tables::derive);
        return tables;
    }

    /** Accounts of three sizes; a sixth of them with something to report. */
    static TestInputs tables(Drawings draw, int accounts) {
        Dataset<Row> ids = draw.session().range(accounts).toDF();
        Column account = col("id").plus(FIRST_ID);
        Column followers = when(pmod(col("id"), lit(15)).equalTo(0), 30_000L)
                .when(pmod(col("id"), lit(3)).equalTo(0), 8_000L)
                .otherwise(2_000L)
                .plus(col("id"));
        Column noise = pmod(xxhash64(col("id")), lit(1_000)).divide(1_000.0);
        Column high = when(pmod(col("id"), lit(6)).equalTo(0), lit(0.05).plus(noise.multiply(0.2)))
                .otherwise(0.0);
        Column snapshot = lit(Example.NEWEST);
        Dataset<Row> base = ids.select(
                col("id"), account.as("account"), followers.as("followers"), noise.as("noise"), high.as("high"));
        return new TestInputs(draw.session())
                .with(
                        AUDIENCE_RANK,
                        filled(
                                AUDIENCE_RANK,
                                base,
                                Map.of(
                                        "snapshot",
                                        snapshot,
                                        "account",
                                        col("account"),
                                        "tier",
                                        SizeTier.of(col("followers")),
                                        "followers",
                                        col("followers"),
                                        "known_followers",
                                        col("followers"),
                                        "attention",
                                        col("followers").multiply(col("noise").plus(0.5)),
                                        "rank_by_followers",
                                        col("id").plus(1),
                                        "rank_by_attention",
                                        col("id").plus(1))))
                .with(
                        ARRIVAL_ESTIMATES,
                        filled(
                                ARRIVAL_ESTIMATES,
                                base,
                                Map.of(
                                        "snapshot",
                                        snapshot,
                                        "account",
                                        col("account"),
                                        "listed",
                                        col("followers"),
                                        "enough_data",
                                        lit(true),
                                        "tier",
                                        when(col("high").gt(0), "strong").otherwise("none"),
                                        "families",
                                        lit(""),
                                        "matched",
                                        lit(0L),
                                        "share_low",
                                        col("high"),
                                        "share_high",
                                        col("high"))))
                .with(
                        FINDINGS,
                        filled(
                                        FINDINGS,
                                        base.where(col("high").gt(0)),
                                        Map.of(
                                                "snapshot",
                                                snapshot,
                                                "account",
                                                col("account"),
                                                "signature",
                                                lit("lots"),
                                                "axis",
                                                lit("arrivals"),
                                                "tier",
                                                when(col("noise").lt(0.5), "strong")
                                                        .otherwise("moderate"),
                                                "score",
                                                lit(1.0),
                                                "support",
                                                lit(100L),
                                                "evidence",
                                                lit("a sentence"),
                                                "query",
                                                lit("select 1")))
                                .unionByName(filled(
                                        FINDINGS,
                                        base.where(col("id").lt(40)),
                                        Map.of(
                                                "snapshot",
                                                snapshot,
                                                "account",
                                                col("account"),
                                                "signature",
                                                lit("follow churn"),
                                                "axis",
                                                lit("behaviour"),
                                                "tier",
                                                lit("strong"),
                                                "score",
                                                lit(1.0),
                                                "support",
                                                lit(100L),
                                                "evidence",
                                                lit("a sentence"),
                                                "query",
                                                lit("select 1")))))
                .with(
                        PLACEBO,
                        filled(
                                PLACEBO,
                                ids.limit(1),
                                Map.of(
                                        "signature",
                                        lit("lots"),
                                        "placebo",
                                        lit("rewired"),
                                        "ties",
                                        lit(1_000L),
                                        "matched",
                                        lit(1L),
                                        "matched_share",
                                        lit(0.001),
                                        "matched_share_high",
                                        lit(0.005),
                                        "accounts",
                                        lit(60L),
                                        "accounts_matched",
                                        lit(1L))))
                .with(
                        COMPARISON,
                        filled(
                                COMPARISON,
                                base,
                                Map.of(
                                        "snapshot",
                                        snapshot,
                                        "account",
                                        col("account"),
                                        "measure",
                                        lit("test_share"),
                                        "value",
                                        pmod(col("id").multiply(7919), lit(600)).divide(1_200.0),
                                        "note",
                                        lit(""),
                                        "followers",
                                        col("followers"))));
    }

    private static Dataset<Row> filled(Table table, Dataset<Row> base, Map<String, Column> columns) {
        Column[] all = table.fields().stream()
                .map(field -> columns.getOrDefault(field.name(), lit(null))
                        .cast(field.type())
                        .as(field.name()))
                .toArray(Column[]::new);
        return base.select(all);
    }

    private static JsonNode table(JsonNode json, String name) {
        for (JsonNode table : json.path("tables")) {
            if (table.path("name").asText().equals(name)) {
                return table;
            }
        }
        throw new AssertionError("no table " + name);
    }

    private static JsonNode row(JsonNode table, String tier, String measure) {
        for (JsonNode row : table.path("rows")) {
            if (row.path("tier").asText().equals(tier)
                    && row.path("measure").asText().equals(measure)) {
                return row;
            }
        }
        throw new AssertionError("no row " + tier + " " + measure + " in " + table);
    }
}
