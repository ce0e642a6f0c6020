package org.followerassay.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code scripts/reliability R9} counts, in every build. */
@ExtendWith(SparkTest.class)
class TruncatedSnapshotsTest {
    @Test
    void noFalseLossIsInTheLedgerAndTrueOnesAre(Drawings draw) {
        FailedExports.Found found = FailedExports.inTheLedger(draw);

        assertEquals(1_000, found.lists());
        assertEquals(List.of(), found.untrue());
        assertTrue(
                found.passedOver().size() <= 0.05 * found.losses(),
                found.passedOver().toString());
    }
}
