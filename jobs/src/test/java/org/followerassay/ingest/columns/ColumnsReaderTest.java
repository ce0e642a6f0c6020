package org.followerassay.ingest.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table says by the names of its columns, row by row; {@code ColumnsTest} follows it into the tables. */
class ColumnsReaderTest {
    @TempDir
    Path folder;

    @Test
    void aFollowerListDescribesItsFollowers() throws IOException {
        Staged read = read("list.csv", """
                followee,follower,position_newest_first,created_at,posts,default_picture,Shoe Size
                900,3,0,2021-12-04,1,0,44
                900,2,1,2010-07-26,x,1,44
                900,900,2,2010-07-26,7,1,44
                """);

        assertEquals("follower lists, newest first", read.export().what());
        read.assertRows("tie", """
                follower  followee  newest_first  direction  line
                3         900       0             followers  2
                2         900       1             followers  3
                """);
        read.assertRows("profile", """
                account  created_at  posts  has_picture  further
                3        2021-12-04  1      true         true
                """);
        read.assertRows("rejected", """
                line  further  code
                3     true     bad_number
                """);
        assertEquals(1, read.counted(RowSink.SELF_TIE));
        assertTrue(read.export().notes().contains("each row also describes the follower"));
        assertTrue(read.export().notes().contains("columns left out: 'Shoe Size'"));
    }

    @Test
    void plainTiesDescribeNobodyAndHaveNoOrder() throws IOException {
        Staged read = read("ties.csv", "src,dst\n1,2\n");

        assertEquals("ties", read.export().what());
        assertEquals(List.of(), read.export().notes());
        assertTrue(!read.report().contains("direction") && !read.report().contains("profile"), read.report());
        read.assertRows("tie", "follower  followee\n1  2\n");
    }

    @Test
    void positionsCountFromTheOldest() throws IOException {
        Staged read =
                read("ties.csv", "follower,followee,position,followed_at,snapshot\n1,2,0,2026-01-01,2026-02-01\n");

        assertEquals("follower lists with positions, oldest = 0", read.export().what());
        read.assertRows(
                "tie",
                "follower  followee  position  direction  followed_at  snapshot\n1  2  0  followers  2026-01-01  2026-02-01\n");
    }

    @Test
    void friendsFollowEachOther() throws IOException {
        Staged read = read(
                "friends.csv", "account_1,account_2,followed_at\n5,6,2026-01-01\n7,7,2026-01-01\n-3,8,2026-01-01\n");

        assertTrue(read.export().isUndirected());
        read.assertRows("tie", """
                line  further  follower  followee  followed_at
                2     false    5         6         2026-01-01
                2     true     6         5         2026-01-01
                """);
        assertEquals(1, read.counted(RowSink.SELF_TIE));
    }

    @Test
    void aListBelongsToWhomItsFileIsNamedAfter() throws IOException {
        Staged followers = read("daily_followers_c-2026-10-31.csv", "row_in_list,account,posts\n0,2,4\n1,1,\n");
        Staged followees = read("daily_followees_c.csv", "account\n9\n");

        followers.assertRows("tie", """
                follower  followee  newest_first  direction
                2         OWNER     0             followers
                1         OWNER     1             followers
                """);
        followers.assertRows("profile", "account  posts\n2  4\n1  -\n");
        followees.assertRows("tie", "follower  followee  direction\nOWNER  9  followees\n");
        assertEquals("lists of one account, newest first", followers.export().what());
        assertEquals("lists of one account, in no order", followees.export().what());
        assertEquals("daily_c", followers.export().owner().orElseThrow().name());
        assertEquals(
                followers.export().owner().orElseThrow().account(),
                followees.export().owner().orElseThrow().account());
        assertTrue(followers.report().contains("taken 2026-10-31 (from the file's name)"), followers.report());
    }

    @Test
    void changesHaveAnIntervalOrOneTime() throws IOException {
        read("changes.csv", """
                follower,followee,change,earliest,latest
                1,2,follow,2026-01-01,2026-01-02
                1,3,unfollow,2026-01-01,
                1,4,follow,2026-01-03,2026-01-02
                1,5,poke,2026-01-03,2026-01-04
                """).assertRows("event", """
                follower  followee  change    earliest    latest
                1         2         follow    2026-01-01  2026-01-02
                1         3         unfollow  2026-01-01  2026-01-01
                """);
        read("changed.csv", "follower,followee,change,changed_at\n1,2,follow,2026-01-01\n")
                .assertRows("event", "earliest  latest\n2026-01-01  2026-01-01\n");
    }

    @Test
    void interactionsAndCoverageAndProfilesAreToldApart() throws IOException {
        read("acts.csv", "actor,target,kind,period,count\n1,2,reply,2026-01-01,3\n")
                .assertRows("interaction", """
                actor  target  interaction  period      count
                1      2       reply        2026-01-01  3
                """);
        Staged coverage = read("coverage.csv", "account,direction,stated,complete,reason\n1,followers,9,false,cut\n");
        coverage.assertRows("list", """
                account  direction  stated  complete  reason
                1        followers  9       false     cut
                """);
        assertEquals("coverage of lists", coverage.export().what());
        Staged profiles = read("people.csv", "id;Screen Name;followers count;bio;private\n1;ann;9; ;1\n2;;;x;no\n");
        profiles.assertRows("profile", """
                account  handle  followers  has_bio  is_private
                1        ann     9          false    true
                2        -       -          true     false
                """);
        assertEquals("profiles", profiles.export().what());
    }

    @Test
    void aRowOfOtherWidthOrWithAnOpenQuoteIsRejected() throws IOException {
        Staged read = read("ties.csv", "follower,followee\n1,2,3\n1\n1,\"2\n\"3\",\"4\"\n,5\n");

        read.assertRows("tie", "follower  followee\n3  4\n");
        read.assertRows("rejected", """
                line  code              explanation
                2     wrong_cell_count  3 cells instead of 2
                3     wrong_cell_count  1 cell instead of 2
                4     open_quote        a quoted cell does not end on the line it began on
                6     missing_cell      follower is empty
                """);
    }

    @Test
    void theEndsOfATieCanBeTurnedAndRenamed() throws IOException {
        Staged turned = read("ties.csv", "a,b\n1,2\n", true, Map.of("A", "follower", "b", "followee"));

        turned.assertRows("tie", "follower  followee\n2  1\n");
        assertTrue(turned.export().isFolloweeFirst());
    }

    @Test
    void ofTwoColumnsOfOneMeaningTheMoreTellingOneIsRead() throws IOException {
        read("ties.csv", "source,followee,follower\n1,2,3\n").assertRows("tie", "follower  followee\n3  2\n");
        read("people.csv", "account,bio,has_bio\n1,x,false\n").assertRows("profile", "has_bio\nfalse\n");
        read("people.csv", "account,posts,mine\n1,5,6\n", false, Map.of("mine", "posts"))
                .assertRows("profile", "posts\n6\n");
    }

    @Test
    void accountAndTargetAreATieWhereNoEndIsNamed() throws IOException {
        read("stars.csv", "account,target,starred_at\n1,2,2026-01-01\n")
                .assertRows("tie", "follower  followee  followed_at\n1  2  2026-01-01\n");
        read("more.csv", "follower,target\n1,2\n").assertRows("tie", "follower  followee\n1  2\n");
    }

    @ParameterizedTest(name = "{0} is the list of {1}")
    @CsvSource({
        "daily_followers_c.csv, daily_c",
        "followers-2026-10-31.txt.gz, followers-2026-10-31",
        "ann.followees.20261031.csv, ann",
        "Bob Following.csv, Bob",
        "friends_of_eve.csv, of_eve",
        "myfollowersx.csv, myfollowersx",
        "carl.csv, carl"
    })
    void aFileNameTellsItsOwner(String file, String owner) throws IOException {
        assertEquals(owner, ListOwner.of(place(file), Staged.asked()).name());
    }

    @ParameterizedTest(name = "{0} lists {1}")
    @CsvSource({
        "daily_followers_c.csv, followers",
        "Follower.txt, followers",
        "FOLLOWINGS.csv, followees",
        "followee-list.csv, followees",
        "friends.csv, followees",
        "myfollowers.csv, nobody knows"
    })
    void aFileNameTellsTheDirection(String file, String direction) {
        assertEquals(direction, ListOwner.direction(file, Staged.asked()).orElse("nobody knows"));
        Asked said = Staged.asked(null, "followees", null);
        assertEquals(Optional.of("followees"), ListOwner.direction(file, said));
    }

    @Test
    void hiddenNamesOfFilesAreHashedWithTheKey() throws IOException {
        Asked open = Staged.asked();
        Asked hiding = new Asked(
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Ids.keyed(new byte[] {1, 2, 3}, true));

        assertEquals(
                Ids.unkeyed("ann"),
                ListOwner.of(place("ann_followers.csv"), open).account());
        assertTrue(ListOwner.of(place("ann_followers.csv"), hiding).account() != Ids.unkeyed("ann"));
        assertEquals(
                "7",
                ListOwner.of(place("ann.csv"), Staged.asked("7", null, null)).name());
    }

    private Place place(String file) throws IOException {
        return Staged.place(Files.writeString(folder.resolve(file), "1\n"));
    }

    @Test
    void whatIsNoTableIsRefusedInWords() throws IOException {
        assertRefused("1,2\n3,4\n", "begins with numbers, not with the names of columns: add a header line");
        assertRefused("\n\n  \n", "holds blank lines only");
        assertRefused("\"a,b\n", "the header has a quote that stays open");
        assertRefused("shoe,size\n1,2\n", "the columns 'shoe', 'size' are none of a known export (ties need");
        assertRefused("x".repeat(400) + ",b\n", "x".repeat(299) + "… are none");
    }

    private void assertRefused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), text);
        String refusal = Staged.refusal(new ColumnsFormat(), file);
        assertTrue(refusal.contains(why), refusal);
    }

    @Test
    void blankLinesBeforeTheHeaderAreHeaders() throws IOException {
        Staged read = read("ties.csv", "\n \nfollower,followee\n1,2\n");

        assertEquals(3, read.counted(RowSink.HEADER));
        read.assertRows("tie", "line  follower\n4  1\n");
    }

    @Test
    void aFileWhoseLastLineIsOpenIsDoubted() throws IOException {
        assertTrue(doubts("follower,followee\n1,2").contains("its last line has no line end"));
        assertEquals("[]", doubts("follower,followee\n1,2\n"));
    }

    private String doubts(String text) throws IOException {
        return read("ties.csv", text).export().doubts().toString();
    }

    @Test
    void onlyColumnsOfOursCanBeMeant() {
        Vocabulary.requireKnown("Screen-Name ", "x");
        AssayException unknown = org.junit.jupiter.api.Assertions.assertThrows(
                AssayException.class, () -> Vocabulary.requireKnown("shoe", "x"));
        assertTrue(unknown.getMessage()
                .startsWith("--columns x=shoe: 'shoe' is no column of ours; it may be one of follower,"));
    }

    private Staged read(String name, String text) throws IOException {
        return read(name, text, false, Map.of());
    }

    private Staged read(String name, String text, boolean reversed, Map<String, String> columns) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Asked asked =
                new Asked(false, Optional.empty(), Optional.empty(), reversed, Optional.empty(), columns, Ids.open());
        return Staged.of(new ColumnsFormat(), file, asked);
    }
}
