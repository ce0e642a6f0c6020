package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Manifest;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ReingestTest {
    @TempDir
    Path folder;

    @Test
    void theSameInputIsKeptAndAChangedOneReplacesIt(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        String file = run.file("follows.csv", "follower,followee\n1,2\n");
        Manifest first = run.read(file);
        Manifest second = run.read(file);
        assertEquals(first.number(), second.number(), "nothing changed, nothing is published");
        assertTrue(run.hasSaid("unchanged, kept"), run.said.toString());

        run.file("follows.csv", "follower,followee\n1,3\n");
        Manifest third = run.read(file);
        assertEquals(1, third.inputs().size());
        assertTable("follower  followee\n1  3\n", run.table(FOLLOWS), draw);
        assertTable("account  direction\n1  followees\n3  followers\n", run.table(COVERAGE), draw);
    }

    /** What is damaged only further on has been taken for a newer one when that shows. */
    @Test
    void aDamagedInputDoesNotReplaceAGoodOne(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        StringBuilder ties = new StringBuilder("follower,followee\n");
        for (int follower = 2; follower < 60_000; follower++) {
            ties.append(follower).append(",1\n");
        }
        byte[] packed = IngestRun.gzip(ties.toString());
        run.bytes("inbox/ties.csv.gz", packed);
        run.file("inbox/other.csv", "follower,followee\n4,1\n1,5\n");
        String inbox = folder.resolve("inbox").toString();
        Manifest first = run.read(inbox);

        run.bytes("inbox/ties.csv.gz", Arrays.copyOf(packed, packed.length - 9));
        AssayException refused = assertThrows(AssayException.class, () -> run.read(inbox));

        assertTrue(refused.getMessage().contains("ties.csv.gz is damaged or cut short"), refused.getMessage());
        assertTrue(refused.getMessage().contains("put the earlier one back"), refused.getMessage());
        assertEquals(59_999, run.table(FOLLOWS).count());
        run.bytes("inbox/ties.csv.gz", packed);
        assertEquals(first.number(), run.read(inbox).number(), "nothing was changed");
    }

    @Test
    void aSecondSnapshotIsAdded(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.read(run.file("follows-2026-10-30.csv", "follower,followee\n1,2\n"));
        run.read(run.file("follows-2026-10-31.csv", "follower,followee\n1,2\n"));

        assertTable("""
                snapshot    follower  followee
                2026-10-30  1         2
                2026-10-31  1         2
                """, run.table(FOLLOWS), draw);
    }

    @Test
    void theSameListAMonthLaterIsAnotherSnapshotInWhichNothingChanged(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).account("ann@example.invalid");
        run.file("m/ann-2026-10-31/followers.csv", "Account address\nbea@example.invalid\n");
        run.file("m/ann-2026-11-30/followers.csv", "Account address\nbea@example.invalid\n");
        String both = folder.resolve("m").toString();
        Manifest first = run.read(both);

        assertTable("""
                snapshot    direction  listed
                2026-10-31  followers  1
                2026-11-30  followers  1
                """, run.table(COVERAGE), draw);
        assertTrue(!run.hasSaid("read once"), run.said.toString());
        assertEquals(first.number(), run.read(both).number(), "nothing changed, nothing is published");
    }

    @Test
    void aTieInTwoInputsIsThereOnceAndNotLostWhenOneOfThemChanges(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        String one = run.file("one.csv", "follower,followee,posts\n1,2,7\n3,2,8\n");
        String other = run.file("other.csv", "follower,followee,likes\n3,2,9\n4,2,1\n");
        run.read(one, other);

        assertTable("follower  followee\n1  2\n3  2\n4  2\n", run.table(FOLLOWS), draw);
        assertTable("account  posts  likes\n1  7  -\n3  8  9\n4  -  1\n", run.table(ACCOUNTS), draw);
        assertTable("""
                account  direction  listed
                1        followees  1
                2        followers  3
                3        followees  1
                4        followees  1
                """, run.table(COVERAGE), draw);
        assertTrue(run.hasSaid("1 accepted + 1 repeated"), run.said.toString());

        run.file("one.csv", "follower,followee,posts\n1,2,7\n");
        AssayException refused = assertThrows(AssayException.class, () -> run.read(one));
        assertTrue(refused.getMessage().contains("other.csv"), refused.getMessage());
        run.read(one, other);
        assertTable("follower  followee\n1  2\n3  2\n4  2\n", run.table(FOLLOWS), draw);
        assertTable("account  posts  likes\n1  7  -\n3  -  9\n4  -  1\n", run.table(ACCOUNTS), draw);
    }
}
