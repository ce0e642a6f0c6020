package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SuspectSnapshotsTest {
    private static final int FOLLOWERS = 200;

    @Test
    void aListCutToThreeFifthsThatRecoversMakesNoUnfollowInAnyPattern(Drawings draw) {
        History history = new History(draw);
        String[] all = names("p", 1, FOLLOWERS);
        String[] scattered = IntStream.range(0, FOLLOWERS)
                .filter(place -> place % 5 < 3)
                .mapToObj(place -> all[place])
                .toArray(String[]::new);
        threeDays(history, "oldest", all, Arrays.copyOfRange(all, FOLLOWERS * 2 / 5, FOLLOWERS));
        threeDays(history, "newest", all, Arrays.copyOf(all, FOLLOWERS * 3 / 5));
        threeDays(history, "scattered", all, scattered);
        history.followees(1, "unordered", all)
                .followees(2, "unordered", scattered)
                .followees(3, "unordered", all);

        TestInputs ledger = history.after(Ledger.steps());

        assertTable("""
                account    direction  snapshot    reason      listed  missing  returned  pattern          false_unfollows  explanation
                oldest     followers  2026-01-02  comes back  120     80       80        oldest           80               80 of 80 ties that it lacks are back later
                newest     followers  2026-01-02  comes back  120     80       80        newest           80               80 of 80 ties that it lacks are back later
                scattered  followers  2026-01-02  comes back  120     80       80        scattered        80               80 of 80 ties that it lacks are back later
                unordered  followees  2026-01-02  comes back  120     80       80        order not known  80               80 of 80 ties that it lacks are back later
                """, ledger.of(SUSPECT_SNAPSHOTS), draw);
        assertEquals(0, ledger.of(FOLLOW_CHANGES).where("not there_after").count());
        assertEquals(3, ledger.of(FOLLOW_CHANGES).count(), "the new follower of each ordered list");
    }

    /** The third day has the first day's followers and a new one. */
    private static void threeDays(History history, String account, String[] all, String[] cut) {
        List<String> third = new ArrayList<>(List.of(all));
        third.add("new");
        history.ordered(1, account, all).ordered(2, account, cut).ordered(3, account, third.toArray(String[]::new));
    }

    @Test
    void theNewestListCutAtItsOldEndIsHeldBackUntilALaterOneConfirmsIt(Drawings draw) {
        String[] all = names("p", 1, 50);
        String[] young = names("p", 11, 50);
        TestInputs ledger = new History(draw)
                .ordered(1, "held", all)
                .ordered(2, "held", young)
                .ordered(1, "confirmed", all)
                .ordered(2, "confirmed", young)
                .ordered(3, "confirmed", young)
                .ordered(1, "late", young)
                .ordered(2, "late", all)
                .followees(1, "queue", all)
                .followees(2, "queue", young)
                .after(Ledger.steps());

        assertTable("""
                account  snapshot    reason              missing  pattern  false_unfollows  explanation
                held     2026-01-02  cut at the old end  10       oldest   10               10 ties are missing, the oldest of the list before; held back until a list confirms it
                late     2026-01-01  cut at the old end  0        none     0                the next list has 10 more ties, all of them older
                """, ledger.of(SUSPECT_SNAPSHOTS), draw);
        assertEquals(
                10,
                ledger.of(FOLLOW_CHANGES)
                        .where(col("followee").equalTo(draw.id("confirmed")))
                        .count());
        assertEquals(
                10,
                ledger.of(FOLLOW_CHANGES)
                        .where(col("follower").equalTo(draw.id("queue")))
                        .where("not there_after")
                        .count());
    }

    @Test
    void aCopyOfTheListBeforeIsNoEvidenceThatNothingChanged(Drawings draw) {
        History history = new History(draw);
        int[] newest = {100, 130, 130, 160, 190};
        for (int day = 1; day <= newest.length; day++) {
            history.followers(day, "busy", names("p", 1, newest[day - 1]))
                    .followers(day, "calm", names("p", 1, 50 + (day == 2 || day == 4 ? 1 : 0)));
        }
        TestInputs ledger = history.after(Ledger.steps());

        assertTable("""
                account  snapshot    reason  missing  pattern  false_unfollows
                busy     2026-01-03  copy    0        none     0
                """, ledger.of(SUSPECT_SNAPSHOTS), draw);
        assertEquals(
                30,
                ledger.of(FOLLOW_CHANGES)
                        .where(col("followee").equalTo(draw.id("busy")))
                        .where("earliest = timestamp '2026-01-02' and latest = timestamp '2026-01-04'")
                        .count());
    }

    @Test
    void aMassUnfollowThatLastsIsBelieved(Drawings draw) {
        TestInputs ledger = new History(draw)
                .followees(1, "harvester", names("p", 1, 1500))
                .followees(2, "harvester", names("p", 1, 10))
                .followees(3, "harvester", names("p", 1, 10))
                .followees(1, "last", names("p", 1, 1500))
                .followees(3, "last", names("p", 1, 10))
                .after(Ledger.steps());

        assertEquals(0, ledger.of(SUSPECT_SNAPSHOTS).count());
        assertEquals(
                2 * 1490, ledger.of(FOLLOW_CHANGES).where("change = 'prune'").count());
    }

    @Test
    void aListThatSaysSoIsNamedWithWhatItWouldHaveDone(Drawings draw) {
        TestInputs ledger = new History(draw)
                .followers(1, "ann", names("p", 1, 20))
                .list(2, "ann", "followers", false, names("p", 1, 12))
                .followers(3, "ann", names("p", 1, 19))
                .after(Ledger.steps());

        assertTable("""
                account  snapshot    reason     listed  missing  returned  false_unfollows
                ann      2026-01-02  not whole  12      8        7         7
                """, ledger.of(SUSPECT_SNAPSHOTS), draw);
        assertTable("""
                follower  change   snapshot_before  snapshot_after
                p20       unknown  2026-01-01       2026-01-03
                """, ledger.of(FOLLOW_CHANGES), draw);
    }
}
