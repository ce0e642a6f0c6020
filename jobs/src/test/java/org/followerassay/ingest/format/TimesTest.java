package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-10-31, 2026-10-31T00:00:00Z",
        "20261031, 2026-10-31T00:00:00Z",
        "19991231, 1999-12-31T00:00:00Z",
        "2026-10-31T23:30:00, 2026-10-31T23:30:00Z",
        "2026-10-31 23:30:00, 2026-10-31T23:30:00Z",
        "2026-10-31 23:30:00 UTC, 2026-10-31T23:30:00Z",
        "2026-10-31T23:30:00Z, 2026-10-31T23:30:00Z",
        "2026-10-31T23:30:00.123456Z, 2026-10-31T23:30:00.123456Z",
        "2026-10-31T23:30:00-08:00, 2026-11-01T07:30:00Z",
        "2026-10-31T23:30:00+0545, 2026-10-31T17:45:00Z",
        "2026-10-31 23:30:00 +02, 2026-10-31T21:30:00Z",
        "Fri Apr 06 10:58:22 +0000 2007, 2007-04-06T10:58:22Z",
        "Fri Apr 06 10:58:22 -0500 2007, 2007-04-06T15:58:22Z",
        "0, 1970-01-01T00:00:00Z",
        "1, 1970-01-01T00:00:01Z",
        "18000101, 1970-07-28T08:01:41Z",
        "1761868800, 2025-10-31T00:00:00Z",
        "1761868800123, 2025-10-31T00:00:00.123Z",
        "1761868800123456, 2025-10-31T00:00:00.123456Z",
        "4102444799, 2099-12-31T23:59:59Z"
    })
    void everyFormOfATimeIsUtcUnlessItSaysOtherwise(String text, Instant expected) {
        TimeZone own = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "America/Los_Angeles", "Pacific/Kiritimati"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals(expected, Times.instant(Times.parse(text).orElseThrow()), zone);
            }
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "never",
                "2026-13-01",
                "2026-02-30",
                "20261331",
                "1969-12-31",
                "1969-12-31T23:59:59Z",
                "2100-01-01",
                "4102444800",
                "41024448000000000",
                "99999999999999999999",
                "-1",
                "12:30",
                "2026-10-31T25:00:00Z",
                "Xyz Apr 06 10:58:22 +0000 2007"
            })
    void whatIsNoTimeOfOursIsNone(String text) {
        assertTrue(Times.parse(text).isEmpty(), text);
    }

    @Test
    void aFileNameMayCarryADay() {
        Optional<Instant> day = Optional.of(Instant.parse("2026-10-31T00:00:00Z"));
        assertEquals(day, Times.dayIn("followers-2026-10-31.csv"));
        assertEquals(day, Times.dayIn("20261031.json"));
        assertEquals(day, Times.dayIn("a_2026_10_31_b"));
        assertEquals(day, Times.dayIn("2026-19-01 2026-10-31"), "the first that is a day");
        assertEquals(Optional.empty(), Times.dayIn("2026-1031"));
        assertEquals(Optional.empty(), Times.dayIn("120261031"));
        assertEquals(Optional.empty(), Times.dayIn("followers.csv"));
    }

    @Test
    void midnightIsItsOwnNextMidnight() {
        assertEquals(2 * Times.DAY, Times.nextMidnight(2 * Times.DAY));
        assertEquals(2 * Times.DAY, Times.nextMidnight(Times.DAY + 1));
        assertEquals(3 * Times.DAY, Times.nextMidnight(2 * Times.DAY + Times.SECOND));
        assertEquals(0, Times.nextMidnight(0));
    }

    @Test
    void aTimeIsSaidAsADayWhereItIsMidnight() {
        assertEquals("2026-10-31", Times.words(Times.parse("2026-10-31").getAsLong()));
        assertEquals(
                "2026-10-31 00:00:01",
                Times.words(Times.parse("2026-10-31T00:00:01.9Z").getAsLong()));
    }

    @Test
    void timesBefore1970AndFrom2100OnAreNotKnown() {
        assertTrue(Times.isKnown(0));
        assertTrue(Times.isKnown(Times.micros(Instant.parse("2099-12-31T23:59:59.999999Z"))));
        assertFalse(Times.isKnown(-1));
        assertFalse(Times.isKnown(Times.micros(Instant.parse("2100-01-01T00:00:00Z"))));
    }
}
