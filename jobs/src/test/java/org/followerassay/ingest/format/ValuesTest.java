package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest(name = "{0} of [{1}] is {2}")
    @CsvSource({
        "COUNT, 0, 0",
        "COUNT, 999999999999999999, 999999999999999999",
        "COUNT, 0012, 12",
        "COUNT, 1000000000000000000, bad_number",
        "COUNT, -1, bad_number",
        "COUNT, 1.5, bad_number",
        "COUNT, '', bad_number",
        "TIME, 1970-01-02, 86400000000",
        "TIME, 1970-01-02T01:00:00Z, 90000000000",
        "TIME, soon, bad_time",
        "DAY, 1970-01-02T01:00:00Z, 86400000000",
        "FLAG, 1, true",
        "FLAG, Yes, true",
        "FLAG, F, false",
        "FLAG, 2, bad_flag",
        "NOT_FLAG, 1, false",
        "NOT_FLAG, no, true",
        "ABOVE_ZERO, 0, false",
        "ABOVE_ZERO, 1, true",
        "ABOVE_ZERO, x, bad_number",
        "NOT_BLANK, x, true",
        "CHANGE, Followed, follow",
        "CHANGE, lost, unfollow",
        "CHANGE, poke, bad_word",
        "DIRECTION, Followers, followers",
        "DIRECTION, followees, followees",
        "DIRECTION, following, bad_word",
        "STATUS, Suspended, suspended",
        "STATUS, gone, bad_word",
        "WEIGHT, 1, 1",
        "WEIGHT, 0, not_a_tie",
        "WEIGHT, -1, not_a_tie",
        "WEIGHT, 0.5, 0.5",
        "TEXT, any, any"
    })
    void aCellIsWhatItsKindSaysOrRejected(CellKind kind, String text, String expected) {
        Object value = Values.of(kind, "it", text);
        assertEquals(expected, value instanceof Rejection no ? no.reason().code() : value.toString());
    }

    @Test
    void whatSaysNothingDependsOnTheKind() {
        for (String nothing : new String[] {"", "NULL", "null", "\\N", "NA", "n/a", "NaN", "None"}) {
            assertTrue(Values.isNothing(CellKind.COUNT, nothing), nothing);
        }
        assertFalse(Values.isNothing(CellKind.COUNT, "0"));
        assertFalse(Values.isNothing(CellKind.NAME, "null"), "somebody is called so");
        assertFalse(Values.isNothing(CellKind.TEXT, "None"));
        assertTrue(Values.isNothing(CellKind.TEXT, "\\N"));
        assertTrue(Values.isNothing(CellKind.NAME, ""));
    }

    @Test
    void numbersAndFailuresAreSaidInWords() {
        assertEquals("1 row", Words.count(1, "row"));
        assertEquals("0 rows", Words.count(0, "row"));
        assertEquals("5,189 entries", Words.count(5_189, "entry", "entries"));
        assertEquals("a\\u001bb\\u202ec", Words.harmless("a\u001bb\u202ec"));
        assertEquals("安 é", Words.harmless("安 é"));
        assertEquals("it ends in the middle", Words.why(new EOFException()));
        assertEquals("IOException", Words.why(new IOException(" ")));
        assertEquals("no\\u000away", Words.why(new IOException("no\nway")));
    }

    @Test
    void whatIsNoTextIsRefusedWithItsRemedy() {
        assertRefused("version https://git-lfs.github.com/spec/v1\n", "git lfs pull");
        assertRefused("\n <!DOCTYPE HTML><p>", "is a web page");
        assertRefused("<html>\n", "is a web page");
        assertRefused("%%MatrixMarket matrix\n", "size line");
        assertRefused("window.YTD = [", "is a JSON file");
        assertRefused("[1]\n", "is a JSON file");
        assertRefused("{}\n", "is a JSON file");
        assertRefused("1 2\r3 4\r", "carriage return only");
        assertRefused("1 2\u0000\n", "is a binary file");
        assertRefused("1\u00002\u00003\u0000", "UTF-16 without a mark");
        assertRefused("\u00ff\u00fe1\u0000", "is UTF-16: save it");
        assertRefused("\u00fe\u00ff\u00001", "is UTF-16: save it");
    }

    private static void assertRefused(String head, String why) {
        AssayException refused = assertThrows(
                AssayException.class,
                () -> TextChecks.refuseWhatIsNoText("f", head.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(refused.getMessage().startsWith("f ") && refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void ordinaryTextsAreNotRefused() {
        for (String text : new String[] {"", "1 2\n3 4\n", "1 2\r\n", "1 2", "a,b\r\n\r", "<htm", "version 2\n"}) {
            assertDoesNotThrow(() -> TextChecks.refuseWhatIsNoText("f", text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GZIP, 1f8b", "BZIP2, 425a6839314159", "ZSTD, 28b52ffd"})
    void packingIsToldByItsFirstBytesAndAllOfThem(Compression packing, String hex) {
        byte[] head = java.util.HexFormat.of().parseHex(hex);
        assertEquals(packing, Compression.of(head));
        assertEquals(packing, Compression.of(Arrays.copyOf(head, 100)));
        assertEquals(Compression.NONE, Compression.of(Arrays.copyOf(head, head.length - 1)));
        for (int i = 0; i < head.length; i++) {
            byte[] other = head.clone();
            other[i] ^= 1;
            boolean isLevel = packing == Compression.BZIP2 && i == 3;
            assertEquals(isLevel ? packing : Compression.NONE, Compression.of(other), "byte " + i);
        }
    }
}
