package org.followerassay.churn;

import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.MassFollowing;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class MassFollowersTest {
    /** Ten are many, so that a test can be read. */
    private static final MassFollowing TEN = new MassFollowing(10, 0.9);

    /**
     * Ann follows 20 accounts on day 10, p1 to p12 of whom follow back by then and p13 too late; by day 20 she follows one of
     * them only. Of the followers gained, p1 to p9 stay.
     */
    private static History campaign(Drawings draw) {
        return new History(draw)
                .followees(1, "ann", "bob")
                .followees(10, "ann", names("p", 1, 20))
                .followees(20, "ann", "p1")
                .followers(1, "ann", "bob", "cat")
                .followers(10, "ann", both(names("p", 1, 12), "bob", "cat"))
                .followers(20, "ann", both(names("p", 1, 9), "cat", "p13"));
    }

    @Test
    void followingManyAndUnfollowingThemLeavesFollowers(Drawings draw) {
        assertTable("""
                account  snapshot_peak  snapshot_last  followees_peak  followees_last  drop_share  followers_before  followers_peak  followers_last  kept_share  unfollowed_mutual
                ann      2026-01-10     2026-01-20     20              1               0.95        2                 14              11              0.75        11
                """, found(campaign(draw)).of(MASS_FOLLOWERS), draw);
    }

    @Test
    void theFindingSaysItInNumbers(Drawings draw) {
        TestInputs inputs = found(campaign(draw));
        Row finding = new FollowChurnFindings().derive(inputs).collectAsList().get(0);

        assertEquals(
                "Followed 20 accounts on 2026-01-10 and 1 on 2026-01-20, 10 days later (95.00 % fewer);"
                        + " 11 of the accounts unfollowed had followed back;"
                        + " its followers went from 2 through 14 at the peak to 11;"
                        + " 75 % of the followers gained up to the peak are still there",
                finding.getAs("evidence"));
        assertEquals(
                "select *, datediff(snapshot_last, snapshot_peak) as days from mass_followers where account = "
                        + draw.id("ann"),
                finding.getAs("query"));
        assertTable("""
                snapshot    account  signature     axis       tier    score  support  share_low  share_high
                2026-01-20  ann      follow churn  behaviour  strong  0.95   19       -          -
                """, FINDINGS.conform(new FollowChurnFindings().derive(inputs)), draw);
    }

    @Test
    void thePeakMayBeTheFirstSnapshot(Drawings draw) {
        History history = new History(draw)
                .followees(10, "ann", names("p", 1, 20))
                .followees(20, "ann")
                .followers(10, "ann", names("p", 1, 12))
                .followers(20, "ann", names("p", 1, 6));

        assertTable("""
                account  snapshot_peak  drop_share  followers_before  followers_peak  followers_last  kept_share  unfollowed_mutual
                ann      2026-01-10     1           12                12              6               -           12
                """, found(history).of(MASS_FOLLOWERS), draw);
    }

    @Test
    void withoutFollowerListsTheFallStillShows(Drawings draw) {
        TestInputs inputs = found(
                new History(draw).followees(10, "ann", names("p", 1, 1200)).followees(20, "ann", names("p", 1, 6)));

        assertTable("""
                account  followees_peak  followers_before  followers_peak  followers_last  kept_share  unfollowed_mutual
                ann      1200            -                 -               -               -           0
                """, inputs.of(MASS_FOLLOWERS), draw);
        assertEquals(
                "Followed 1,200 accounts on 2026-01-10 and 6 on 2026-01-20, 10 days later (99.50 % fewer)",
                new FollowChurnFindings().derive(inputs).collectAsList().get(0).getAs("evidence"));
    }

    @Test
    void aFollowerListOfAnotherHourStandsForThePeak(Drawings draw) {
        History history = new History(draw)
                .followees(5, "ann", "bob")
                .followees(10, "ann", names("p", 1, 20))
                .followees(20, "ann")
                .followers(4, "ann", "bob")
                .followers(9, "ann", names("p", 1, 12))
                .followers(21, "ann", names("p", 1, 6));

        assertTable("""
                account  followers_before  followers_peak  followers_last  kept_share  unfollowed_mutual
                ann      1                 12              6               0.5         12
                """, found(history).of(MASS_FOLLOWERS), draw);
    }

    @Test
    void somebodyWhoStartsOverIsNoFinding(Drawings draw) {
        History history = new History(draw)
                .followees(10, "ann", names("p", 1, 20))
                .followees(20, "ann")
                .followers(10, "ann", "bob", "p1")
                .followers(20, "ann", "bob", "p1");
        TestInputs inputs = found(history);

        assertEquals(1, inputs.of(MASS_FOLLOWERS).count());
        assertEquals(0, new FollowChurnFindings().derive(inputs).count());
    }

    @Test
    void fewFolloweesASmallFallOrAListWithoutASecondAreNotReported(Drawings draw) {
        History history = new History(draw)
                .followees(1, "few", names("p", 1, 9))
                .followees(2, "few")
                .followees(1, "tidy", names("p", 1, 20))
                .followees(2, "tidy", names("p", 1, 3))
                .followees(1, "once", names("p", 1, 20))
                .list(1, "partial", "followees", true, names("p", 1, 20))
                .list(2, "partial", "followees", false)
                .followees(1, "dip", names("p", 1, 20))
                .followees(2, "dip")
                .followees(3, "dip", names("p", 1, 19))
                .followees(1, "rise", "p1")
                .followees(2, "rise", names("p", 1, 20));

        assertEquals(0, found(history).of(MASS_FOLLOWERS).count());
    }

    private static TestInputs found(History history) {
        return Ledger.after(history.after(Ledger.pairs(Suspects.defaults())), new MassFollowers(TEN));
    }

    private static String[] both(String[] names, String... others) {
        return Stream.concat(Stream.of(names), List.of(others).stream()).toArray(String[]::new);
    }
}
