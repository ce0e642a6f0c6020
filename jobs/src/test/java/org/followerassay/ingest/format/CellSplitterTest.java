package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellSplitterTest {
    @Test
    void commasPartCellsAndQuotesHoldThemTogether() {
        CellSplitter comma = new CellSplitter(',');

        assertEquals(List.of("a", "b", "c"), comma.cells("a,b,c"));
        assertEquals(List.of("", "", ""), comma.cells(",,"));
        assertEquals(List.of(""), comma.cells(""));
        assertEquals(List.of("a,b", "c"), comma.cells("\"a,b\",c"));
        assertEquals(List.of("say \"no\"", ""), comma.cells("\"say \"\"no\"\"\","));
        assertEquals(List.of("a", "", "b"), comma.cells("a, \"\" ,b"));
        assertEquals(List.of("a", "x", "b"), comma.cells("a,  \"x\"  ,b"));
        assertEquals(List.of(" a ", "b\"c"), comma.cells(" a ,b\"c"), "quotes within a cell are its own");
    }

    @Test
    void aQuoteThatStaysOpenOrIsFollowedByMoreIsNoLine() {
        CellSplitter comma = new CellSplitter(',');

        assertNull(comma.cells("\"a"));
        assertNull(comma.cells("x,\"a,b"));
        assertNull(comma.cells("\"a\"b,c"));
        assertNull(comma.cells("\"a\" b"));
    }

    @Test
    void anyRunOfBlanksTabsAndCommasParts() {
        CellSplitter blank = new CellSplitter(' ');

        assertEquals(List.of("1", "2", "3"), blank.cells("1 2\t3"));
        assertEquals(List.of("1", "2"), blank.cells("  1 , \t2  "));
        assertEquals(List.of("12"), blank.cells("12"));
        assertEquals(List.of(), blank.cells(" ,"));
        assertEquals(List.of("\"a", "b\""), blank.cells("\"a b\""));
    }

    @ParameterizedTest(name = "[{0}] is parted by [{1}]")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a\tb,c;d|'\t'", "a,b;c|,", ",a|,", "a;b c|;", ";a|;", "\ta|'\t'", "a b|' '", "a|,", " a |,"})
    void theFirstSeparatorThatAHeaderHoldsPartsIt(String header, char separator) {
        assertEquals(separator, CellSplitter.of(header).separator());
    }

    @ParameterizedTest(name = "[{0}]: {1}, as a further line {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a,b|WHOLE|WITHIN_QUOTES",
                "\"a\",b|WHOLE|DAMAGED",
                "\"a|WITHIN_QUOTES|DAMAGED",
                "x,\"a,b|WITHIN_QUOTES|DAMAGED",
                "\"a\"b|DAMAGED|DAMAGED",
                "a\",b|WHOLE|WHOLE",
                "a\"|WHOLE|WHOLE",
                "a\" ,\"b|WITHIN_QUOTES|WITHIN_QUOTES",
                "a\"\"b|WHOLE|WITHIN_QUOTES",
                "\"a\"\"b\"|WHOLE|DAMAGED"
            })
    void aLineEndsWholeOrWithinQuotesOrIsDamaged(String line, CellSplitter.End end, CellSplitter.End further) {
        CellSplitter comma = new CellSplitter(',');

        assertEquals(end, comma.endOf(line, false));
        assertEquals(further, comma.endOf(line, true));
    }
}
