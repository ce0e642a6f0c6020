package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.churn.History.day;
import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.testkit.TextTable.assertTable;

import java.sql.Timestamp;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of changes, each with accounts of its own; the ledger of all of them is computed once. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowChangesTest {
    /** More lists than there are here: pictures of different stories are no population. */
    private static final Purges NO_POPULATION = new Purges(1_000, 0.8, 0.01, 3, 0.001);

    private Drawings draw;
    private TestInputs ledger;

    @BeforeAll
    void pictures(Drawings drawings) {
        draw = drawings;
        History history = new History(draw);
        lists(history);
        times(history);
        signs(history);
        acts(history);
        ledger = history.after(Ledger.steps(Suspects.defaults(), Wholesale.defaults(), NO_POPULATION));
    }

    private static void lists(History history) {
        history.followers(1, "ann", "bob", "cat").followers(8, "ann", "cat", "dan", "eve");
        history.followers(1, "anna", "bobo", "cato")
                .list(2, "anna", "followers", false, "bobo")
                .followers(3, "anna", "bobo", "cato", "dano");
        history.followers(1, "empty")
                .followers(2, "empty", "one")
                .followers(3, "empty")
                .followers(4, "empty");
        history.followers(1, "both", "ways", "cy")
                .followers(5, "both", "cy")
                .followees(3, "ways", "both", "dy")
                .followees(9, "ways", "dy");
        history.followers(1, "coarse", "fine")
                .followers(9, "coarse")
                .followees(2, "fine", "coarse")
                .followees(3, "fine")
                .followees(5, "fine", "coarse")
                .followees(7, "fine");
    }

    private static void times(History history) {
        history.followers(1, "dated")
                .covered(8, "dated", "followers", true, 4)
                .made(8, "noon", "dated", new Timestamp(day(3).getTime() + 43_200_000))
                .made(8, "wholeday", "dated", day(4))
                .made(8, "before", "dated", day(-100))
                .made(8, "after", "dated", day(9));
        history.followers(1, "seen", "sue", "sam")
                .followers(8, "seen")
                .event("sue", "seen", "unfollow", day(4), day(5))
                .event("sue", "seen", "unfollow", day(4), day(5))
                .event("sam", "seen", "follow", day(4), day(5))
                .event("sid", "seen", "follow", day(2), day(2))
                .event("sid", "seen", "unfollow", day(2), day(2));
    }

    private static void signs(History history) {
        history.followers(1, "host", "listed", "tied", "active", "deleted", "tiedgone", "lost", "later")
                .followers(2, "host")
                .followees(2, "listed")
                .followers(2, "other", "tied", "tiedgone")
                .status(2, "active", "active")
                .status(2, "deleted", "deleted")
                .status(2, "tiedgone", "suspended")
                .followers(3, "other", "tied", "later");
    }

    private static void acts(History history) {
        history.followers(1, "ida", "leo", "fan1").followees(1, "ida", "leo", "mia");
        history.followers(2, "ida", "fan1").followees(2, "ida", "mia").followees(2, "leo");
        history.followees(1, "tidy", names("t", 1, 60)).followees(2, "tidy", names("t", 1, 48));
        history.followees(1, "fresh", names("f", 1, 60)).followees(2, "fresh");
        history.followers(1, "dropped", names("d", 1, 200)).followers(2, "dropped", "d1", "d2");
        history.ordered(1, "renamer", "r1", "r2", "old", "r4", "r5", "leaves")
                .ordered(2, "renamer", "r1", "r2", "new", "r4", "r5", "comes");
    }

    @Test
    void whoCameAndWhoLeftBetweenTwoLists() {
        assertTable("""
                follower  followee  change   earliest    latest      source    snapshot_before  snapshot_after
                bob       ann       unknown  2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                dan       ann       follow   2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                eve       ann       follow   2026-01-01  2026-01-08  inferred  2026-01-01       2026-01-08
                """, changesOf("ann"), draw);
        assertTable("""
                account  direction  snapshot_before  days  listed_before  gained  lost  kept  net  churn_rate  lost_unknown  growth  half_life_days
                ann      followers  2026-01-01       7     2              2       1     1     1    0.5         1             0.5     7
                """, churnOf("ann"), draw);
    }

    @Test
    void anAbsentTieOfAnIncompleteListIsNoChange() {
        assertTable("""
                follower  followee  change  earliest    latest
                dano      anna      follow  2026-01-01  2026-01-03
                """, changesOf("anna"), draw);
        assertTable("""
                snapshot_before  snapshot_after  gained  lost  kept
                2026-01-01       2026-01-03      1       0     2
                """, churnOf("anna"), draw);
    }

    @Test
    void aListThatEmptiesAndFillsIsStillCounted() {
        assertTable("""
                snapshot_before  snapshot_after  listed_before  gained  lost  kept  net  churn_rate
                2026-01-01       2026-01-02      0              1       0     0     1    -
                2026-01-02       2026-01-03      1              0       1     0     -1   1
                2026-01-03       2026-01-04      0              0       0     0     0    -
                """, churnOf("empty"), draw);
        assertTable("""
                follower  change   earliest    latest
                one       follow   2026-01-01  2026-01-02
                one       unknown  2026-01-02  2026-01-03
                """, changesOf("empty"), draw);
    }

    @Test
    void aChangeSeenThroughBothListsIsOneWithTheNarrowestInterval() {
        assertTable("""
                follower  followee  change    earliest    latest
                ways      both      unfollow  2026-01-03  2026-01-05
                """, changesOf("both"), draw);
        assertTable("""
                account  direction  gained  lost  kept  lost_unfollow
                both     followers  0       1     1     1
                ways     followees  0       1     1     1
                """, churnOf("both", "ways"), draw);
    }

    @Test
    void aFinerListShowsTwoChangesWhereACoarseOneShowsOne() {
        assertTable("""
                follower  followee  change    earliest    latest
                fine      coarse    unknown   2026-01-02  2026-01-03
                fine      coarse    return    2026-01-03  2026-01-05
                fine      coarse    unfollow  2026-01-05  2026-01-07
                """, changesOf("coarse"), draw);
    }

    @Test
    void aStatedTimeNarrowsAFollow() {
        assertTable("""
                follower  earliest              latest                source
                noon      2026-01-03T12:00:00Z  2026-01-03T12:00:00Z  inferred
                wholeday  2026-01-04            2026-01-05            inferred
                before    2026-01-01            2026-01-08            inferred
                after     2026-01-01            2026-01-08            inferred
                """, changesOf("dated"), draw);
    }

    @Test
    void anObservedChangeReplacesTheInferredOneAndAtOneInstantLossesGoFirst() {
        assertTable("""
                follower  change    earliest    latest      source    snapshot_after
                sue       unfollow  2026-01-04  2026-01-05  observed  -
                sam       return    2026-01-04  2026-01-05  observed  -
                sam       unknown   2026-01-01  2026-01-08  inferred  2026-01-08
                sid       unfollow  2026-01-02  2026-01-02  observed  -
                sid       return    2026-01-02  2026-01-02  observed  -
                """, changesOf("seen"), draw);
    }

    @Test
    void whoIsSeenElsewhereUnfollowedAndWhoIsStatedGoneVanished() {
        assertTable("""
                follower  change
                listed    unfollow
                tied      unfollow
                active    unfollow
                deleted   vanish
                tiedgone  vanish
                lost      unknown
                later     unknown
                """, changesOf("host"), draw);
    }

    @Test
    void aTieThatEndsInBothDirectionsAtOnceIsBlockLike() {
        assertTable("""
                follower  followee  change
                leo       ida       block-like
                ida       leo       block-like
                """, changesOf("ida"), draw);
    }

    @Test
    void dropsOfManyFolloweesAtOnceArePrunesAndOfAllAReset() {
        assertTable("""
                account  lost  lost_prune  lost_reset
                tidy     12    12          0
                fresh    60    0           60
                dropped  198   0           198
                """, churnOf("tidy", "fresh", "dropped"), draw);
    }

    @Test
    void aGainAtThePlaceOfALossIsARenameCandidateButNotAtTheNewEnd() {
        assertTable("""
                follower  change   rename_candidate
                old       unknown  new
                new       follow   old
                leaves    unknown  -
                comes     follow   -
                """, changesOf("renamer"), draw);
    }

    private Dataset<Row> changesOf(String account) {
        return ledger.of(FOLLOW_CHANGES)
                .where(col("follower")
                        .equalTo(draw.id(account))
                        .or(col("followee").equalTo(draw.id(account))));
    }

    private Dataset<Row> churnOf(String... accounts) {
        return ledger.of(CHURN)
                .where(col("account").isin(Stream.of(accounts).map(draw::id).toArray()));
    }
}
