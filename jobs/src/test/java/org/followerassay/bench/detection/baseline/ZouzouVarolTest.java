package org.followerassay.bench.detection.baseline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Quality;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.SharesWorld;
import org.followerassay.bench.detection.world.SharesWorld.Creation;
import org.followerassay.bench.detection.world.SharesWorld.Delivery;
import org.junit.jupiter.api.Test;

/** The method behaves as it was measured to: it finds a small burst, and takes a large one for the account's usual. */
class ZouzouVarolTest {
    @Test
    void aBurstOfATenthRanksFirst() {
        double auc = auc(0.10, Delivery.DAY_1);
        assertTrue(auc > 0.95, "AUC " + auc);
    }

    @Test
    void aBurstOfMoreThanHalfRanksLast() {
        double auc = auc(0.80, Delivery.DAY_1);
        assertTrue(auc < 0.5, "AUC " + auc);
    }

    private static double auc(double share, Delivery delivery) {
        Ties ties = new Ties(new SharesWorld(20, 6_000, 8_000, share, delivery, Creation.BATCH_30_DAYS).of(1));
        Judgement judgement = ZouzouVarol.of(ties);
        return Quality.of(ties, judgement, 1).auc();
    }
}
