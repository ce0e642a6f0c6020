package org.followerassay.signature.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RecountTest {
    private static final List<Row> LOTS = List.of(
            RowFactory.create(12_431L, 151.2345, 0.13799, Date.valueOf("2014-08-13"), null),
            RowFactory.create(
                    569L,
                    0.041,
                    0.5,
                    Date.valueOf("2014-08-31"),
                    Timestamp.from(Instant.parse("2026-01-03T02:57:44Z"))));

    @Test
    void countsDecimalsSharesDaysAndTimesAreFoundAsTheyAreRounded() {
        assertEquals(
                List.of(),
                new Recount(LOTS)
                        .missing(
                                "2 lots hold 12,431 and 569, 13,000 in all (13.8 %), where 151.2 and 0.04 were to be expected,"
                                        + " between 2014-08-13 and 2014-08-31; at 2026-01-03 02:57 UTC."));
    }

    @Test
    void whatTheQueryDoesNotGiveIsNamed() {
        assertEquals(
                List.of("12,432", "13.7 %", "0.05", "2014-08-14", "2026-01-03 02:58"),
                new Recount(LOTS).missing("12,432 (13.7 %), 0.05, 2014-08-14, 2026-01-03 02:58"));
        assertEquals(List.of("1"), new Recount(List.of()).missing("1 lot"));
    }

    /** A threshold is in every sentence, and a template's digits are letters of it. */
    @Test
    void wordsAreNoNumbers() {
        assertEquals(
                List.of("48", "48"),
                Recount.numbers("48 of 48 follow more than 1,500 accounts and have one that is built as aaaa9999_99a"
                        + " (letters as a, digits as 9)"));
    }
}
