package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to do harm, or were damaged: each record is a row or a reject, each file read or refused. */
class HostileTextTest {
    private static final byte[] LINES = "1\n2\n3\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** The account on each line. */
    private static final class AccountLines extends LineReader {
        private static final long serialVersionUID = 1L;

        AccountLines() {
            super(0);
        }

        @Override
        public Set<String> columns() {
            return Set.of("account");
        }

        @Override
        protected void line(String line, RowSink rows) {
            rows.profile().account("account", line).keep();
        }
    }

    /** The account in the first cell. */
    private static final class AccountCells extends CsvReader {
        private static final long serialVersionUID = 1L;

        AccountCells() {
            super(',', 0);
        }

        @Override
        public Set<String> columns() {
            return Set.of("account");
        }

        @Override
        protected void row(List<String> cells, RowSink rows) {
            rows.profile().account("account", cells.get(0)).keep();
        }
    }

    /** The accounts of an array. */
    private static final class AccountElements extends JsonArrayReader {
        private static final long serialVersionUID = 1L;

        AccountElements() {
            super(List.of(""));
        }

        @Override
        public Set<String> columns() {
            return Set.of("account", "handle", "posts");
        }

        @Override
        protected void element(String array, JsonNode element, RowSink rows) {
            rows.profile()
                    .account("account", Json.text(element, "id"))
                    .text("handle", Json.text(element, "name"))
                    .count("posts", Json.text(element, "posts"))
                    .keep();
        }
    }

    private static List<String> verdicts(RowReader reader, byte[]... input) throws IOException {
        return verdicts(
                reader,
                new SequenceInputStream(Collections.enumeration(
                        Stream.of(input).map(ByteArrayInputStream::new).toList())));
    }

    /** For each record its account or the code of its rejection; what damages the file is thrown. */
    private static List<String> verdicts(RowReader reader, InputStream input) throws IOException {
        StagedColumns columns = StagedColumns.with(reader.columns());
        RowSink sink = new RowSink(columns, Ids.open(), "x", null, 0);
        List<String> verdicts = new ArrayList<>();
        try (RowReader.Records records = reader.open(input, sink)) {
            while (records.next()) {
                for (Object[] row = sink.poll(); row != null; row = sink.poll()) {
                    verdicts.add(String.valueOf(row[2].equals("row") ? row[columns.place("account")] : row[5]));
                }
            }
        }
        return verdicts;
    }

    private static List<String> lines(String text) throws IOException {
        return verdicts(new AccountLines(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(String text) throws IOException {
        return verdicts(new AccountCells(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> elements(String text) throws IOException {
        return verdicts(new AccountElements(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String damage(String text) {
        return assertThrows(IOException.class, () -> elements(text)).getMessage();
    }

    private Entry entry(String name, byte[] bytes) throws IOException {
        return Staged.place(Files.write(folder.resolve(name), bytes)).file();
    }

    private String refusal(byte[] bytes) throws IOException {
        Entry entry = entry("export.csv", bytes);
        return assertThrows(AssayException.class, entry::lines).getMessage();
    }

    @Test
    void aMarkInFrontOfTheTextIsNoPartOfIt() throws IOException {
        assertEquals(List.of("1", "2"), lines("\uFEFF1\n2\n"));
        assertEquals(List.of("7"), elements("\uFEFF[{\"id\": 7}]"));
        assertEquals(
                "7",
                entry("a.json", "\uFEFF{\"id\": 7}".getBytes(StandardCharsets.UTF_8))
                        .json()
                        .path("id")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsNamedAndRefused(String charset) throws IOException {
        String sentence = refusal("follower,followee\n1,2\n".getBytes(Charset.forName(charset)));

        assertTrue(sentence.matches("export\\.csv (is|looks like) UTF-16.*"), sentence);
        Entry json = entry("a.json", "{\"id\": 7}".getBytes(Charset.forName(charset)));
        assertTrue(assertThrows(AssayException.class, json::json).getMessage().contains("UTF-16"));
    }

    @Test
    void oldLineEndsAndBinaryFilesAreRefused() throws IOException {
        assertTrue(refusal("1,2\r3,4\r".getBytes(StandardCharsets.UTF_8)).contains("carriage return only"));
        assertTrue(refusal("1,2\n\u0000\n".getBytes(StandardCharsets.UTF_8)).contains("is a binary file"));
    }

    @Test
    void bytesThatAreNoUtf8CostTheirOwnLine() throws IOException {
        byte[] bytes = {'1', '\n', (byte) 0xc0, (byte) 0xb2, '\n', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n', '2'};

        assertEquals(List.of("1", "bad_encoding", "bad_encoding", "2"), verdicts(new AccountLines(), bytes));
        assertEquals(List.of("1", "bad_encoding", "bad_encoding", "2"), verdicts(new AccountCells(), bytes));
    }

    @Test
    void zeroBytesInALineAreNoAccount() throws IOException {
        assertEquals(List.of("1", "bad_id", "bad_id", "2"), lines("1\n\u00002\nan\u0000n\n2"));
    }

    @Test
    void aLineOfTenMegabytesIsRejectedAndTheNextIsRead() throws IOException {
        String text = "1\n" + "9".repeat(10 << 20) + "\n2\n";

        assertEquals(List.of("1", "too_long", "2"), lines(text));
        assertEquals(List.of("1", "too_long", "2"), cells(text));
    }

    @Tag("slow")
    @Test
    void aLineWithoutEndIsRejectedInLittleMemory() {
        InputStream endless = new InputStream() {
            private long left = 2L << 30;

            @Override
            public int read() {
                return left-- > 0 ? '1' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = (int) Math.min(length, left);
                Arrays.fill(bytes, offset, offset + count, (byte) '1');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };

        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertEquals(List.of("too_long"), verdicts(new AccountLines(), endless)));
    }

    @Test
    void aStreamThatGivesNoBytesForOnceIsNotAtItsEnd() throws IOException {
        InputStream slow = new ByteArrayInputStream(LINES) {
            private boolean pause;

            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                pause = !pause;
                return pause ? 0 : super.read(bytes, offset, 1);
            }
        };

        assertEquals(List.of("1", "2", "3"), verdicts(new AccountLines(), slow));
    }

    @Tag("slow")
    @Test
    void quotesThatNeverEndCostTheirOwnLineAndLittleTime() {
        for (String line : List.of("\"a\n", "\"a,\"b\n", "1,\"x\n", ",\"\"\"x\n", "\"\n", "a,\",\n")) {
            String text = line.repeat(200_000) + "7\n";
            List<String> verdicts =
                    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> cells(text), () -> "too slow: " + line);
            assertEquals("7", verdicts.get(verdicts.size() - 1), line);
        }
        String wide = ("\"" + "x".repeat(1_000) + "\n").repeat(2_000) + "7\n";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> cells(wide));
    }

    @Test
    void aCellThatGoesOnForAMegabyteIsReadOrRejectedButNeverSwallowsTheRest() throws IOException {
        assertEquals(List.of("1", "2"), cells("1,\"" + "x\n".repeat(900) + "\"\n2\n"));
        List<String> verdicts = cells("1,\"" + "7\n".repeat(1_100) + "\"\n2\n");
        assertEquals("open_quote", verdicts.get(0));
        assertEquals("2", verdicts.get(verdicts.size() - 1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a",
                "a,b",
                "\"a\"",
                "\"a\"\"b\"",
                " \"a\" ,b",
                "\"a",
                "a,\"b",
                "\"a\"b",
                "a\"b",
                "\"\"",
                "\"",
                ",",
                "",
                "a,",
                ",\"",
                "\"a,b\",",
                "\"\"\"",
                "\"\"\"\"",
                " ",
                " \""
            })
    void theShortLookAtALineSaysWhatItsSplittingSays(String line) {
        CellSplitter comma = new CellSplitter(',');

        assertEquals(comma.cells(line) != null, comma.endOf(line, false) == CellSplitter.End.WHOLE);
        assertEquals(
                comma.cells("\"\n" + line) != null,
                comma.endOf(line, true) == CellSplitter.End.WHOLE,
                "as a second line");
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        assertTrue(damage("[".repeat(1_000_000)).contains("longer or deeper than any export writes"));
        assertTrue(damage("[" + "{\"a\":".repeat(200) + "1").contains("longer or deeper"));
        assertThrows(IOException.class, () -> Json.of("[".repeat(1_000_000)));
    }

    @Test
    void aKeyNamedTwiceRejectsItsElementOnly() throws IOException {
        assertEquals(
                List.of("bad_record", "2", "bad_record", "3"),
                elements("[{\"id\":1,\"id\":2},{\"id\":2},{\"a\":[{\"b\":1,\"b\":{\"c\":[]}}],\"x\":[1]},{\"id\":3}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"7\"', 7",
        "7, 7",
        "7.0, bad_id",
        "1e400, bad_id",
        "-7, bad_id",
        "1000000000000000000000000000000, bad_id",
        "9223372036854775808, bad_id",
        "9223372036854775807, 9223372036854775807",
        "null, missing_cell",
        "[7], missing_cell",
        "'{\"id\":7}', missing_cell"
    })
    void anIdIsAnIdHoweverItIsWrittenOrIsNone(String written, String verdict) throws IOException {
        assertEquals(List.of(verdict), elements("[{\"id\": " + written + "}]"));
    }

    @Test
    void aNumberOfAThousandDigitsEndsTheReading() {
        assertTrue(damage("[{\"id\": " + "9".repeat(5_000) + "}]").contains("longer or deeper"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "5.5", "-1", "99999999999999999999"})
    void aCountThatIsNoneIsRejected(String posts) throws IOException {
        assertEquals(List.of("bad_number"), elements("[{\"id\": 7, \"posts\": " + posts + "}]"));
    }

    @Test
    void halfACharacterIsNoName() throws IOException {
        assertEquals(List.of("bad_id", "bad_id"), elements("[{\"id\": \"a\\ud800\"}, {\"id\": \"a\\udc00\"}]"));
        assertEquals(List.of("bad_encoding"), elements("[{\"id\": 7, \"name\": \"\\ud800\"}]"));
        assertEquals(List.of("7"), elements("[{\"id\": 7, \"name\": \"\\ud83c\\udf38\"}]"));
    }

    @Test
    void anElementThatWouldFillTheMemoryEndsTheReading() {
        assertTrue(
                damage("[{\"id\":7,\"x\":[" + "[],".repeat(2_000_000) + "[]]}]").contains("longer or deeper"));
        assertTrue(damage("[{\"id\":7,\"x\":[" + ("\"" + "x".repeat(1_000_000) + "\",").repeat(40) + "1]}]")
                .contains("longer or deeper"));
    }

    @Test
    void aSmallFileThatWouldFillTheMemoryIsRefused() throws IOException {
        Entry entry = entry("a.json", ("[" + "{},".repeat(9_000_000) + "{}]").getBytes(StandardCharsets.UTF_8));

        assertTrue(assertThrows(AssayException.class, entry::json).getMessage().contains("a.json is damaged"));
        Entry longer = entry("b.json", ("[" + " ".repeat(33 << 20) + "]").getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(AssayException.class, longer::json).getMessage().contains("larger than 32 MiB"));
    }

    @Tag("slow")
    @Test
    void aDocumentOfAMillionDifferentKeysIsPassedOver() {
        StringBuilder keys = new StringBuilder("{");
        IntStream.range(0, 1_000_000)
                .forEach(i -> keys.append("\"key").append(i).append("\":{},"));

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertEquals(List.of(), elements(keys + "\"end\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "[", "[{\"id\":7}", "[{\"id\":7},", "{\"a\":[", "[}", "[7]]", "[nul]"})
    void whatEndsInTheMiddleOrIsNoJsonIsSaid(String text) {
        assertTrue(damage(text).length() > 15, damage(text));
    }

    @Test
    void anEmptyFileIsNoLinesAtAll() throws IOException {
        assertEquals(List.of(), lines(""));
        assertEquals(List.of(), cells(""));
        assertEquals(List.of(), entry("a.csv", new byte[0]).lines());
    }

    @Test
    void membersOfAGzipOneAfterTheOtherAreOneText() throws IOException {
        Entry entry = entry("a.csv.gz", joined(gzip(LINES), gzip(LINES)));

        assertEquals(List.of("1", "2", "3", "1", "2", "3"), verdicts(new AccountLines(), entry.open()));
    }

    @Test
    void aPackedFileThatIsCutShortOrGoesOnIsDamagedWhereverItIs() throws IOException {
        byte[] noise = new byte[2_000];
        new java.util.Random(7).nextBytes(noise);
        for (byte[] packed : List.of(gzip(noise), Zstd.compress(noise))) {
            for (int length : List.of(5, 20, packed.length / 2, packed.length - 1)) {
                assertDamaged(Arrays.copyOf(packed, length));
            }
            assertDamaged(joined(packed, "and then some".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aPackedFileThatUnfoldsTooFarIsDamaged() throws IOException {
        assertDamaged(gzip(new byte[8 << 20]));
        assertDamaged(Zstd.compress(new byte[8 << 20]));
    }

    private void assertDamaged(byte[] packed) throws IOException {
        Entry entry = entry("a.csv", packed);
        String sentence = assertThrows(Exception.class, () -> {
                    entry.head();
                    try (InputStream in = entry.open()) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .getMessage();
        assertTrue(sentence != null && sentence.length() > 10 && !sentence.contains("(null)"), sentence);
    }

    @Test
    void aValueInAMessageCanNotSteerTheTerminal() {
        assertEquals(
                "id 'a\\u001b[2J\\u202eb' is not an id",
                Rejection.of(RejectReason.BAD_ID, "id", "a\u001b[2J\u202eb", "is not an id")
                        .explanation());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
