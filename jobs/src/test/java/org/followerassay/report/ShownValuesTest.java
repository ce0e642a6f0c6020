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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.00009|< 0.0001", "0.0001|0.0001", "99.94|99.9", "99.95|100", "-99.95|−100", "-3410|−3,410"})
    void aNumberIsWholeFromAHundredOnAndNeverSaidToBeNothing(double number, String shown) {
        assertEquals(shown, Format.number(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0099|0.99",
                "0.01|1.0",
                "0.99|99.0",
                "0.9901|99.01",
                "0.00005|0.01",
                "-0.0075|−0.75",
                "1.25|125.0"
            })
    void aShareNearItsEdgesHasTwoDecimals(double share, String shown) {
        assertEquals(shown + "\u00a0%", Format.share(share));
    }

    @Test
    void everyKindOfCellReadsAsItIs() {
        assertEquals("–", Format.cell(Kind.COUNT, null));
        assertEquals("–", Format.cell(Kind.TEXT, ""));
        assertEquals("ann", Format.cell(Kind.TEXT, "ann"));
        assertEquals("1234", Format.cell(Kind.ID, 1234L));
        assertEquals("1,234", Format.cell(Kind.FOLLOWERS, 1234L));
        assertEquals("+1,234", Format.cell(Kind.SIGNED, 1234L));
        assertEquals("−1,234", Format.cell(Kind.SIGNED, -1234L));
        assertEquals("0", Format.cell(Kind.SIGNED, 0L));
        assertEquals("12.3", Format.cell(Kind.NUMBER, 12.34));
        assertEquals("12.3\u00a0%", Format.cell(Kind.SHARE, 0.1234));
        assertEquals("2026-10-31 14:05", Format.cell(Kind.TIME, Instant.parse("2026-10-31T14:05:09Z")));
        assertEquals("yes", Format.cell(Kind.FLAG, true));
        assertEquals("no", Format.cell(Kind.FLAG, false));
        assertEquals(new Hidden(10).toString(), Format.cell(Kind.COUNT, new Hidden(10)));
    }

    @Test
    void aMeasuredValueHasTheDigitsThatItsIntervalSupports() {
        assertEquals("12\u00a0%", Format.cell(Kind.SHARE, new Measured(0.1234, 0.10, 0.15, "")));
        assertEquals("12.3\u00a0%", Format.cell(Kind.SHARE, new Measured(0.1234, 0.12, 0.13, "")));
        assertEquals("0.50\u00a0%", Format.cell(Kind.SHARE, new Measured(0.005, 0.001, 0.09, "")));
        assertEquals("99.50\u00a0%", Format.cell(Kind.SHARE, new Measured(0.995, 0.9, 0.999, "")));
        assertEquals("120", Format.cell(Kind.NUMBER, new Measured(123.0, 103.0, 143.0, "")));
        assertEquals("0.12", Format.cell(Kind.NUMBER, new Measured(0.1234, 0.11, 0.13, "")));
        assertEquals("3,400", Format.cell(Kind.NUMBER, new Measured(3_410.0, 3_110.0, 3_710.0, "")));
        assertEquals("−3,400", Format.cell(Kind.NUMBER, new Measured(-3_410.0, -3_710.0, -3_110.0, "")));
        assertEquals("0", Format.cell(Kind.NUMBER, new Measured(0.2, -9.0, 9.0, "")));
        assertEquals("12.3", Format.cell(Kind.NUMBER, new Measured(12.34, 12.34, 12.34, "")));
        assertEquals("5", Format.cell(Kind.COUNT, new Measured(5.0, 4.0, 6.0, "")));
    }

    @Test
    void boundsHaveTheirUnitOnceAndAreOneWhereTheyReadTheSame() {
        assertEquals("10–15\u00a0%", Format.bounds(Kind.SHARE, 0.10, 0.15));
        assertEquals("12.3\u00a0%", Format.bounds(Kind.SHARE, 0.1231, 0.1232));
        assertEquals("1–3", Format.bounds(Kind.NUMBER, 1, 3));
        assertEquals("−3–3", Format.bounds(Kind.NUMBER, -3, 3));
    }

    @Test
    void aLiteralOfSqlIsToTheMicrosecond() {
        Instant time = Instant.parse("2026-10-31T14:05:09.000123Z");
        assertEquals("timestamp '2026-10-31 14:05:09.000123'", Format.timestamp(time));
        assertEquals("2026-10-31", Format.day(time).toString());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"ok;=1+1;z#ok;'=1+1;z", "a| @b#a|' @b", "a,-1#a,'-1", "a;\"=1+1\"#a;'\"=1+1\"", "a=b; c-d#a=b; c-d"
            })
    void aFormulaAfterAnotherSeparatorGetsAnApostropheToo(String text, String harmless) {
        assertEquals(harmless, CsvTwin.harmless(text));
    }

    @Test
    void numbersAreLeftAloneAndTextsAreQuoted() {
        ShownTable table = ShownTable.named(
                        "run", ShownColumn.of("name", Kind.TEXT), ShownColumn.of("net", Kind.SIGNED))
                .row("a \"quoted\", text", -500L)
                .row("two\nlines", null)
                .build();

        assertEquals(
                "name,net\r\n\"a \"\"quoted\"\", text\",-500\r\n\"two lines\",\r\n",
                new String(CsvTwin.of(table), StandardCharsets.UTF_8));
    }

    @Test
    void aHandleLosesWhatSurvivesEscaping() {
        assertEquals("<b>ann</b>", Handles.shown("<b>ann</b>"));
        assertEquals("ann\uFFFDbob", Handles.shown("ann\u202Ebob"));
        assertEquals("a\uFFFD[31mb", Handles.shown("a\u001B[31mb"));
        assertEquals("安 é 😀", Handles.shown(" 安 é 😀 "));
        assertEquals(61, Handles.shown("x".repeat(500)).length());
        assertEquals("x".repeat(60), Handles.shown("x".repeat(60)));
        assertEquals("😀".repeat(60) + "…", Handles.shown("😀".repeat(61)));
        assertEquals("a b c", Handles.shown("a\tb\u2028c"));
        assertEquals("\uFFFD\uFFFD\uFFFD", Handles.shown("\u0007\uE000\uD800"));
        assertEquals("x".repeat(300) + "…", Handles.shownPath("x".repeat(301)));
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
