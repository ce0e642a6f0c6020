package org.followerassay.churn;

import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.flow.AssayException;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SnapshotPairsTest {
    private static final Suspects DEFAULTS = Suspects.defaults();

    @Test
    void eachListIsPairedWithItsOwnNextSnapshot(Drawings draw) {
        History history = new History(draw)
                .covered(1, "ann", "followers", true, 20)
                .covered(3, "ann", "followers", true, 25)
                .covered(4, "ann", "followers", true, 24)
                .covered(2, "ann", "followees", true, 7)
                .covered(4, "ann", "followees", true, 7)
                .covered(2, "bob", "followers", true, 7);

        assertPairs("""
                account  direction  snapshot_before  snapshot_after  days  listed_before  listed_after  usable  reason
                ann      followers  2026-01-01       2026-01-03      2     20             25            true    -
                ann      followers  2026-01-03       2026-01-04      1     25             24            true    -
                ann      followees  2026-01-02       2026-01-04      2     7              7             true    -
                """, history, DEFAULTS, draw);
    }

    @Test
    void anIncompleteListSpoilsBothItsPairsAndIsBridged(Drawings draw) {
        History history = new History(draw)
                .covered(1, "ann", "followers", true, 20)
                .covered(2, "ann", "followers", false, 19)
                .covered(3, "ann", "followers", true, 21);

        assertPairs("""
                snapshot_before  snapshot_after  usable  reason
                2026-01-01       2026-01-02      false   the later list is not complete
                2026-01-02       2026-01-03      false   the earlier list is not complete
                2026-01-01       2026-01-03      true    -
                """, history, DEFAULTS, draw);
    }

    @Test
    void aListWhoseLossComesBackIsSuspect(Drawings draw) {
        History history = new History(draw)
                .followers(1, "ann", names("p", 1, 20))
                .followers(2, "ann")
                .followers(3, "ann", names("p", 1, 21));

        assertPairs("""
                snapshot_before  snapshot_after  usable  reason
                2026-01-01       2026-01-02      false   the later list lacks ties that lists before and after it have
                2026-01-02       2026-01-03      false   the earlier list lacks ties that lists before and after it have
                2026-01-01       2026-01-03      true    -
                """, history, DEFAULTS, draw);
    }

    @Test
    void aListThatShrinksAndStaysShortIsBelieved(Drawings draw) {
        History history = new History(draw)
                .followees(1, "ann", names("p", 1, 40))
                .followees(2, "ann", "p1")
                .followees(3, "ann", "p1", "p2")
                .followees(4, "ann", names("p", 1, 40));

        assertPairs("""
                snapshot_before  snapshot_after  usable
                2026-01-01       2026-01-02      true
                2026-01-02       2026-01-03      true
                2026-01-03       2026-01-04      true
                """, history, DEFAULTS, draw);
    }

    @Test
    void twoFailedExportsInARowAreSuspectIfAskedFor(Drawings draw) {
        History history = new History(draw)
                .followers(1, "ann", names("p", 1, 20))
                .followers(2, "ann", names("p", 1, 5))
                .followers(3, "ann", names("p", 1, 5))
                .followers(4, "ann", names("p", 1, 19));

        assertPairs("""
                snapshot_before  snapshot_after  usable
                2026-01-01       2026-01-02      false
                2026-01-02       2026-01-03      false
                2026-01-03       2026-01-04      false
                2026-01-01       2026-01-04      true
                """, history, new Suspects(0.005, 5, 0.5, 2, 0.1, 0.95, 20), draw);
    }

    @Test
    void aFewWhoReturnDoNotSpoilAList(Drawings draw) {
        History history = new History(draw)
                .followers(1, "ann", names("p", 1, 4))
                .followers(2, "ann", "p1")
                .followers(3, "ann", names("p", 1, 3));

        assertPairs("""
                snapshot_before  snapshot_after  usable
                2026-01-01       2026-01-02      true
                2026-01-02       2026-01-03      true
                """, history, DEFAULTS, draw);
    }

    @Test
    void twoExportsOfTheSameListAreOneList(Drawings draw) {
        History history = new History(draw)
                .covered(1, "ann", "followers", false, 12)
                .covered(1, "ann", "followers", true, 20)
                .covered(2, "ann", "followers", true, 20);

        assertPairs("""
                snapshot_before  snapshot_after  listed_before  usable
                2026-01-01       2026-01-02      20             true
                """, history, DEFAULTS, draw);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThrows(AssayException.class, () -> new Suspects(1.0, 10, 0.5, 1, 0.1, 0.95, 20));
        assertThrows(AssayException.class, () -> new Suspects(0.5, 10, 0.5, 0, 0.1, 0.95, 20));
        assertThrows(AssayException.class, () -> new Suspects(0.5, 10, 0.5, 1, 0.1, 0.95, 0));
        assertThrows(AssayException.class, () -> new ChurnOptions.Purges(1, 0.8, 0.01, 3, 0.001));
        assertThrows(AssayException.class, () -> new ChurnOptions.Wholesale(0.99, 0, 50));
        assertThrows(AssayException.class, () -> new ChurnOptions.MassFollowing(0, 0.9));
        assertThrows(AssayException.class, () -> new ChurnOptions.Residue(50, 10, 0.8, 0.02, Double.NaN, 0.3, 10));
    }

    private static void assertPairs(String expected, History history, Suspects options, Drawings draw) {
        assertTable(expected, history.after(Ledger.pairs(options)).of(SNAPSHOT_PAIRS), draw);
    }
}
