package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.followerassay.report.FingerprintGrid.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "1|100", "0.138|13.8", "0.0075|0.75", "0.00001|< 0.01", "0.9999|99.99", "0.999999|> 99.99"})
    void aShareIsNeverRoundedToNothingOrToAll(double share, String shown) {
        assertEquals(shown + "\u00a0%", Format.share(share));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3410.2|3,410", "11.23|11.2", "0.03141|0.0314", "-2.5|−2.5", "100|100", "99.97|100", "0|0"})
    void aNumberHasThreeDigitsThatMatter(double number, String shown) {
        assertEquals(shown, Format.number(number));
    }

    @Test
    void aTimeAtMidnightIsADay() {
        assertEquals("2026-10-31", Format.time(Instant.parse("2026-10-31T00:00:00Z")));
        assertEquals("2026-10-31 14:05", Format.time(Instant.parse("2026-10-31T14:05:09Z")));
        assertEquals("31 October 2026", Format.longDay(Instant.parse("2026-10-31T14:05:09Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0=1", "＝1"})
    void aTextThatLooksLikeAFormulaGetsAnApostrophe(String text) {
        assertTrue(CsvTwin.harmless(text).startsWith("'"), CsvTwin.harmless(text));
    }

    @Test
    void numbersAndOtherTextsAreLeftAlone() {
        ShownTable table = ShownTable.named(
                        "run", ShownColumn.of("name", Kind.TEXT), ShownColumn.of("net", Kind.SIGNED))
                .row("a \"quoted\", text", -500L)
                .row("two\nlines", null)
                .build();

        assertEquals(
                "name,net\r\n\"a \"\"quoted\"\", text\",-500\r\ntwo lines,\r\n",
                new String(CsvTwin.of(table), StandardCharsets.UTF_8));
    }

    @Test
    void aHandleLosesWhatSurvivesEscaping() {
        assertEquals("<b>ann</b>", Handles.shown("<b>ann</b>"));
        assertEquals("ann\uFFFDbob", Handles.shown("ann\u202Ebob"));
        assertEquals("a\uFFFD[31mb", Handles.shown("a\u001B[31mb"));
        assertEquals("安 é 😀", Handles.shown(" 安 é 😀 "));
        assertEquals(61, Handles.shown("x".repeat(500)).length());
    }

    @Test
    void jsonCannotLeaveItsElement() {
        assertEquals(
                "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"",
                ChartData.escaped("\"</script><!--&\u2028\u2029\""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 100, 12_345, 3_000_000, 100_000_000})
    void aGridCoversTheListAndStaysBounded(long followers) {
        FingerprintGrid grid =
                FingerprintGrid.over(1, new Extent(followers, followers - 1, 14_000, 20_000), 28_800, 10);

        assertTrue(grid.columns() <= 240 && grid.rows() <= 120, grid.toString());
        assertTrue(grid.columns() * grid.positionStep() >= followers, grid.toString());
        assertTrue(grid.firstDay() + grid.rows() * grid.dayStep() > 20_000, grid.toString());
    }
}
