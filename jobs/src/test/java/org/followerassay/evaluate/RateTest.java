package org.followerassay.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    /** Newcombe, Statistics in Medicine 1998, table I: the score method without continuity correction. */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfWilson(long hits, long of, double low, double high) {
        Rate rate = new Rate(hits, of);

        assertEquals((double) hits / of, rate.share());
        assertEquals(low, rate.low(), 0.00005);
        assertEquals(high, rate.high(), 0.00005);
    }

    @Test
    void ofNothingThereIsNoShare() {
        Rate none = new Rate(0, 0);

        assertEquals(0, none.share());
        assertEquals(0, none.low());
        assertEquals(1, none.high());
        assertEquals("none to count", none.text());
    }

    @Test
    void itIsSaidWithItsIntervalAndCounts() {
        assertEquals("0.308 (0.255-0.366), 81 of 263", new Rate(81, 263).text());
        assertEquals("1.000 (1.000-1.000), 1,000,000 of 1,000,000", new Rate(1_000_000, 1_000_000).text());
    }
}
