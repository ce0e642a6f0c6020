package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.COUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files in several folders that have the same name are not the lists of one account. */
@ExtendWith(SparkTest.class)
class NamesakesTest {
    private static final String LIST = "observed_at_epoch,row_in_list,account\n";

    @TempDir
    Path folder;

    @Test
    void aListCalledAfterWhatItHoldsIsOfWhomItsFolderNames(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.file("p/ann/followers.csv", LIST + "1675382400,0,2\n1675382400,1,1\n");
        run.file("p/ann/2026-10-31/following.csv", LIST + "1675382400,0,9\n");
        run.file("p/bob/followers.csv", LIST + "1675382400,0,2\n1675382400,1,1\n");
        run.file("p/bob/counts.csv", "date,followers\n2026-01-01,100\n");
        run.file("p/cat/counts.csv", "date,followers\n2026-01-01,100\n");
        run.read(folder.resolve("p").toString());

        assertTable("""
                external_id  platform
                ann          columns
                bob          columns
                bob          graph
                cat          graph
                """, run.table(IDENTITIES).where("external_id rlike '[a-z]'"), draw);
        assertTable(
                "position  follower\n0  1\n0  1\n1  2\n1  2\n",
                run.table(FOLLOWS).where("followee <> 9"),
                draw);
        assertEquals(1, run.table(FOLLOWS).where("followee = 9").count());
        assertEquals(2, run.table(COUNTS).select("account").distinct().count());
    }

    @Test
    void listsOfTwoFoldersThatWouldBeOneAccountsAreRefused(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.file("p/north/shop_followers.csv", LIST + "1675382400,0,2\n");
        run.file("p/north/shop_following.csv", LIST + "1675382400,0,2\n");
        run.file("p/south/shop_followers.csv", LIST + "1675382400,0,3\n");

        run.refuses(
                folder.resolve("p").toString(),
                "p/north/shop_followers.csv and ",
                "p/south/shop_followers.csv do not say whose they are",
                "'shop'",
                "--account");
        run.account("shop").read(folder.resolve("p").toString());
        assertEquals(3, run.table(FOLLOWS).count());
    }
}
