package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.testkit.TextTable.assertTable;

import java.sql.Timestamp;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class FollowChangesTest {
    @Test
    void whoCameAndWhoLeftBetweenTwoLists(Drawings draw) {
        TestInputs inputs =
                ledger(new History(draw).followers(1, "ann", "bob", "cat").followers(8, "ann", "cat", "dan", "eve"));

        assertTable("""
                follower  followee  change    earliest    latest      source    snapshot_before  snapshot_after
                bob       ann       unfollow  2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                dan       ann       follow    2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                eve       ann       follow    2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                """, inputs.of(FOLLOW_CHANGES), draw);
        assertTable("""
                account  direction  snapshot_before  days  listed_before  gained  lost  kept  net  churn_rate
                ann      followers  2026-01-01       7     2              2       1     1     1    0.5
                """, inputs.of(CHURN), draw);
    }

    @Test
    void anAbsentTieOfAnIncompleteListIsNoChange(Drawings draw) {
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann", "bob", "cat")
                .list(2, "ann", "followers", false, "bob")
                .followers(3, "ann", "bob", "cat", "dan"));

        assertTable("""
                follower  followee  change  earliest    latest
                dan       ann       follow  2026-01-01  2026-01-03
                """, inputs.of(FOLLOW_CHANGES), draw);
        assertTable("""
                snapshot_before  snapshot_after  gained  lost  kept
                2026-01-01       2026-01-03      1       0     2
                """, inputs.of(CHURN), draw);
    }

    @Test
    void aListThatEmptiesAndFillsIsStillCounted(Drawings draw) {
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann")
                .followers(2, "ann", "bob")
                .followers(3, "ann")
                .followers(4, "ann"));

        assertTable("""
                snapshot_before  snapshot_after  listed_before  gained  lost  kept  net  churn_rate
                2026-01-01       2026-01-02      0              1       0     0     1    -
                2026-01-02       2026-01-03      1              0       1     0     -1   1
                2026-01-03       2026-01-04      0              0       0     0     0    -
                """, inputs.of(CHURN), draw);
        assertTable("""
                follower  change    earliest    latest
                bob       follow    2026-01-01  2026-01-02
                bob       unfollow  2026-01-02  2026-01-03
                """, inputs.of(FOLLOW_CHANGES), draw);
    }

    @Test
    void aChangeSeenThroughBothListsIsOneWithTheNarrowestInterval(Drawings draw) {
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann", "bob", "cat")
                .followers(5, "ann", "cat")
                .followees(3, "bob", "ann", "dan")
                .followees(9, "bob", "dan"));

        assertTable("""
                follower  followee  change    earliest    latest
                bob       ann       unfollow  2026-01-03  2026-01-05
                """, inputs.of(FOLLOW_CHANGES), draw);
        assertTable("""
                account  direction  gained  lost  kept
                ann      followers  0       1     1
                bob      followees  0       1     1
                """, inputs.of(CHURN), draw);
    }

    @Test
    void aFinerListShowsTwoChangesWhereACoarseOneShowsOne(Drawings draw) {
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann", "bob")
                .followers(9, "ann")
                .followees(2, "bob", "ann")
                .followees(3, "bob")
                .followees(5, "bob", "ann")
                .followees(7, "bob"));

        assertTable("""
                follower  followee  change    earliest    latest
                bob       ann       unfollow  2026-01-02  2026-01-03
                bob       ann       follow    2026-01-03  2026-01-05
                bob       ann       unfollow  2026-01-05  2026-01-07
                """, inputs.of(FOLLOW_CHANGES), draw);
    }

    @Test
    void aStatedTimeNarrowsAFollow(Drawings draw) {
        Timestamp noon = new Timestamp(day(3).getTime() + 43_200_000);
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann")
                .covered(8, "ann", "followers", true, 4)
                .made(8, "bob", "ann", noon)
                .made(8, "cat", "ann", day(4))
                .made(8, "dan", "ann", day(-100))
                .made(8, "eve", "ann", day(9)));

        assertTable("""
                follower  earliest              latest                source
                bob       2026-01-03T12:00:00Z  2026-01-03T12:00:00Z  inferred
                cat       2026-01-04            2026-01-05            inferred
                dan       2026-01-01            2026-01-08            inferred
                eve       2026-01-01            2026-01-08            inferred
                """, inputs.of(FOLLOW_CHANGES), draw);
    }

    @Test
    void anObservedChangeReplacesTheInferredOne(Drawings draw) {
        TestInputs inputs = ledger(new History(draw)
                .followers(1, "ann", "bob", "cat")
                .followers(8, "ann")
                .event("bob", "ann", "unfollow", day(4), day(5))
                .event("bob", "ann", "unfollow", day(4), day(5))
                .event("cat", "ann", "follow", day(4), day(5))
                .event("eve", "dan", "follow", day(2), day(2)));

        assertTable("""
                follower  followee  change    earliest    latest      source    snapshot_after
                bob       ann       unfollow  2026-01-04  2026-01-05  observed  -
                cat       ann       follow    2026-01-04  2026-01-05  observed  -
                cat       ann       unfollow  2026-01-01  2026-01-08  inferred  2026-01-08
                eve       dan       follow    2026-01-02  2026-01-02  observed  -
                """, inputs.of(FOLLOW_CHANGES), draw);
    }

    private static TestInputs ledger(History history) {
        return history.after(new SnapshotPairs(Suspects.defaults()), new FollowChanges(), new Churn());
    }
}
