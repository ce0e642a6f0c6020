package org.followerassay.cli;

import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SharedTables.SHARED_POOL;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who asks to be forgotten is in no table, no rejected line and no path, and the command proves it. */
@ExtendWith(SparkTest.class)
class ForgetTest {
    private static final String NAME = "wren_example";

    @TempDir
    Path folder;

    private String warehouse;

    private void read(SparkSession session) throws IOException {
        warehouse = folder.resolve("warehouse").toString();
        Path inbox = Files.createDirectories(folder.resolve("inbox/" + NAME));
        Files.writeString(
                inbox.resolve("2026-10-31.csv"),
                "follower,followee\n@Wren_Example,otto\nidun,wren_example\nidun,otto\n,wren_example\n,idun\n");
        Calls call = Calls.of("ingest", "--input", folder.resolve("inbox").toString(), "--warehouse", warehouse);
        assertEquals(0, call.code(), call.err());
        assertTrue(sql("select row from rejects").contains(NAME), sql("select * from rejects"));
        assertTrue(manifests().contains(NAME), manifests());
    }

    @Test
    void aNameIsGoneFromColumnsRejectsPathsAndTheManifest(SparkSession session) throws IOException {
        read(session);

        Calls forget = Calls.of("forget", "@" + NAME, "--warehouse", warehouse);

        assertEquals(0, forget.code(), forget.err());
        assertTrue(forget.err().contains("nothing is left"), forget.err());
        assertFalse(manifests().contains(NAME), manifests());
        assertEquals("file\ninbox/(erased)/2026-10-31.csv\n", sql("""
                select distinct substring(file, instr(file, 'inbox/')) as file from input_files"""));
        assertEquals("row\n\",idun\"\n", sql("select row from rejects"));
        assertEquals("rows\n1\n", sql("select count(*) as rows from follows"));
        assertEquals(
                "handle\nidun\notto\n",
                sql("select coalesce(handle, external_id) as handle from identities order by 1"));
    }

    @Test
    void whatStillKnowsTheAccountOutsideIsNamed(SparkSession session) throws IOException {
        read(session);
        Path report = Files.createDirectories(folder.resolve("report"));
        Files.writeString(report.resolve("report.html"), "<p>" + NAME + ", and others</p>");
        Files.writeString(report.resolve("summary.md"), "wren_example2 is somebody else");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(report.resolve("old.csv.gz")))) {
            out.write((" ".repeat(100_000) + NAME).getBytes(StandardCharsets.UTF_8));
        }
        session.sql("select '" + NAME + "' as account")
                .write()
                .parquet(report.resolve("twin.parquet").toString());

        Calls forget = Calls.of(
                "forget", NAME, "--warehouse", warehouse, "--search", report.toString(), "--search", folder + "/inbox");

        assertEquals(4, forget.code(), forget.err());
        List<String> named = forget.out().lines().toList();
        assertEquals(4, named.size(), forget.out());
        for (String file : List.of("report.html", "old.csv.gz", ".zstd.parquet", "2026-10-31.csv")) {
            assertTrue(
                    named.stream().anyMatch(line -> line.endsWith(file) || line.endsWith(".snappy.parquet")),
                    file + " in " + named);
        }
        assertFalse(forget.out().contains("summary.md"), forget.out());
    }

    @Test
    void aClusterNamedAfterTheAccountIsRenamedEverywhereAndStays(Drawings draw) {
        warehouse = folder.resolve("warehouse").toString();
        publish(
                draw,
                Map.of(
                        SHARED_CLUSTERS,
                        draw.rows(
                                SHARED_CLUSTERS,
                                List.of("snapshot", "vendor", "account", "accounts"),
                                new Object[] {Drawings.DAY_1, 5L, 5L, 3L},
                                new Object[] {Drawings.DAY_1, 5L, 6L, 3L},
                                new Object[] {Drawings.DAY_1, 5L, 7L, 3L},
                                new Object[] {Drawings.DAY_1, 8L, 8L, 2L},
                                new Object[] {Drawings.DAY_1, 8L, 9L, 2L}),
                        SHARED_POOL,
                        draw.rows(
                                SHARED_POOL,
                                List.of(
                                        "vendor",
                                        "follower",
                                        "inside",
                                        "followees",
                                        "observed",
                                        "expected",
                                        "excess_share"),
                                new Object[] {5L, 21L, 3L, 3L, 5L, 0.1, 0.98},
                                new Object[] {8L, 22L, 2L, 2L, 5L, 0.1, 0.98}),
                        SIGNATURE_MATCHES,
                        draw.rows(
                                SIGNATURE_MATCHES,
                                List.of("snapshot", "followee", "follower", "signature", "excess_share", "found_in"),
                                new Object[] {Drawings.DAY_1, 6L, 21L, "shared audience", 0.98, "pool of account 5"},
                                new Object[] {Drawings.DAY_1, 9L, 22L, "shared audience", 0.98, "pool of account 8"}),
                        GROUP_CONTRASTS,
                        draw.rows(
                                GROUP_CONTRASTS,
                                List.of(
                                        "signature",
                                        "found_in",
                                        "trait",
                                        "members",
                                        "members_with",
                                        "others",
                                        "others_with",
                                        "z",
                                        "differs",
                                        "told"),
                                new Object[] {
                                    "shared audience", "pool of account 5", "no_bio", 20L, 9L, 90L, 9L, 1.0, false, true
                                },
                                new Object[] {
                                    "shared audience", "pool of account 8", "no_bio", 30L, 9L, 90L, 9L, 1.0, false, true
                                })));

        Calls forget = Calls.of("forget", "5", "--warehouse", warehouse);

        assertEquals(0, forget.code(), forget.err());
        assertEquals("vendor,account\n6,6\n6,7\n8,8\n8,9\n", sql("""
                select vendor, account from shared_clusters order by 1, 2"""));
        assertEquals("vendor,follower\n6,21\n8,22\n", sql("select vendor, follower from shared_pool order by 1"));
        String pools =
                "select found_in from signature_matches union all select found_in from group_contrasts order by 1";
        assertEquals(
                "found_in\npool of account 6\npool of account 6\npool of account 8\npool of account 8\n", sql(pools));

        assertEquals(0, Calls.of("forget", "8", "9", "--warehouse", warehouse).code());
        assertEquals("vendor\n6\n", sql("select vendor from shared_pool"));
        assertEquals("found_in\npool of account 6\npool of account 6\n", sql(pools));
    }

    @Test
    void aNumberThatIsNoAccountIsLeftAlone(Drawings draw) {
        warehouse = folder.resolve("warehouse").toString();
        publish(
                draw,
                Map.of(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of("snapshot", "account", "direction", "listed", "complete", "reason"),
                                new Object[] {
                                    Drawings.DAY_1, 7L, "followers", 190L, false, "10 of 200 stated ties are missing"
                                },
                                new Object[] {Drawings.DAY_1, 10L, "followers", 3L, true, null}),
                        FINDINGS,
                        draw.rows(
                                FINDINGS,
                                List.of(
                                        "snapshot",
                                        "account",
                                        "signature",
                                        "axis",
                                        "tier",
                                        "score",
                                        "support",
                                        "evidence",
                                        "query"),
                                new Object[] {
                                    Drawings.DAY_1,
                                    7L,
                                    "lots",
                                    "arrivals",
                                    "weak",
                                    1.0,
                                    10L,
                                    "10 followers",
                                    "select * from lots where account = 7 or other_account = 10"
                                }),
                        INPUT_FILES,
                        inputFiles(draw, "in/follows-2026-10-31.csv", "in/10/a.csv", "in/10.csv.gz")));

        Calls forget = Calls.of("forget", "10", "--warehouse", warehouse);

        assertEquals(0, forget.code(), forget.err());
        assertEquals("account,reason\n7,10 of 200 stated ties are missing\n", sql("""
                select account, reason from coverage"""));
        assertEquals(
                "evidence,query\n10 followers,select * from lots where account = 7 or other_account = (erased)\n",
                sql("select evidence, query from findings"));
        assertEquals(
                "file\nin/(erased).csv.gz\nin/(erased)/a.csv\nin/follows-2026-10-31.csv\n",
                sql("select file from input_files order by 1"));
    }

    private static Dataset<Row> inputFiles(Drawings draw, String... files) {
        List<String> columns = List.of(INPUT_FILES.schema().fieldNames());
        Object[][] rows = new Object[files.length][];
        for (int i = 0; i < files.length; i++) {
            rows[i] = columns.stream().map(column -> (Object) 10L).toArray();
            rows[i][columns.indexOf("file")] = files[i];
            for (String text : List.of("sha256", "format", "read_as")) {
                rows[i][columns.indexOf(text)] = "of 10 rows";
            }
        }
        return draw.rows(INPUT_FILES, columns, rows);
    }

    private void publish(Drawings draw, Map<Table, Dataset<Row>> tables) {
        Warehouse.at(warehouse, draw.session().sparkContext().hadoopConfiguration())
                .publish(
                        draw.session(),
                        new RunInfo("signatures", new TreeMap<>(), "test", false),
                        draft -> tables.forEach((table, rows) -> draft.write(table, "drawn", "drawn", rows)));
    }

    private String sql(String query) {
        Calls sql = Calls.of("sql", "--warehouse", warehouse, query, "--csv");
        assertEquals(0, sql.code(), sql.err());
        return sql.out().replace("\r", "");
    }

    private String manifests() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of(warehouse, "manifests"))) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
