package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void eachLineSaysWhereItBeginsAndWhetherItEnds() throws IOException {
        List<String> found = new ArrayList<>();
        try (Lines lines = lines("a\n\nbc\r\nd")) {
            while (lines.next()) {
                found.add(lines.start() + " " + lines.text() + " " + lines.ended());
            }
        }

        assertEquals(List.of("0 a true", "2  true", "3 bc true", "7 d false"), found);
        assertFalse(lines("").next());
    }

    @Test
    void placesAreRightBeyondTheBuffer() throws IOException {
        String text = "x".repeat(100_000) + "\n" + "y".repeat(70_000) + "\nz\n";
        Lines lines = lines(text);

        assertTrue(lines.next());
        assertEquals("x".repeat(100_000), lines.text());
        assertTrue(lines.next());
        assertEquals(100_001, lines.start());
        assertEquals("y".repeat(70_000), lines.text());
        assertTrue(lines.next());
        assertEquals(170_002, lines.start());
        assertEquals("z", lines.text());
        assertFalse(lines.next());
    }

    @Test
    void aByteOrderMarkIsNoneOfTheFirstLineAndOfNoOther() throws IOException {
        Lines lines = lines("\ufeffa\n\ufeffb\n");

        lines.next();
        assertEquals("a", lines.text());
        lines.next();
        assertEquals("\ufeffb", lines.text());
        Lines alone = lines("\ufeff\n");
        alone.next();
        assertEquals("", alone.text());
    }

    @Test
    void onlyACarriageReturnBeforeTheEndBelongsToIt() throws IOException {
        Lines lines = lines("\r\na\rb\r\r\n");

        lines.next();
        assertEquals("", lines.text());
        lines.next();
        assertEquals("a\rb\r", lines.text());
    }

    @Test
    void whatIsNoUtf8IsNullAndShownByteByByte() throws IOException {
        Lines lines =
                new Lines(new ByteArrayInputStream("J\u00fcrgen\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1)));

        lines.next();
        assertNull(lines.text());
        assertEquals("J\u00fcrgen", lines.shownText());
        Lines whole = lines("J\u00fcrgen\n");
        whole.next();
        assertEquals("J\u00fcrgen", whole.text());
        assertEquals("J\u00fcrgen", whole.shownText());
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        Lines lines = lines("x".repeat(Lines.LONGEST) + "\n" + "y".repeat(Lines.LONGEST + 1) + "\nz");

        lines.next();
        assertFalse(lines.tooLong());
        assertEquals(Lines.LONGEST, lines.text().length());
        lines.next();
        assertTrue(lines.tooLong());
        assertEquals("y".repeat(4_000), lines.shownText());
        assertEquals("y".repeat(4_000), lines.rawText());
        lines.next();
        assertFalse(lines.tooLong());
        assertEquals(2L * Lines.LONGEST + 3, lines.start());
    }

    @Test
    void closingClosesTheStream() throws IOException {
        boolean[] closed = {false};
        new Lines(new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                })
                .close();

        assertTrue(closed[0]);
    }

    private static Lines lines(String text) {
        return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
