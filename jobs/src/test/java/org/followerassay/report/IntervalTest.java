package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe, Statistics in Medicine 1998, table I: the score method without continuity correction. */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void sharesLieWhereNewcombePublishedThem(double hits, double of, double low, double high) {
        Interval interval = Interval.wilson(hits, of, Interval.USUAL);

        assertEquals(low, interval.low(), 0.00005);
        assertEquals(high, interval.high(), 0.00005);
    }

    @Test
    void ofNothingAShareMayBeAnything() {
        assertEquals(new Interval(0, 1), Interval.wilson(0, 0, Interval.USUAL));
        assertEquals(1, Interval.wilson(20, 20, Interval.USUAL).high());
    }

    @Test
    void moreStatementsTogetherAreWider() {
        assertEquals(1.959964, Interval.USUAL, 1e-6);
        assertEquals(Interval.USUAL, Interval.z(0));
        assertEquals(2.241403, Interval.z(2), 1e-6);
        assertEquals(2.807034, Interval.z(10), 1e-6);
    }

    @Test
    void aSumIsAsUncertainAsACountOfItsEffectiveNumber() {
        assertEquals(new Interval(80, 120), Interval.sum(100, 100, 2));
        assertEquals(new Interval(0, 300), Interval.sum(100, 1, 2));
    }

    /** Newcombe 1998, method 10: 56 of 70 less 48 of 80. */
    @Test
    void aDifferenceLiesWhereNewcombePublishedIt() {
        Interval one = Interval.wilson(56, 70, Interval.USUAL);
        Interval other = Interval.wilson(48, 80, Interval.USUAL);

        Interval difference = Interval.difference(0.8, one, 0.6, other);

        assertEquals(0.0524, difference.low(), 0.00005);
        assertEquals(0.3339, difference.high(), 0.00005);
    }

    /** The short form of {@code scripts/reliability R14}. */
    @Test
    void intervalsThatSay95PercentHoldTheTruthAboutAsOften() {
        for (Held kind : Held.of(1_000)) {
            assertTrue(kind.isHonest(), kind.toString());
        }
    }

    @Test
    void hardBoundsAreSubtractedFromEachOther() {
        assertEquals(new Interval(1, 6), new Interval(5, 7).minus(new Interval(1, 4)));
        assertEquals(new Interval(4, 9), new Interval(2, 3).through(value -> value * value));
        assertEquals(new Interval(3, 3), Interval.exactly(3));
    }

    @Test
    void boundsInTheWrongOrderOrUnknownAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1));
        assertTrue(new Interval(1, 1).low() == 1);
    }
}
