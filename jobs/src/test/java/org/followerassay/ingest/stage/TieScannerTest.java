package org.followerassay.ingest.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.followerassay.ingest.format.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TieScannerTest {
    @ParameterizedTest(name = "[{0}] is {1} {2}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1 2;1;2",
                "0 9;0;9",
                " 10\t20 ;10;20",
                ",30,,40,;30;40",
                "1 2 3;1;2",
                "1 2 x-y;1;2",
                "1 2 3 -4;1;2",
                "9223372036854775807 1000000000000000000;9223372036854775807;1000000000000000000"
            })
    void aLineOfTwoNumbersIsATie(String line, long first, long second) throws IOException {
        for (String end : List.of("", "\n", "\r\n")) {
            TieScanner scanner = scanner(line + end);

            assertEquals(TieScanner.Found.TIE, scanner.next(Long.MAX_VALUE), line);
            assertEquals(first, scanner.first());
            assertEquals(second, scanner.second());
            assertEquals(TieScanner.Found.END, scanner.next(Long.MAX_VALUE));
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                " ",
                "1",
                "1 ",
                "a 1",
                "1 a",
                "1a 2",
                "1 2a",
                "01 2",
                "1 02",
                "1-2",
                "1 -2",
                "1 2 -3",
                "1 2 ä",
                "1 2 3 ä",
                "9223372036854775808 1",
                "10000000000000000000 1",
                "1/2",
                "1:2",
                "# 1 2"
            })
    void anyOtherLineIsHandedOutAsItIs(String line) throws IOException {
        TieScanner scanner = scanner("3 4\n" + line + "\n5 6");
        scanner.next(Long.MAX_VALUE);

        assertEquals(TieScanner.Found.OTHER, scanner.next(Long.MAX_VALUE), line);
        assertEquals(line, new String(scanner.line(), StandardCharsets.UTF_8));
        assertEquals(TieScanner.Found.TIE, scanner.next(Long.MAX_VALUE));
        assertEquals(5, scanner.first());
    }

    @Test
    void linesThatBeginAtTheEndOrLaterBelongToTheNextBlock() throws IOException {
        assertEquals(1, untilTheEnd(3));
        assertEquals(1, untilTheEnd(4));
        assertEquals(2, untilTheEnd(5));
        assertEquals(2, untilTheEnd(8));
        assertEquals(3, untilTheEnd(9));
    }

    private static int untilTheEnd(long end) throws IOException {
        TieScanner scanner = scanner("1 2\n3 4\n5 6");
        int lines = 0;
        while (scanner.next(end) != TieScanner.Found.END) {
            lines++;
        }
        return lines;
    }

    @Test
    void theRestOfALineIsSkippedAndCounts() throws IOException {
        TieScanner scanner = scanner(" 2\n3 4\n5 6\n");
        scanner.skipLine();

        assertEquals(TieScanner.Found.TIE, scanner.next(7));
        assertEquals(3, scanner.first());
        assertEquals(TieScanner.Found.END, scanner.next(7));
    }

    /** As streams from a network do: a few bytes at a time, whatever was asked for. */
    @ParameterizedTest(name = "{0} bytes at a time")
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void howTheBytesComeDoesNotMatter(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            text.append(i).append(' ').append(i * i).append('\n');
            expected.add(i + " " + i * i);
        }
        TieScanner scanner = new TieScanner(slowly(text.toString(), most));
        List<String> found = new ArrayList<>();
        while (scanner.next(Long.MAX_VALUE) == TieScanner.Found.TIE) {
            found.add(scanner.first() + " " + scanner.second());
        }

        assertEquals(expected, found);
    }

    /** A line that is too long is shown by its beginning, and what follows it is read from its place. */
    @ParameterizedTest(name = "{0} more than a line may have, {1} bytes at a time")
    @CsvSource({"-1, 100000000", "0, 100000000", "1, 100000000", "1, 1000", "2000000, 100000000", "300000, 999"})
    void aLineWithoutEndIsPassedOver(int more, int most) throws IOException {
        int length = Lines.LONGEST + more;
        String line = "7 8 " + "x".repeat(length - 4);
        TieScanner scanner = new TieScanner(slowly("1 2\n" + line + "\n3 4\n5 6\n" + line, most));
        long after = 4L + length + 1;

        assertEquals(TieScanner.Found.TIE, scanner.next(after + 5));
        TieScanner.Found found = scanner.next(after + 5);
        assertEquals(more > 0, scanner.tooLong());
        assertEquals(more > 0 ? TieScanner.Found.OTHER : TieScanner.Found.TIE, found);
        assertEquals(more > 0 ? line.substring(0, 4_096) : line, new String(scanner.line(), StandardCharsets.UTF_8));
        assertEquals(TieScanner.Found.TIE, scanner.next(after + 1));
        assertEquals(3, scanner.first());
        assertEquals(false, scanner.tooLong());
        assertEquals(TieScanner.Found.END, scanner.next(after + 4), "the next line begins there");
        assertEquals(TieScanner.Found.TIE, scanner.next(after + 5));
        assertEquals(5, scanner.first());
        assertEquals(more > 0 ? TieScanner.Found.OTHER : TieScanner.Found.TIE, scanner.next(Long.MAX_VALUE));
        assertEquals(more > 0, scanner.tooLong());
        assertEquals(TieScanner.Found.END, scanner.next(Long.MAX_VALUE));
    }

    @Test
    void closingItClosesTheStream() throws IOException {
        boolean[] closed = {false};
        TieScanner scanner = new TieScanner(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        scanner.close();

        assertEquals(true, closed[0]);
    }

    private static InputStream slowly(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, most));
            }
        };
    }

    private static TieScanner scanner(String text) {
        return new TieScanner(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
