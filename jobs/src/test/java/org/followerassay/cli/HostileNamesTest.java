package org.followerassay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names that a stranger chose to do harm, from the export to every form of every kind of report. */
@ExtendWith(SparkTest.class)
class HostileNamesTest {
    private static final String MARKUP = "<script>alert(1)</script>";
    private static final String FORMULA = "=cmd|'/c calc'!A0";
    private static final String TURNED = "\u202Eevil\u0007";
    private static final String LONG = "\uD83D\uDE00".repeat(300);
    private static final List<String> NAMES = List.of(MARKUP, FORMULA, TURNED, LONG);

    private static final Pattern BEGINS_A_FORMULA = Pattern.compile("(?m)(^|,)\"?([=+@\t]|-[^0-9])");

    @TempDir
    static Path folder;

    private static String warehouse;

    @BeforeAll
    static void aWarehouseOfThem(SparkSession session) throws IOException {
        warehouse = folder.resolve("warehouse").toString();
        StringBuilder ties = new StringBuilder("follower,followee\n");
        StringBuilder accounts = new StringBuilder("account,handle,followers\n");
        for (int list = 0; list < NAMES.size(); list++) {
            accounts.append(list + 1)
                    .append(",\"")
                    .append(NAMES.get(list))
                    .append("\",")
                    .append(20 + list)
                    .append("\n");
            for (int follower = 0; follower < 20 + list; follower++) {
                ties.append(1_000 + follower).append(",").append(list + 1).append("\n");
            }
        }
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("ties.csv"), ties.toString());
        Files.writeString(exports.resolve("accounts.csv"), accounts.toString());
        call("ingest", "--input", exports.toString(), "--warehouse", warehouse, "--snapshot", "2026-10-31");
        call("rank", "--warehouse", warehouse);
    }

    @Test
    void areHarmlessInAReport() throws IOException {
        harmless("report", call("report", "--warehouse", warehouse, "--out", out("report")));
    }

    @Test
    void areHarmlessOnACard() throws IOException {
        for (int i = 0; i < NAMES.size(); i++) {
            String out = "card" + i;
            harmless(out, call("report", "--warehouse", warehouse, "--card", ids().get(i), "--out", out(out)));
        }
    }

    @Test
    void areHarmlessInAComparison() throws IOException {
        List<String> ids = ids();
        harmless(
                "comparison",
                call(
                        "compare",
                        ids.get(0),
                        ids.get(1),
                        ids.get(2),
                        ids.get(3),
                        "--warehouse",
                        warehouse,
                        "--out",
                        out("comparison")));
    }

    @Test
    void areHarmlessInAnEditionThatNamesThem() throws IOException {
        harmless(
                "edition",
                call(
                        "report",
                        "--warehouse",
                        warehouse,
                        "--edition",
                        "2026-Q4",
                        "--named",
                        String.join(",", ids()),
                        "--out",
                        out("edition")));
    }

    private static String out(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> ids() {
        String found =
                call("sql", "--warehouse", warehouse, "select account from audience_rank order by followers", "--csv");
        List<String> ids = found.lines().skip(1).toList();
        assertEquals(NAMES.size(), ids.size(), found);
        return ids;
    }

    private static void harmless(String report, String printed) throws IOException {
        assertFalse(printed.contains("\u202E") || printed.contains("\u0007"), printed);
        try (var files = Files.walk(folder.resolve(report))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                boolean binary = name.endsWith(".parquet");
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                boolean page = name.endsWith(".html") || name.endsWith(".md");
                assertFalse(page && text.contains(MARKUP), name);
                assertFalse(text.contains("\u202E") || (text.contains("\u0007") && !binary), name);
                assertFalse(text.contains("\uD83D\uDE00".repeat(61)), name);
                assertFalse(
                        name.endsWith(".csv") && BEGINS_A_FORMULA.matcher(text).find(), name + ": " + text);
            }
        }
        String page = Files.readString(folder.resolve(report).resolve("report.html"));
        assertTrue(
                page.contains("&lt;script&gt;alert(1)")
                        || page.contains("evil")
                        || page.contains("cmd|")
                        || page.contains("\uD83D\uDE00"),
                "no name is on the page");
        assertEquals(3, Pattern.compile("<script").matcher(page).results().count(), "scripts on the page");
    }

    private static String call(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.execute(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, code, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
