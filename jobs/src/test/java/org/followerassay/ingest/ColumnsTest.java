package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.INTERACTIONS;
import static org.followerassay.table.IngestTables.REJECTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.followerassay.ingest.format.Ids;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ColumnsTest {
    @TempDir
    Path folder;

    @Test
    void aFollowerListIsTurnedRoundAndItsFollowersDescribed(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.read(run.bytes("list.csv", IngestRun.gzip("""
                \uFEFFfollowee,follower,position_newest_first,created_at_epoch,posts,default_picture,bio_length,Shoe Size
                900,3,0,1638609269,1,0,0,44
                900,2,1,1280142248,"14",1,7,44
                900,1,2,1270000000,5,,"",44
                900,900,3,1270000000,5,0,0,44
                """)));

        assertTable("""
                snapshot    followee  follower  position  followed_at
                2021-12-05  900       1         0         -
                2021-12-05  900       2         1         -
                2021-12-05  900       3         2         -
                """, run.table(FOLLOWS), draw);
        assertTable("""
                account  created_at            posts  has_picture  has_bio  likes
                1        2010-03-31T01:46:40Z  5      -            -        -
                2        2010-07-26T11:04:08Z  14     false        true     -
                3        2021-12-04T09:14:29Z  1      true         false    -
                """, run.table(ACCOUNTS), draw);
        assertTable("""
                account  direction  listed  stated  complete  reason
                900      followers  3       -       true      -
                """, run.table(COVERAGE), draw);
        assertTrue(run.hasSaid("follower lists, newest first, of 1 account, 3 rows"), run.said.toString());
        assertTrue(run.hasSaid("the midnight after the newest time it states"), run.said.toString());
        assertTrue(run.hasSaid("columns left out: 'Shoe Size'"), run.said.toString());
        assertTrue(
                run.hasSaid("5 lines = 1 header + 3 accepted + 0 repeated + 0 conflicting + 1 self ties + 0 rejected"),
                run.said.toString());
    }

    @Test
    void theListsOfAnUnnamedOwnerShareItAndKeepTheirSnapshots(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        String followers = run.file("daily_followers_c.csv", """
                observed_at_epoch,row_in_list,account
                1675382400,0,2
                1675382400,1,1
                1675468800,0,3
                1675468800,1,2
                """);
        String followees = run.file("daily_followees_c.csv", """
                observed_at_epoch,row_in_list,account
                1675382400,0,9
                """);
        run.read(followers, followees);

        long owner = Ids.unkeyed("daily_c");
        assertTable("""
                snapshot    followee  follower  position
                2023-02-03  OWNER     1         0
                2023-02-03  OWNER     2         1
                2023-02-04  OWNER     2         0
                2023-02-04  OWNER     3         1
                2023-02-03  9         OWNER     -
                """.replace("OWNER", Long.toString(owner)), run.table(FOLLOWS), draw);
        assertTable("""
                snapshot    account  direction  listed  complete
                2023-02-03  OWNER    followees  1       true
                2023-02-03  OWNER    followers  2       true
                2023-02-04  OWNER    followers  2       true
                """.replace("OWNER", Long.toString(owner)), run.table(COVERAGE), draw);
        assertTable("external_id\ndaily_c\n", run.table(IDENTITIES), draw);
        assertTrue(run.hasSaid("'daily_c'"), run.said.toString());
    }

    @Test
    void profilesTiesAndFriendshipsAreToldApartByTheirColumns(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        run.read(
                run.file("in/accounts.csv", """
                        account;created_at;posts;private
                        7;Fri Apr 06 10:58:22 +0000 2007;20370;1
                        """),
                run.file("in/stars.tsv", "account\ttarget\tstarred_at\n1\t2\t2023-04-04T20:15:37Z\n"),
                run.file("in/trust.csv", "truster,trusted\n3,4\n"),
                run.file("in/friends.csv", "account_1,account_2\n5,6\n6,5\n"));

        assertTable("""
                follower  followee  followed_at
                1         2         2023-04-04T20:15:37Z
                3         4         -
                5         6         -
                6         5         -
                """, run.table(FOLLOWS), draw);
        assertTable("""
                snapshot    account  created_at            posts  is_private
                2026-10-31  7        2007-04-06T10:58:22Z  20370  true
                """, run.table(ACCOUNTS), draw);
        assertTable("""
                account  direction  listed
                1        followees  1
                2        followers  1
                3        followees  1
                4        followers  1
                5        followees  1
                5        followers  1
                6        followees  1
                6        followers  1
                """, run.table(COVERAGE), draw);
        assertTrue(run.hasSaid("1 follows 2") && run.hasSaid("5 and 6 follow each other"), run.said.toString());
        assertTrue(run.hasSaid("3 lines = 1 header + 1 accepted + 1 repeated"), run.said.toString());
    }

    @Test
    void ourOwnTablesAreReadAndCoverageIsSettledOverAllOfThem(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.file("own/accounts.csv", "snapshot,account,followers\n2026-10-31,10,2\n2026-10-31,11,100\n");
        run.file(
                "own/coverage.csv",
                "snapshot,account,direction,stated,complete,reason\n2026-10-31,12,followers,9,false,stopped\n");
        run.file("own/follow_changes.csv", "follower,followee,change,changed_at\n1,10,unfollow,2026-10-30 12:00:00\n");
        run.file("own/follows.csv", """
                snapshot,followee,follower,position
                2026-10-31,10,1,0
                2026-10-31,10,2,1
                2026-10-31,11,1,0
                2026-10-31,12,1,0
                """);
        run.file("own/interactions.csv", "actor,target,kind,day,count\n1,10,reply,2026-10-30,4\n");
        run.file("own/_SUCCESS", "");
        run.read(folder.resolve("own").toString());

        assertTable("""
                account  direction  listed  stated  complete  reason
                10       followers  2       2       true      -
                11       followers  1       100     false     99 of 100 stated ties are missing (99.0 %)
                12       followers  1       9       false     stopped
                """, run.table(COVERAGE), draw);
        assertTable("""
                follower  followee  change    earliest              latest
                1         10        unfollow  2026-10-30T12:00:00Z  2026-10-30T12:00:00Z
                """, run.table(FOLLOW_EVENTS), draw);
        assertTable("""
                actor  target  kind   period      count
                1      10      reply  2026-10-30  4
                """, run.table(INTERACTIONS), draw);
        assertEquals(5, run.said.size());
    }

    @Test
    void listsThatACoverageTableVouchesForAreTheListsOfTheirSnapshot(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.file("vouched/coverage.csv", """
                snapshot,account,direction,stated,complete
                2026-10-31,10,followers,2,true
                2026-10-31,1,followees,3,true
                2026-10-31,3,followees,7,true
                """);
        run.file("vouched/follows.csv", """
                snapshot,followee,follower,position
                2026-10-31,10,1,0
                2026-10-31,10,2,1
                2026-10-31,11,1,
                2026-10-31,12,1,
                2026-11-30,10,1,
                2026-11-30,11,1,
                2026-11-30,12,1,
                """);
        run.read(folder.resolve("vouched").toString());

        assertTable("""
                snapshot    account  direction  listed  stated  complete  reason
                2026-10-31  1        followees  3       3       true      -
                2026-10-31  3        followees  0       7       false     no list of it was read
                2026-10-31  10       followers  2       2       true      -
                2026-11-30  10       followers  1       -       true      -
                2026-11-30  11       followers  1       -       true      -
                2026-11-30  12       followers  1       -       true      -
                """, run.table(COVERAGE), draw);
    }

    @Test
    void everyBadLineIsKeptWithItsReasonAndNothingElseIsLost(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        String csv = """
                follower,followee,position,followed_at\r
                1,10,0,2026-01-01\r
                1,10,0,2026-01-01\r
                1,10,5,2026-01-01\r
                12x,10,1,2026-01-01\r
                0012,10,1,\r
                9223372036854775808,10,1,\r
                2,10\r
                3,"10,1,2026-01-01\r
                ,10,1,2026-01-01\r
                4,10,-1,2026-01-01\r
                5,10,1,yesterday\r
                \r
                6,6,1,2026-01-01\r
                @Ann,10,7,1767225600000\r
                """;
        byte[] head = csv.getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = Arrays.copyOf(head, head.length + 4);
        latin1[head.length] = (byte) 0xfc;
        latin1[head.length + 1] = ',';
        latin1[head.length + 2] = '9';
        latin1[head.length + 3] = '\n';
        run.read(run.bytes("follows.csv", latin1));

        assertTable("""
                line  reason
                5     bad_id
                6     bad_id
                7     bad_id
                8     wrong_cell_count
                9     open_quote
                10    missing_cell
                11    bad_number
                12    bad_time
                16    bad_encoding
                """, run.table(REJECTS), draw);
        assertTable("""
                lines  header  accepted  repeated  conflicting  self_ties  rejected
                16     2       2         1         1            1          9
                """, run.table(INPUT_FILES), draw);
        assertTable("""
                position  followed_at
                0         2026-01-01
                7         2026-01-01
                """, run.table(FOLLOWS), draw);
        assertTable("external_id\n@Ann\n", run.table(IDENTITIES), draw);
        Row reject = run.table(REJECTS).where(functions.col("line").equalTo(5)).first();
        assertEquals("follower '12x' is not an id", reject.getAs("explanation"));
        assertEquals("12x,10,1,2026-01-01", reject.getAs("row"));
    }

    @Test
    void theOrderOfLinesDoesNotMatterWherePositionsAreGiven(Drawings draw) {
        IngestRun one = new IngestRun(draw.session(), folder.resolve("one")).snapshot("2026-10-31T00:00:00Z");
        IngestRun other = new IngestRun(draw.session(), folder.resolve("other")).snapshot("2026-10-31T00:00:00Z");
        String header = "followee,follower,row_in_list,posts\n";
        one.read(one.file("list.csv", header + "10,1,2,5\n10,2,1,6\n10,3,0,7\n"));
        other.read(other.file("list.csv", header + "10,3,0,7\n10,1,2,5\n10,2,1,6\n"));

        assertEquals(0, one.table(FOLLOWS).exceptAll(other.table(FOLLOWS)).count());
        assertEquals(0, one.table(ACCOUNTS).exceptAll(other.table(ACCOUNTS)).count());
        assertEquals(3, other.table(FOLLOWS).count());
    }

    @Test
    void aParquetFileIsCheckedLikeACsvFile(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        String parquet = folder.resolve("follows").toString();
        draw.session()
                .range(3)
                .selectExpr("id as who", "case when id = 1 then '-5' else '100' end as followee")
                .coalesce(1)
                .write()
                .parquet(parquet);
        run.columns("who", "follower").read(parquet);

        assertTable("follower  followee\n0  100\n2  100\n", run.table(FOLLOWS), draw);
        assertTable("line  reason\n2  bad_id\n", run.table(REJECTS), draw);
    }

    @Test
    void pseudonymsShowNoIdAnywhereButInTheTableOfNames(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder)
                .snapshot("2026-10-31T00:00:00Z")
                .pseudonymise("0123456789abcdef0123456789abcdef");
        run.read(run.file("follows.csv", "follower,followee\n123456,654321\n123456,bad id!\u0007\n"));

        Row tie = run.table(FOLLOWS).first();
        assertTrue(tie.<Long>getAs("follower") > 1_000_000_000L, tie.toString());
        assertTable("external_id\n123456\n654321\n", run.table(IDENTITIES), draw);
        String reject = run.table(REJECTS).first().toString();
        assertTrue(!reject.contains("123456") && !reject.contains("bad id"), reject);
        assertTrue(!run.hasSaid("123456"), run.said.toString());
    }
}
