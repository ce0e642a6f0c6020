package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Only what intervals tell apart is set in order. */
class PlacesTest {
    @Test
    void aSmallDifferenceOfSmallListsIsNoPlace() {
        assertPlaces("1–2 1–2", Reading.share(30, 100, ""), Reading.share(25, 100, ""));
        assertPlaces("1 2", Reading.share(3_000, 10_000, ""), Reading.share(2_500, 10_000, ""));
    }

    @Test
    void theMiddleOfThreeMayBeApartFromNeither() {
        assertPlaces(
                "1–2 1–3 2–3",
                Reading.between(0.30, 0.40, ""),
                Reading.between(0.20, 0.35, ""),
                Reading.between(0.10, 0.25, ""));
    }

    @Test
    void countsOfWholeListsDifferByOneAndAreStillApart() {
        assertPlaces("2 1 3", Reading.exactly(1_000), Reading.exactly(1_001), Reading.exactly(12));
        assertPlaces("1–2 1–2", Reading.exactly(7), Reading.exactly(7));
    }

    @Test
    void whatIsUnknownHasNoPlaceAndTakesNone() {
        assertPlaces("1 0 2", Reading.exactly(5), Reading.unknown("no dates"), Reading.exactly(4));
        assertPlaces("0 0", Reading.exactly(5), Reading.unknown("no dates"));
    }

    @Test
    void intervalsAreThoseOfTheLiterature() {
        // Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
        Interval difference = Reading.share(56, 70, "").above(Reading.share(48, 80, ""), Interval.USUAL);
        assertEquals(0.0524, difference.low(), 5e-5);
        assertEquals(0.3339, difference.high(), 5e-5);
        assertEquals(1.95996, Interval.USUAL, 1e-5);
        assertEquals(2.63826, Interval.z(6), 1e-5);
    }

    /** Eight accounts of one and the same share, 400 times: some pair is told apart in no more than a twentieth. */
    @Test
    void noiseIsNotRanked() {
        Random random = new Random(11);
        int ranked = 0;
        for (int trial = 0; trial < 400; trial++) {
            List<Reading> readings = new ArrayList<>();
            for (int account = 0; account < 8; account++) {
                int of = 300 + 400 * account;
                long hits = random.doubles(of).filter(one -> one < 0.2).count();
                readings.add(Reading.share(hits, of, ""));
            }
            ranked += Places.of(readings).differences().stream().anyMatch(Places.Difference::toldApart) ? 1 : 0;
        }
        assertTrue(ranked <= 0.05 * 400 + 3 * Math.sqrt(0.05 * 0.95 * 400), ranked + " of 400 rankings of noise");
    }

    private static void assertPlaces(String expected, Reading... readings) {
        Places places = Places.of(List.of(readings));
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < readings.length; i++) {
            long best = places.best(i);
            long last = places.last(i);
            shown.add(best == last ? Long.toString(best) : best + "–" + last);
        }
        assertEquals(expected, String.join(" ", shown));
    }
}
