package org.followerassay.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A hundred bought followers who follow 200 accounts each, have 20 followers, and of whom a quarter is recognised. */
class PurchaseTest {
    private static final double BOUGHT = 100;
    private final Purchase purchase = new Purchase(200, 0.25, 20, 50, PropagationOptions.defaults());

    @Test
    void countsRiseByEachAndWeightsByThoseThatAreNotRecognised() {
        assertEquals(110, purchase.after("followers", 10, 0, BOUGHT));
        assertEquals(110, purchase.after("reciprocity_adjusted", 10, 0, BOUGHT));
        assertEquals(10 + 75 / 200.0, purchase.after("attention", 10, 10, BOUGHT), 1e-12);
    }

    @Test
    void scoresThatSpreadRiseByWhatAFollowerOfNobodysInterestPassesOn() {
        assertEquals(1 + 100 / 200.0, purchase.after("tunkrank", 1, 0, BOUGHT), 1e-12);
        assertEquals(1 + 100 / 200.0 * 0.85 * 0.15, purchase.after("pagerank", 1, 0, BOUGHT), 1e-12);
    }

    @Test
    void anAudienceHRisesToTheirOwnFollowersAtMostAndNeverFalls() {
        assertEquals(20, purchase.after("audience_h", 5, 0, BOUGHT));
        assertEquals(8, purchase.after("audience_h", 5, 0, 3));
        assertEquals(30, purchase.after("audience_h", 30, 0, BOUGHT));
    }

    @Test
    void anEffectiveAudienceIsThatOfOldAndNewWeightsTogether() {
        // 40 followers of weight 1/10, and 75 of weight 1/200.
        double sum = 4 + 75 / 200.0;
        double squares = 40 / 100.0 + 75 / 40_000.0;
        assertEquals(sum * sum / squares, purchase.after("effective_audience", 40, 4, BOUGHT), 1e-9);
        assertEquals(75, purchase.after("effective_audience", 0, 0, BOUGHT), 1e-9);
        Purchase known = new Purchase(200, 1, 20, 50, PropagationOptions.defaults());
        assertEquals(40, known.after("effective_audience", 40, 4, BOUGHT));
    }

    @Test
    void aFollowerOfFewWeighsNoMoreThanTheFloorAllows() {
        Purchase faithful = new Purchase(2, 0, 20, 50, PropagationOptions.defaults());
        assertEquals(2, faithful.after("attention", 0, 0, BOUGHT), 1e-12);
    }

    @Test
    void aMeasureThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> purchase.after("charm", 1, 1, 1));
    }
}
