package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TerminalSummaryTest {
    @Test
    void oneLinePerAccountLargestFirst(Drawings draw) {
        String summary = TerminalSummary.of(
                new Example(draw, 90_000).tables(),
                new ReportRequest(List.of(500L, 400L, 300L, 200L, 100L), 1, "unused", 10));

        assertEquals("""
                account                  followers  rank  by attention       in lots  weightiest finding
                ann_example                 90,000     1             4        14.5 %  Lots by creation date (strong)
                quiet_bea                   45,000     2             1           0 %  –
                cat.follows.everyone        30,000     3             9           0 %  Mass following, then unfollowing (strong)
                400                         11,250     4             2             –  –
                500                   fewer than 10    60            58             –  Audience profile (weak)
                """.replaceAll(" +", " "), summary.replace('\u00a0', ' ').replaceAll(" +", " "));
    }

    @Test
    void aLongListIsCutAfterTenAccounts(Drawings draw) {
        String summary =
                TerminalSummary.of(new Example(draw, 90_000).tables(), new ReportRequest(List.of(), 12, "unused", 10));

        assertEquals(12, summary.lines().count());
        assertTrue(summary.endsWith("… and 2 more accounts\n"), summary);
    }
}
