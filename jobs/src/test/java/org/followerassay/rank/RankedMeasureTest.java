package org.followerassay.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.api.Test;

class RankedMeasureTest {
    private static final double UNKNOWN = Double.NaN;

    @Test
    void aCountRisesByWhatIsBoughtAndPassesThoseBetween() {
        RankedMeasure counts = new RankedMeasure(
                "followers", new double[] {10, 20, 20, 500, 5_000}, new double[] {UNKNOWN, 1, 1, 1, 1});

        assertEquals(0, counts.lift(0, bought(2_000, 0), 9));
        assertEquals(2, counts.lift(0, bought(2_000, 0), 10));
        assertEquals(3, counts.lift(0, bought(2_000, 1), 1_000));
        assertEquals(0, counts.lift(4, bought(2_000, 0), 1_000));
        assertEquals(10, counts.needed(0, bought(2_000, 0), 2, 1_000_000));
        assertEquals(490, counts.needed(0, bought(2_000, 0), 3, 1_000_000));
        assertEquals(Double.POSITIVE_INFINITY, counts.needed(0, bought(2_000, 0), 4, 1_000));
    }

    @Test
    void attentionRisesByThoseThatNoSignatureMatches() {
        double[] values = {1, 2, 3};
        RankedMeasure attention = new RankedMeasure("attention", values, values);

        assertEquals(1, attention.lift(0, bought(2_000, 0), 2_000));
        assertEquals(0, attention.lift(0, bought(2_000, 0.5), 2_000));
        assertEquals(4_000, attention.needed(0, bought(2_000, 0), 2, 1_000_000));
        assertEquals(8_000, attention.needed(0, bought(2_000, 0.5), 2, 1_000_000));
        assertEquals(Double.POSITIVE_INFINITY, attention.needed(0, bought(2_000, 1), 1, 1_000_000_000));
        assertEquals(50, attention.needed(0, bought(1, 0), 1, 1_000_000), "no more than a fiftieth each");
    }

    @Test
    void noNumberLiftsAnAudienceHAboveTheirOwnFollowers() {
        RankedMeasure h = new RankedMeasure("audience_h", new double[] {3, 18, 19, 25}, new double[4]);

        assertEquals(2, h.lift(0, bought(2_000, 0), 100_000));
        assertEquals(15, h.needed(0, bought(2_000, 0), 1, 1_000_000));
        assertEquals(Double.POSITIVE_INFINITY, h.needed(0, bought(2_000, 0), 3, 1_000_000));
    }

    /** A thousand readers who follow thousands: a few followers who weigh more than they are most of the audience. */
    @Test
    void anEffectiveAudienceMayFallBeforeItRises() {
        double[] values = {200, 1_000, 1_500};
        RankedMeasure effective = new RankedMeasure("effective_audience", values, new double[] {1, 0.5, 1});
        Purchase heavy = bought(50, 0);

        assertEquals(0.7 * 0.7 / 0.00425, heavy.after("effective_audience", 1_000, 0.5, 10), 1e-9);
        assertEquals(-1, effective.lift(1, heavy, 10));
        double needed = effective.needed(1, heavy, 1, 1_000_000);
        assertTrue(heavy.after("effective_audience", 1_000, 0.5, needed) >= 1_500);
        assertTrue(heavy.after("effective_audience", 1_000, 0.5, needed - 1) < 1_500);
    }

    /** Neither many followers without an audience of their own, nor few with one, lift an account above the worse place. */
    @Test
    void qualityIsTheWorseOfTwoPlaces() {
        RankedMeasure quality = RankedMeasure.quality(new double[] {1, 2, 3, 4}, new double[] {3, 25, 30, 19});

        // Places by attention from above: 3, 2, 1, 0; by audience h: 3, 1, 0, 2; the worse: 3, 2, 1, 2.
        assertEquals(0, quality.lift(3, bought(2_000, 0), 1_000_000), "the best by attention has no larger audience h");
        assertEquals(0, quality.lift(0, bought(2_000, 1), 1_000_000), "what is matched lifts nothing");
        assertEquals(2, quality.lift(0, bought(50, 0), 1_000_000), "level with those whose worse place is the third");
        assertTrue(quality.canClimb(0, 3));
        assertEquals(Double.POSITIVE_INFINITY, quality.needed(0, bought(50, 0), 3, 1_000_000));
    }

    @Test
    void liftsAndCostsOfRandomOrdersAreThoseFoundByTryingAll() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            double[] values = random.doubles(12, 0, 30).map(Math::rint).sorted().toArray();
            for (String measure : Measures.ALL) {
                if (measure.equals(Measures.QUALITY)) {
                    continue;
                }
                RankedMeasure ranked = new RankedMeasure(measure, values, values);
                Purchase purchase = bought(60, 0.5);
                int account = random.nextInt(values.length);
                int most = 4_096;
                double found = Double.POSITIVE_INFINITY;
                for (int n = 1; n <= most && Double.isInfinite(found); n++) {
                    if (lift(values, account, purchase.after(measure, values[account], values[account], n)) >= 2) {
                        found = n;
                    }
                }
                if (ranked.canClimb(account, 2)) {
                    assertEquals(found, ranked.needed(account, purchase, 2, most), measure);
                }
                assertEquals(
                        lift(values, account, purchase.after(measure, values[account], values[account], 700)),
                        ranked.lift(account, purchase, 700),
                        measure);
            }
        }
    }

    private static long lift(double[] values, int account, double after) {
        double rounded = Math.rint(after * 1e9) / 1e9;
        long before =
                Arrays.stream(values).filter(value -> value > values[account]).count();
        double[] others = values.clone();
        others[account] = rounded;
        return before - Arrays.stream(others).filter(value -> value > rounded).count();
    }

    @Test
    void illegalAssumptionsAreRefused() {
        assertThrows(AssayException.class, () -> new PurchaseOptions(List.of(), List.of(0.0), 20, 10, 10, 10));
        assertThrows(AssayException.class, () -> new PurchaseOptions(List.of(1L), List.of(1.1), 20, 10, 10, 10));
        assertThrows(AssayException.class, () -> new PurchaseOptions(List.of(1L), List.of(1.0), 20, -1, 10, 10));
    }

    private static Purchase bought(long reuse, double recognisedShare) {
        return new Purchase(reuse, recognisedShare, 20, 50, PropagationOptions.defaults());
    }
}
