package org.followerassay.churn;

import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.POPULATION_CHURN;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class PurgeCalendarTest {
    private static final int LISTS = 12;
    private static final int FOLLOWERS = 200;

    /** Every list has 200 followers and loses its oldest each day. By day 4 the platform has purged 5 % of all accounts. */
    @Test
    void aLossOfEverybodyIsThePlatformsAndOneListsIsItsOwn(Drawings draw) {
        History history = new History(draw);
        for (int list = 1; list <= LISTS; list++) {
            for (int day = 1; day <= 6; day++) {
                history.followers(day, "l" + list, followers(list, day));
            }
        }
        TestInputs ledger = history.after(Ledger.steps());

        assertTable("""
                snapshot_before  measured_lists  losing_share  median_loss  ordinary_loss  purge
                2026-01-01       12              1             0.005        0.0053         false
                2026-01-02       12              1             0.005        0.0053         false
                2026-01-03       12              1             0.0556       0.0053         true
                2026-01-04       12              1             0.0053       0.0053         false
                2026-01-05       12              1             0.0054       0.0053         false
                """, ledger.of(PURGE_CALENDAR), draw);
        assertEquals(
                0,
                ledger.of(FOLLOW_CHANGES)
                        .where("change = 'unfollow' and snapshot_after = timestamp '2026-01-04'")
                        .count());
        assertTable("""
                direction  snapshot_before  listed_before  lost  lost_purge  churn_rate  churn_rate_low  churn_rate_high  median_growth
                followers  2026-01-03       2376           132   132         0.0556      0.0556          0.0556           -0.0556
                """, ledger.of(POPULATION_CHURN).where("lost_purge > 0"), draw);
        assertTable(
                """
                account  snapshot_after  lost  lost_purge  lost_unknown  lost_own  population_growth  adjusted_growth
                l2       2026-01-03      1     0           1             1         -0.005             0
                l2       2026-01-04      11    11          0             0         -0.0556            0
                """,
                ledger.of(CHURN)
                        .where("account = " + draw.id("l2"))
                        .where("snapshot_after between timestamp '2026-01-03' and timestamp '2026-01-04'"),
                draw);
    }

    private static String[] followers(int list, int day) {
        List<String> names = new ArrayList<>(List.of(names("l" + list + "f", day, FOLLOWERS)));
        if (day >= 4) {
            names.removeIf(name -> Integer.parseInt(name.replaceAll(".*f", "")) % 20 == 10);
        }
        return names.toArray(String[]::new);
    }
}
