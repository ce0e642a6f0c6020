package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest(name = "{0}: from {1} until {2}")
    @CsvSource({
        "2026, 2026-01-01, 2027-01-01",
        "2026-Q1, 2026-01-01, 2026-04-01",
        "2026-Q2, 2026-04-01, 2026-07-01",
        "2026-Q3, 2026-07-01, 2026-10-01",
        "2026-Q4, 2026-10-01, 2027-01-01",
        "2024-02, 2024-02-01, 2024-03-01",
        "2026-12, 2026-12-01, 2027-01-01"
    })
    void itIsAYearAQuarterOrAMonth(String label, String from, String until) {
        Instant begin = Instant.parse(from + "T00:00:00Z");
        Instant end = Instant.parse(until + "T00:00:00Z");
        assertEquals(new Period(label, begin, end), Period.of(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-Q5", "2026-Q0", "2026-13", "2026-00", "26-Q1", "2026-1", "2026Q1", " 2026"})
    void anythingElseIsRefused(String label) {
        AssayException refused = assertThrows(AssayException.class, () -> Period.of(label));
        assertTrue(refused.getMessage().endsWith("was '" + label + "'"), refused.getMessage());
    }
}
