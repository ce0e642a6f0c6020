package org.followerassay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an agency has after a year: exports of many kinds in one folder, two of them broken, and one command. */
@ExtendWith(SparkTest.class)
class InboxRunTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures");

    @TempDir
    static Path folder;

    private static Path inbox;
    private static Path report;
    private static String warehouse;
    private static Call run;

    @BeforeAll
    static void aRunOverTheInbox() throws IOException {
        inbox = folder.resolve("inbox");
        report = folder.resolve("report");
        warehouse = folder.resolve("warehouse").toString();
        copy("x-archive/2026-10", "x-ann");
        zip("x-archive/2026-09", "x-ann-september.zip", "twitter-2026-09/");
        copy("instagram/2025", "instagram-ann");
        copy("facebook/2024", "facebook-ann");
        copy("linkedin/2026", "linkedin-cleo");
        copy("tiktok/2026", "tiktok-ann");
        copy("mastodon/v4", "mastodon-ann");
        copy("edges.txt", "edges-2026-10-31.txt");
        copy("own/accounts.csv", "accounts.csv");
        copy("ordered_followers.csv", "ordered_followers.csv");
        copy("bluesky-jetstream/2024-09/jetstream.json", "jetstream.json");
        byte[] packed = gzip("follower,followee\n" + "1,2\n".repeat(2_000));
        Files.write(inbox.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 9));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox.resolve("trap.zip")))) {
            put(zip, "../follows.csv", "follower,followee\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        run = call("run", "--input", inbox.toString(), "--warehouse", warehouse, "--out", report.toString());
    }

    @Test
    void whatCanBeReadIsReadAndTheRestIsNamed() {
        assertEquals(0, run.code, run.err);
        List<String> unread =
                run.err.lines().filter(line -> line.startsWith("NOT READ")).toList();
        assertEquals(2, unread.size(), run.err);
        assertTrue(run.err.contains("NOT READ: " + inbox + "/cut.csv.gz is damaged or cut short"), run.err);
        assertTrue(run.err.contains("NOT READ: " + inbox + "/trap.zip names a file outside of itself"), run.err);
        assertTrue(run.err.contains("2 inputs were not read"), run.err);
        assertTrue(run.err.contains("snapshot 2026-10-31, from the file's name"), run.err);
        assertFalse(Files.exists(folder.resolve("follows.csv")), "nothing is unpacked beside the inbox");
    }

    @Test
    void everyExportIsOfItsFormat() {
        assertEquals(
                """
                format,exports
                bluesky-jetstream,1
                columns,2
                edgelist,1
                facebook,1
                instagram,1
                linkedin,1
                mastodon,1
                tiktok,1
                x-archive,2
                """,
                sql(
                        "select format, count(distinct sha256) as exports from input_files group by format order by format"));
    }

    @Test
    void everyRecordOfEveryFileIsAccountedFor() {
        assertEquals("file\n", sql("""
                select file from input_files
                where lines <> header + other + accepted + repeated + conflicting + self_ties + rejected"""));
        String all = sql("select cast(sum(rejected) as bigint) as rows from input_files");
        assertEquals(all, sql("select count(*) as rows from rejects where reason <> 'not_read'"));
    }

    @Test
    void rejectsAreToldByReason() {
        List<String> known =
                Stream.of(RejectReason.values()).map(RejectReason::code).toList();
        List<String> reasons = sql("select reason, count(*) as rows from rejects group by reason order by reason")
                .lines()
                .skip(1)
                .toList();

        assertTrue(reasons.contains("not_read,2"), reasons.toString());
        assertTrue(reasons.size() > 3, reasons.toString());
        for (String reason : reasons) {
            assertTrue(known.contains(reason.substring(0, reason.indexOf(','))), reason);
        }
    }

    @Test
    void twoArchivesOfOneAccountAreTwoSnapshotsOfItsLists() {
        assertEquals("""
                day,direction,listed,complete
                2026-09-30,followees,5,true
                2026-09-30,followers,12,true
                2026-10-31,followees,5,true
                2026-10-31,followers,11,true
                """, sql("""
                select cast(snapshot as date) as day, direction, listed, complete from coverage
                where account = (select account from identities where platform = 'x') and snapshot > '2026-09-01'
                order by day, direction"""));
    }

    @Test
    void theReportComparesAccounts() throws IOException {
        assertTrue(Files.readString(report.resolve("report.html")).contains("<html"), run.out);
        assertTrue(Files.readAllLines(report.resolve("tables/comparison.csv")).size() > 2, "two accounts or more");
        assertTrue(Files.readAllLines(report.resolve("tables/inputs.csv")).size() > 11, "a header and all inputs");
        String rejects = Files.readString(report.resolve("tables/rejects.csv"));
        assertTrue(rejects.contains("not_read"), rejects);
    }

    @Test
    void theTablesAreListed() {
        Call tables = call("tables", "--warehouse", warehouse);

        assertEquals(0, tables.code, tables.err);
        for (String table : List.of("follows", "accounts", "coverage", "follow_events", "rejects", "input_files")) {
            assertTrue(tables.out.lines().anyMatch(line -> line.matches(table + " +[1-9][0-9,]* .*")), tables.out);
        }
    }

    @Test
    void whoWantsNoDoubtIsToldTheBrokenFile() {
        Call strict = call("ingest", "--input", inbox.toString(), "--warehouse", folder + "/strict", "--strict");

        assertEquals(3, strict.code, strict.err);
        assertTrue(strict.err.contains("trap.zip") || strict.err.contains("cut.csv.gz"), strict.err);
        assertFalse(strict.err.contains("\tat "), strict.err);
    }

    /** Without the carriage returns of RFC 4180. */
    private static String sql(String query) {
        Call sql = call("sql", "--warehouse", warehouse, query, "--csv");
        assertEquals(0, sql.code, sql.err);
        return sql.out.replace("\r", "");
    }

    private static void copy(String fixture, String to) throws IOException {
        Path from = FIXTURES.resolve(fixture);
        for (Path file : files(from)) {
            Path target = Files.isDirectory(from)
                    ? inbox.resolve(to).resolve(from.relativize(file).toString())
                    : inbox.resolve(to);
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    /** As platforms pack them: everything in one folder. */
    private static void zip(String fixture, String to, String top) throws IOException {
        Path from = FIXTURES.resolve(fixture);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox.resolve(to)))) {
            for (Path file : files(from)) {
                put(zip, top + from.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Call call(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.execute(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Call(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Call(int code, String out, String err) {}
}
