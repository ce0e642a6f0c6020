package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folders of many exports, read at once. */
@ExtendWith(SparkTest.class)
class InboxTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures");

    @TempDir
    Path folder;

    /** What the engine counted of each file is what the reader alone makes of it, and every record has its place. */
    @Test
    void theWholeFolderOfFixturesIsReadAtOnceAndEveryRecordIsAccountedFor(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.read(FIXTURES.toString());

        assertTrue(run.said.stream().noneMatch(line -> line.startsWith("NOT READ")), run.said.toString());
        assertEquals(
                0,
                run.table(INPUT_FILES)
                        .where("lines <> header + other + accepted + repeated + conflicting + self_ties + rejected")
                        .count());
        Map<String, String> counted = new TreeMap<>();
        run.table(INPUT_FILES)
                .collectAsList()
                .forEach(row -> counted.put(row.<String>getAs("file").replaceFirst("^.*fixtures/", ""), shown(row)));
        for (String fixture : FormatFixturesTest.cases()) {
            Map<String, String> alone = alone(fixture);
            alone.forEach((file, counts) -> {
                String engine = counted.get(file);
                boolean joined = fixture.startsWith("bluesky-jetstream/");
                assertTrue(joined || counts.equals(engine), file + ": " + counts + " alone, but read was " + engine);
            });
        }
    }

    private static String shown(Row row) {
        return row.getAs("lines") + " lines, " + row.getAs("header") + " header, " + row.getAs("other") + " other, "
                + row.getAs("self_ties") + " self ties, " + row.getAs("rejected") + " rejected";
    }

    private static Map<String, String> alone(String fixture) {
        ExportFormat format = Formats.named(Path.of(fixture).getParent().toString());
        Staged staged = Staged.of(format, FIXTURES.resolve(fixture));
        Map<String, String> files = new TreeMap<>();
        for (int unit = 0; unit < staged.export().parts().size(); unit++) {
            String below = staged.export().place().isFile()
                    ? ""
                    : "/" + staged.export().parts().get(unit).entry().path();
            files.put(
                    fixture + below,
                    staged.records(unit) + " lines, " + staged.counted(unit, RowSink.HEADER) + " header, "
                            + staged.counted(unit, RowSink.OTHER) + " other, "
                            + staged.counted(unit, RowSink.SELF_TIE) + " self ties, "
                            + staged.counted(unit, RowSink.REJECTED) + " rejected");
        }
        return files;
    }

    @Test
    void brokenExportsAreReportedAndDoNotStopTheGoodOnes(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        copy("x-archive/2026-10", "inbox/ann-x");
        copy("instagram/2025", "inbox/ann-instagram");
        run.file("inbox/edges-2026-10-31.txt", "# Nodes: 2 Edges: 1\n1 2\n");
        byte[] packed = IngestRun.gzip("follower,followee\n" + "1,2\n".repeat(2_000));
        run.bytes("inbox/cut.csv.gz", java.util.Arrays.copyOf(packed, packed.length - 9));
        run.bytes("inbox/picture.csv", new byte[] {1, 2, 0, 4});
        String inbox = folder.resolve("inbox").toString();
        run.read(inbox);

        assertTable("""
                line  reason
                0     not_read
                0     not_read
                """, run.table(REJECTS).where("reason = 'not_read'"), draw);
        assertTrue(run.hasSaid("NOT READ: " + inbox + "/cut.csv.gz is damaged or cut short"), run.said.toString());
        assertTrue(run.hasSaid("NOT READ: " + inbox + "/picture.csv is a binary file"), run.said.toString());
        assertTrue(run.hasSaid("2 inputs were not read"), run.said.toString());
        assertEquals(
                1, run.table(FOLLOWS).where("follower = 1 and followee = 2").count());
        assertEquals(3, run.table(INPUT_FILES).select(col("format")).distinct().count());
        AssayException refused =
                assertThrows(AssayException.class, () -> run.strict().read(inbox));
        assertTrue(refused.getMessage().contains("cut.csv.gz"), refused.getMessage());
    }

    @Test
    void anInboxOfWhichNothingCanBeReadIsRefused(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        StringBuilder ties = new StringBuilder("follower,followee\n");
        for (int follower = 2; follower < 60_000; follower++) {
            ties.append(follower).append(",1\n");
        }
        byte[] packed = IngestRun.gzip(ties.toString());
        run.bytes("inbox/cut-1.csv.gz", java.util.Arrays.copyOf(packed, packed.length - 9));
        run.bytes("inbox/cut-2.csv.gz", java.util.Arrays.copyOf(packed, packed.length - 99));

        AssayException refused = assertThrows(
                AssayException.class, () -> run.read(folder.resolve("inbox").toString()));
        assertTrue(refused.getMessage().contains("/cut-1.csv.gz is damaged or cut short ("), refused.getMessage());
        assertTrue(!refused.getMessage().contains("null"), refused.getMessage());
    }

    @Test
    void anArchiveDownloadedAgainReplacesTheEarlierOneOfThatAccountOnly(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        copy("x-archive/2026-10", "first");
        copy("instagram/2025", "other");
        run.read(folder.resolve("first").toString(), folder.resolve("other").toString());
        long others = run.table(FOLLOWS).count();
        copy("x-archive/2026-10", "second");
        Path list = folder.resolve("second/data/following.js");
        Files.writeString(list, "window.YTD.following.part0 = [ {\"following\" : {\"accountId\" : \"12\"}} ]");
        run.read(folder.resolve("second").toString());

        assertTrue(run.hasSaid("/second: replaces "), run.said.toString());
        assertEquals(others - 4, run.table(FOLLOWS).count());
        assertEquals(1, run.table(FOLLOWS).where("followee = 12").count());
    }

    private void copy(String fixture, String to) throws IOException {
        Path from = FIXTURES.resolve(fixture);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
