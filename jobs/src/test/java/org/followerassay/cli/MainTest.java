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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its users call it, from the command line to the exit code. */
@ExtendWith(SparkTest.class)
class MainTest {
    private static final String TIES = "follower,followee\n2,1\n3,1\n1,2\n4,1\n";

    @TempDir
    static Path folder;

    private static String warehouse;

    @BeforeAll
    static void aSmallWarehouse(SparkSession session) throws IOException {
        warehouse = folder.resolve("warehouse").toString();
        Path export = Files.writeString(folder.resolve("follows.csv"), TIES);
        Call run = call(
                "run",
                "--input",
                export.toString(),
                "--warehouse",
                warehouse,
                "--out",
                folder.resolve("report").toString());
        assertEquals(0, run.code, run.err);
        assertTrue(Files.exists(folder.resolve("report/report.html")), run.out);
    }

    @Test
    void sqlPrintsTheResultAndNothingElse() {
        Call sql = call(
                "sql",
                "--warehouse",
                warehouse,
                "select account, followers, mutual from degrees order by account",
                "--csv");

        assertEquals(0, sql.code, sql.err);
        assertEquals("account,followers,mutual\r\n1,3,1\r\n2,1,1\r\n3,0,0\r\n4,0,0\r\n", sql.out);
    }

    @Test
    void tablesListsWhatIsPublished() {
        Call tables = call("tables", "--warehouse", warehouse);

        assertEquals(0, tables.code, tables.err);
        assertTrue(tables.out.contains("follows                           4  file:"), tables.out);
        assertTrue(call("tables", "--columns", "--warehouse", warehouse)
                .out
                .contains("one row per tie seen in a snapshot"));
    }

    @Test
    void explainAndCompareKnowTheAccounts() {
        assertTrue(call("explain", "1", "--warehouse", warehouse).out.contains("No finding about account 1."));
        assertTrue(call("compare", "1", "2", "--warehouse", warehouse).out.contains("Shared followers"));
        assertEquals(2, call("compare", "1", "--warehouse", warehouse).code);
        assertEquals(2, call("compare", "1", "99", "--warehouse", warehouse).code);
        assertEquals(3, call("explain", "@nobody", "--warehouse", warehouse).code);
    }

    @Test
    void aSecondRunOfTheSameInputChangesNothing() {
        String before = call("sql", "--warehouse", warehouse, "select * from degrees order by account", "--csv").out;

        Call again = call(
                "run",
                "--input",
                folder.resolve("follows.csv").toString(),
                "--warehouse",
                warehouse,
                "--out",
                folder.resolve("report").toString());

        assertEquals(0, again.code, again.err);
        assertTrue(again.err.contains("unchanged, kept"), again.err);
        assertFalse(again.err.matches("(?s).*step [0-9]+ of [0-9]+: [^\n]* s\n.*"), again.err);
        assertEquals(
                before, call("sql", "--warehouse", warehouse, "select * from degrees order by account", "--csv").out);
    }

    @Test
    void purgedStatesAreGoneAndTheCurrentOneIsNot() throws IOException {
        String own = folder.resolve("purged").toString();
        Path export = folder.resolve("grows.csv");
        for (String ties : List.of(TIES, TIES + "5,1\n", TIES + "5,1\n6,1\n")) {
            Files.writeString(export, ties);
            Call ingest = call("ingest", "--input", export.toString(), "--warehouse", own);
            assertEquals(0, ingest.code, ingest.err);
        }
        String query = "select count(*) as rows from follows";
        String before = call("sql", "--warehouse", own, query, "--csv").out;

        Call young = call("purge", "--warehouse", own);
        Call pretended = call("purge", "--warehouse", own, "--keep-days", "0", "--dry-run");
        Call purged = call("purge", "--warehouse", own, "--keep-days", "0");

        assertTrue(young.out.startsWith("deleted 0 earlier states"), young.out + young.err);
        assertTrue(pretended.out.startsWith("would delete 2 earlier states"), pretended.out + pretended.err);
        assertTrue(purged.out.startsWith("deleted 2 earlier states"), purged.out + purged.err);
        assertTrue(purged.out.strip().endsWith("; 1 is kept"), purged.out);
        assertEquals(before, call("sql", "--warehouse", own, query, "--csv").out);
        assertEquals(2, call("purge", "--warehouse", own, "--keep-days", "-1").code);
    }

    @Test
    void aForgottenAccountIsNowhere() throws IOException {
        String own = folder.resolve("forgetful").toString();
        Path export = Files.writeString(folder.resolve("forget.csv"), TIES.replace("4,1", "777,1"));
        Path reference = Files.writeString(folder.resolve("reference.txt"), "# well known\n1\n777 # not listed\n");
        Call run = call(
                "run",
                "--input",
                export.toString(),
                "--warehouse",
                own,
                "--reference",
                reference.toString(),
                "--out",
                folder.resolve("r2").toString());
        assertTrue(run.err.contains("reference: 2 accounts from " + reference + ", 1 with a follower list"), run.err);

        Call forget = call("forget", "777", "--warehouse", own);

        assertEquals(0, forget.code, forget.err);
        assertEquals(
                "rows\r\n0\r\n",
                call("sql", "--warehouse", own, "select count(*) as rows from follows where follower = 777", "--csv")
                        .out);
        assertEquals(
                "rows\r\n3\r\n", call("sql", "--warehouse", own, "select count(*) as rows from follows", "--csv").out);
        try (var files = Files.walk(Path.of(own))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"777\""), file.toString());
            }
        }
    }

    @Test
    void optionsComeFromAFileAndTheCommandLineWins() throws IOException {
        Path config = Files.writeString(folder.resolve("assay.yaml"), "warehouse: " + warehouse + "\ncsv: true\n");

        assertEquals(0, call("sql", "--config", config.toString(), "select 1 as one").code);
        assertEquals("one\r\n1\r\n", call("sql", "--config=" + config, "select 1 as one").out);
        assertEquals(3, call("sql", "--config=" + config, "--warehouse", folder + "/other", "select 1").code);

        Call unknown = call(
                "sql",
                "--config",
                Files.writeString(folder.resolve("x.properties"), "wharehouse=x")
                        .toString(),
                "x");
        assertEquals(2, unknown.code);
        assertTrue(unknown.err.contains("'wharehouse'"), unknown.err);
    }

    @Test
    void usageErrorsSayWhatToDo() {
        assertEquals(2, call().code);
        assertEquals(2, call("run").code);
        assertEquals(2, call("runn").code);
        assertEquals(2, call("sql", "--warehouse", warehouse, "select nothing from nowhere").code);
        Call day = call("run", "--input", "x", "--warehouse", warehouse, "--out", "y", "--snapshot", "soon");
        assertEquals(2, day.code);
        assertTrue(day.err.contains("--snapshot must be a day like 2026-10-31"), day.err);
    }

    @ParameterizedTest(name = "help of {0}")
    @ValueSource(
            strings = {
                "run",
                "ingest",
                "signatures",
                "churn",
                "rank",
                "report",
                "compare",
                "explain",
                "tables",
                "sql",
                "demo",
                "simulate",
                "evaluate",
                "forget",
                "purge",
                "doctor"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        Call help = call(command, "--help");

        assertEquals(0, help.code, help.err);
        assertTrue(help.out.contains("Example"), help.out);
        assertTrue(help.out.contains("assay " + command), help.out);
    }

    @Test
    void badInputEndsInItsOwnErrorAndTheEarlierResultStands() throws IOException {
        byte[] whole = gzip(TIES.repeat(2_000));
        Path truncated = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        Path pointer = Files.writeString(
                folder.resolve("graph.txt"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n");
        Path binary =
                Files.write(folder.resolve("noise.csv"), new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 0, 0, 9});
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path headerOnly = Files.writeString(folder.resolve("header.csv"), "follower,followee\n");

        List<Call> calls = List.of(
                ingest(folder.resolve("missing.csv").toString()),
                ingest(truncated.toString()),
                ingest(pointer.toString()),
                ingest(binary.toString()),
                ingest(empty.toString()),
                ingest(headerOnly.toString()),
                ingest(folder.resolve("follows.csv").toString(), "--format", "x-archive"),
                reference("absent.txt", Optional.empty()),
                reference("strangers.txt", Optional.of("@ann_example\n")),
                reference("unlisted.txt", Optional.of("987654321\n")),
                reference("nobody.txt", Optional.of("# to be written\n")));
        List<String> named = List.of(
                "missing.csv",
                "cut.csv.gz",
                "graph.txt",
                "noise.csv",
                "empty.csv",
                "header.csv",
                "follows.csv",
                "absent.txt",
                "strangers.txt",
                "unlisted.txt",
                "nobody.txt");

        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            assertEquals(3, call.code, named.get(i) + ": " + call.err);
            assertTrue(call.err.contains(named.get(i)), call.err);
            assertFalse(call.err.contains("\tat "), call.err);
        }
        assertEquals(
                "rows\r\n4\r\n",
                call("sql", "--warehouse", warehouse, "select count(*) as rows from follows", "--csv").out);
    }

    @Test
    void anUnwritableWarehouseIsAFailureWithARemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "x");

        Call call =
                call("ingest", "--input", folder.resolve("follows.csv").toString(), "--warehouse", file + "/warehouse");

        assertEquals(1, call.code, call.err);
        assertTrue(call.err.contains("can't be written") && call.err.contains("--warehouse"), call.err);
    }

    private static Call reference(String name, Optional<String> text) throws IOException {
        Path file = folder.resolve(name);
        if (text.isPresent()) {
            Files.writeString(file, text.get());
        }
        return call("signatures", "--warehouse", warehouse, "--reference", file.toString());
    }

    private static Call ingest(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("ingest", "--input", input, "--warehouse", warehouse));
        args.addAll(List.of(more));
        return call(args.toArray(String[]::new));
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
