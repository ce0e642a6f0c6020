package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.table.ChurnTables.COHORT_RETENTION;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.TIE_TURNS;
import static org.followerassay.testkit.TextTable.assertTable;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class CohortRetentionTest {
    private final List<Object[]> turns = new ArrayList<>();

    /**
     * Lists of days 1, 3, 4, 5, 6 and 7. Ten came by day 3: two were gone by day 4, three more by day 6, one of them was back
     * on day 7. One came by day 5 and stayed.
     */
    @Test
    void whoCameTogetherIsFollowedOverOneTwoAndFourSnapshots(Drawings draw) {
        for (long follower = 101; follower <= 110; follower++) {
            turn(follower, 1, 3, true);
        }
        turn(101, 3, 4, false);
        turn(102, 3, 4, false);
        turn(103, 5, 6, false);
        turn(104, 5, 6, false);
        turn(105, 5, 6, false);
        turn(105, 6, 7, true);
        turn(111, 4, 5, true);
        Object[][] pairs = {pair(1, 3, 10), pair(3, 4, 0), pair(4, 5, 1), pair(5, 6, 0), pair(6, 7, 1)};
        List<String> pairColumns = List.of("account", "direction", "snapshot_before", "snapshot_after", "gained");
        TestInputs inputs = new TestInputs(draw.session())
                .with(LIST_LOSSES, draw.rows(LIST_LOSSES, pairColumns, pairs))
                .with(
                        TIE_TURNS,
                        draw.rows(
                                TIE_TURNS,
                                List.of(
                                        "account",
                                        "direction",
                                        "snapshot_before",
                                        "snapshot_after",
                                        "follower",
                                        "followee",
                                        "there_after"),
                                turns.toArray(Object[][]::new)));
        Ledger.after(inputs, new CohortRetention());

        assertTable("""
                snapshot_after  snapshots_later  snapshot    gained  kept  retention  age_days_low  age_days_high
                2026-01-03      1                2026-01-04  10      8     0.8        1             3
                2026-01-03      2                2026-01-05  10      8     0.8        2             4
                2026-01-03      4                2026-01-07  10      5     0.5        4             6
                2026-01-05      1                2026-01-06  1       1     1          1             2
                2026-01-05      2                2026-01-07  1       1     1          2             3
                """, inputs.of(COHORT_RETENTION), draw);
    }

    private void turn(long follower, int before, int after, boolean thereAfter) {
        turns.add(new Object[] {1L, "followers", day(before), day(after), follower, 1L, thereAfter});
    }

    private static Object[] pair(int before, int after, long gained) {
        return new Object[] {1L, "followers", day(before), day(after), gained};
    }
}
