package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.LISTS;
import static org.followerassay.table.IngestTables.REJECTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faster way through long lists of ties gives what the ordinary way gives, whatever the lines hold. */
@ExtendWith(SparkTest.class)
class PlainWayTest {
    private static final String SETTING = "spark.assay.plainFromBytes";
    private static final String FILES = "spark.assay.plainTiesOfAFile";

    /** Twelve ways in which lines of real copies are damaged, and some that only look so. */
    private static final List<String> ODD = List.of(
            "7",
            "12x 8",
            "8 -3",
            "0012 4",
            "99999999999999999999 5",
            "9223372036854775808 5",
            "9223372036854775807 5",
            "5 6 -1",
            "\u00fcber 4",
            "3 4 \u00e9",
            "1;2",
            "3.5 4",
            "# a note",
            "  11\t12  ",
            "13,14,0.5",
            "",
            "4 4",
            "1 2\r");

    @TempDir
    Path folder;

    @AfterEach
    void ordinaryAgain(Drawings draw) {
        draw.session().conf().unset(SETTING);
        draw.session().conf().unset(FILES);
    }

    @ParameterizedTest(name = "seed {0}, {1}, {2}, {3} ties a file")
    @CsvSource({"1, directed, plain, 500", "2, directed, gz, 900", "3, undirected, plain, 2000000"})
    void bothWaysGiveTheSameTables(int seed, String direction, String packing, String together, Drawings draw)
            throws IOException {
        draw.session().conf().set(FILES, together);
        byte[] text = lines(seed, direction);
        byte[] content = packing.equals("gz") ? IngestRun.gzip(new String(text, StandardCharsets.ISO_8859_1)) : text;
        IngestRun ordinary = run(draw, "ordinary", Long.MAX_VALUE, content);
        IngestRun faster = run(draw, "faster", 0, content);

        for (Table table : List.of(FOLLOWS, LISTS, REJECTS, COVERAGE)) {
            assertSame(withoutFile(ordinary.table(table)), withoutFile(faster.table(table)));
        }
        assertSame(withoutFile(ordinary.table(INPUT_FILES)), withoutFile(faster.table(INPUT_FILES)));
        assertTrue(faster.table(REJECTS).count() > 100, "the lines are damaged as meant");
        String said = ordinary.said.get(0).substring(ordinary.said.get(0).indexOf("edges"));
        assertEquals(said, faster.said.get(0).substring(faster.said.get(0).indexOf("edges")));
    }

    @Test
    void aLongPackedListThatIsDamagedIsRefusedAndLeavesNothing(Drawings draw) throws IOException {
        byte[] packed = IngestRun.gzip(longList());
        assertTrue(packed.length > 1 << 20, "long enough for the faster way as it is set: " + packed.length);
        byte[] cut = Arrays.copyOf(packed, packed.length - 4);
        byte[] turned = packed.clone();
        turned[packed.length / 2] ^= 1;
        byte[] half = Arrays.copyOf(packed, packed.length / 2);

        for (byte[] damaged : List.of(cut, turned, half)) {
            IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
            run.refuses(run.bytes("edges.txt.gz", damaged), "damaged or cut short");
            assertEquals(List.of(), tableFiles());
        }
    }

    @Test
    void strictRefusesALongListForASingleLineAndNamesIt(Drawings draw) throws IOException {
        String list = longList();
        int at = list.indexOf('\n', list.length() / 2) + 1;
        long line = list.substring(0, at).lines().count() + 1;
        String spoilt = list.substring(0, at) + "12x 8\n" + list.substring(at);
        IngestRun strict = new IngestRun(draw.session(), folder)
                .snapshot("2026-10-31T00:00:00Z")
                .strict();

        strict.refuses(
                strict.file("edges.txt", spoilt), "1 line was rejected", String.format("line %,d ", line), "'12x'");

        assertEquals(List.of(), tableFiles());
        IngestRun lenient = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        lenient.read(lenient.file("edges.txt", spoilt));
        assertEquals(line, lenient.table(REJECTS).select("line").head().getLong(0));
    }

    /** So many ties that even packed they are above the setting from which on the faster way is taken. */
    private static String longList() {
        Random random = new Random(9);
        StringBuilder text = new StringBuilder("# directed graph\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(random.nextInt(2_000_000_000))
                    .append('\t')
                    .append(random.nextInt(2_000_000))
                    .append('\n');
        }
        return text.toString();
    }

    private List<Path> tableFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse/tables"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private IngestRun run(Drawings draw, String name, long from, byte[] content) {
        draw.session().conf().set(SETTING, Long.toString(from));
        IngestRun run = new IngestRun(draw.session(), folder.resolve(name)).snapshot("2026-10-31T00:00:00Z");
        run.read(run.bytes("edges.txt", content));
        return run;
    }

    private static Dataset<Row> withoutFile(Dataset<Row> rows) {
        return rows.drop("file", "sha256");
    }

    private static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
        assertEquals(List.of(), actual.exceptAll(expected).limit(5).collectAsList(), "too much");
        assertEquals(List.of(), expected.exceptAll(actual).limit(5).collectAsList(), "missing");
    }

    private static byte[] lines(int seed, String direction) {
        Random random = new Random(seed);
        // One that states more ties than it holds: none of its lists is whole.
        String claim = seed == 2 ? "# Nodes: 400 Edges: 70000\n" : "";
        StringBuilder text = new StringBuilder("# " + direction + " graph\n" + claim);
        for (int i = 0; i < 6_000; i++) {
            if (random.nextInt(20) == 0) {
                text.append(ODD.get(random.nextInt(ODD.size())));
            } else if (random.nextInt(900) == 0) {
                text.append("x".repeat(5_000));
            } else {
                text.append(random.nextInt(60))
                        .append(random.nextBoolean() ? '\t' : ' ')
                        .append(random.nextInt(400));
            }
            text.append(i == 5_999 ? "" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            // Some lines are not UTF-8: one half of a character is cut out.
            bytes[i] = bytes[i] == (byte) 0xa9 && random.nextBoolean() ? (byte) ' ' : bytes[i];
        }
        return bytes;
    }
}
