package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatedListsTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("ann"));
    }

    @Test
    void theWordInTheNameSaysWhoFollowsWhom() throws IOException {
        write("followers-2026-01-01.txt", "bob\n");
        write("followers-2026-01-02.txt", "bob\n");
        write("following-2026-01-01.txt", "# taken by hand\ncat\n");
        Staged staged = Staged.of(new DatedLists(), folder);

        staged.assertRows("tie", """
                follower  followee  direction  snapshot
                bob       OWNER     followers  2026-01-01
                bob       OWNER     followers  2026-01-02
                OWNER     cat       followees  2026-01-01
                """);
        assertEquals(List.of(Owner.FOLLOWERS, Owner.FOLLOWEES), staged.export().lists());
        assertEquals("ann", staged.export().owner().orElseThrow().name());
    }

    @Test
    void withoutTheWordTheUserSaysIt() throws IOException {
        write("2026-01-01.txt", "bob\n");
        write("2026-01-02T06-30.txt", "bob\n");
        write("2026-01-02T18-30.txt", "bob\n");

        assertTrue(recognised(Staged.asked()).isEmpty());
        Staged.of(new DatedLists(), folder, Staged.asked("900000000000000001", Owner.FOLLOWEES, null))
                .assertRows("tie", """
                        follower  followee  snapshot
                        OWNER     bob       2026-01-01
                        OWNER     bob       2026-01-02 06:30:00
                        OWNER     bob       2026-01-02 18:30:00
                        """);
        assertRefused("add --direction", Staged.asked(null, null, null));
    }

    @Test
    void jsonArraysHoldNamesIdsOrObjects() throws IOException {
        write("followers_20260101.json", "[\"bob\", \"cat\", null, {}]");
        write("followers_20260102.json", "[]");
        write("followers_20260103.json", "[\"bob\"]");
        write("following_20260101.json", "[{\"login\":\"007\",\"site_admin\":false},{\"site_admin\":true}]");
        Staged staged = Staged.of(new DatedLists(), folder);

        staged.assertRows("tie", """
                file                     line  follower  followee
                followers_20260101.json  1     bob       OWNER
                followers_20260101.json  2     cat       OWNER
                followers_20260103.json  1     bob       OWNER
                following_20260101.json  1     OWNER     007
                """);
        staged.assertRows("rejected", """
                file                     line  code
                followers_20260101.json  3     missing_cell
                followers_20260101.json  4     missing_cell
                following_20260101.json  2     missing_cell
                """);
        staged.assertRows("list", """
                file                     account  direction  snapshot    stated  complete  reason
                followers_20260102.json  OWNER    followers  2026-01-02  0       false     the list is empty
                """);
    }

    @Test
    void aTableGivesTheIdRatherThanTheNameAndRowsMayGoOnOverLines() throws IOException {
        write("followers-2026-01-01.csv", "login,id,bio\nbob,900000000000000002,\"a\nb\"\ncat,900000000000000003,\n");
        write("followers-2026-01-02.csv", "login,id,bio\ncat,900000000000000003\n");
        Staged staged = Staged.of(new DatedLists(), folder);

        staged.assertRows("tie", """
                line  follower
                2     900000000000000002
                4     900000000000000003
                """);
        staged.assertRows("rejected", """
                line  code
                2     wrong_cell_count
                """);
        staged.assertRows("list", "line\n");
    }

    @Test
    void linesWithTwoAccountsAreNoListAndAmongOthersAreRejected() throws IOException {
        write("followers-2026-01-01.txt", "bob cat\n");
        write("followers-2026-01-02.txt", "bob cat\n");
        assertTrue(recognised(Staged.asked()).isEmpty());

        write("followers-2026-01-01.txt", "bob\n" + "dan\n".repeat(300) + "bob cat\n");
        write("followers-2026-01-02.txt", "bob\n");
        Staged.of(new DatedLists(), folder).assertRows("rejected", """
                line  code              text
                302   wrong_cell_count  bob cat
                """);
    }

    @Test
    void anInboxOfOtherThingsIsLeftAlone() throws IOException {
        write("followers-2026-01-01.txt", "bob\n");
        assertTrue(recognised(Staged.asked()).isEmpty(), "one date only");

        write("followers-2026-01-02.txt", "bob\n");
        assertTrue(recognised(Staged.asked()).isPresent());

        write("edges.txt", "1 2\n");
        assertTrue(recognised(Staged.asked()).isEmpty(), "a file without a date");

        Files.delete(folder.resolve("edges.txt"));
        Files.createDirectory(folder.resolve("bob"));
        write("bob/followers-2026-01-02.txt", "cat\n");
        assertTrue(recognised(Staged.asked()).isEmpty(), "a folder of several accounts");
    }

    @Test
    void aTableThatSaysMoreIsReadAsWhatItIs() throws IOException {
        write("followers-2026-01-01.csv", "observed_at,account,row_in_list\n2026-01-01,2,0\n");
        write("followers-2026-01-02.csv", "observed_at,account,row_in_list\n2026-01-02,2,0\n");

        assertTrue(recognised(Staged.asked()).isEmpty());
    }

    @Test
    void twoListsOfOneTimeAndAListOfNobodyKnownAreRefused() throws IOException {
        write("followers-2026-01-01.txt", "bob\n");
        write("followers-20260101.txt", "bob\n");
        write("followers-2026-01-02.txt", "bob\n");
        assertRefused("carry the same time", Staged.asked());

        Path nameless = Files.createDirectory(temporary.resolve("followers"));
        Files.writeString(nameless.resolve("2026-01-01.txt"), "bob\n");
        Files.writeString(nameless.resolve("2026-01-02.txt"), "bob\n");
        assertTrue(Staged.refusal(new DatedLists(), nameless).contains("add --account"));
    }

    private void assertRefused(String why, Asked asked) {
        AssayException refused = Assertions.assertThrows(AssayException.class, () -> recognised(asked));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private Optional<?> recognised(Asked asked) {
        return Staged.recognise(new DatedLists(), folder, asked);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
