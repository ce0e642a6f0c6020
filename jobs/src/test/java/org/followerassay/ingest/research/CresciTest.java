package org.followerassay.ingest.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CresciTest {
    private static final String HEADER =
            "id,screen_name,statuses_count,followers_count,friends_count,created_at,default_profile_image,description,updated\n";
    private static final String TIME = "Fri Apr 06 10:58:22 +0000 2007";

    @TempDir
    Path set;

    @BeforeEach
    void oneProfile() throws IOException {
        write("users.csv", HEADER + profile("7", "hi"));
    }

    private void write(String name, String text) throws IOException {
        Path file = set.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String profile(String id, String description) {
        return "\"" + id + "\",\"h" + id + "\",\"1\",\"2\",\"3\",\"" + TIME + "\",\"\",\"" + description
                + "\",\"2015-02-14 10:54:49\"\n";
    }

    @Test
    void inBothFilesTheSourceFollowsTheTargetButTheListIsAnothers() throws IOException {
        write("followers.csv", "\"source_id\",\"target_id\"\n\"1\",\"7\"\n");
        write("friends.csv", "\"source_id\",\"target_id\"\n\"7\",\"2\"\n");

        Staged.of(new Cresci(), set).assertRows("tie", """
                file           follower  followee  direction
                followers.csv  1         7         followers
                friends.csv    7         2         followees
                """);
    }

    @Test
    void columnsAreTakenByTheirNamesNotByTheirPlaces() throws IOException {
        write("followers.csv", "target_id,source_id\n7,1\n");

        Staged.of(new Cresci(), set).assertRows("tie", """
                follower  followee  direction
                1         7         followers
                """);
    }

    @Test
    void whoFollowsWhomIsNotGuessedFromColumnsWithoutNames() throws IOException {
        write("friends.csv", "7,1\n");

        String refusal = Staged.refusal(new Cresci(), set);

        assertTrue(refusal.contains("/friends.csv does not name source_id and target_id"), refusal);
    }

    @Test
    void aListIsStatedOnlyWhereItsFileLiesBesideTheProfiles() throws IOException {
        write("E13.csv/users.csv", HEADER + profile("8", "a"));
        write("E13.csv/friends.csv", "source_id,target_id\n8,1\n");
        write("INT.csv/users.csv", HEADER + profile("9", "b"));

        Staged.of(new Cresci(), set).assertRows("list", """
                file               account  direction  stated
                E13.csv/users.csv  8        followees  3
                """);
    }

    @Test
    void aDescriptionMayGoOnOverSeveralLinesAndAnOpenQuoteCostsOneRow() throws IOException {
        write(
                "users.csv",
                HEADER
                        + profile("1", "first\nsecond,\"\"third\"\"\n")
                        + profile("2", "open \" quote")
                        + profile("3", ""));

        Staged staged = Staged.of(new Cresci(), set);

        staged.assertRows("profile", """
                line  account  has_bio  snapshot
                2     1        true     2015-02-14 10:54:49
                6     3        false    2015-02-14 10:54:49
                """);
        staged.assertRows("rejected", """
                line  code
                5     open_quote
                """);
    }

    @Test
    void aRowWithMissingCellsIsNoProfile() throws IOException {
        write("users.csv", HEADER + "1,ann,3\nann,ann,1,2,3," + TIME + ",,x,\n,b,1,2,3," + TIME + ",,x,\n");

        Staged.of(new Cresci(), set).assertRows("rejected", """
                line  code              explanation
                2     wrong_cell_count  the row has 3 cells, the header 9
                3     bad_id            account is not a decimal id
                4     missing_cell      account is missing
                """);
    }

    @Test
    void postsAreNotRead() throws IOException {
        write("tweets.csv", "id,text\n1,\"x\"\n");

        Staged staged = Staged.of(new Cresci(), set);

        assertEquals(1, staged.export().parts().size());
        assertEquals("[tweets.csv is not read]", staged.export().notes().toString());
        assertEquals(1, staged.counted(RowSink.HEADER));
    }

    @Test
    void otherUsersAndFoldersOfOtherNamesAreNotClaimed() throws IOException {
        write("users.csv", "id,name\n1,ann\n");
        write("mine/E13.csv/users.csv", HEADER + profile("8", "a"));

        assertTrue(Staged.recognise(new Cresci(), set, Staged.asked()).isEmpty());
        assertTrue(Staged.recognise(new Cresci(), set.resolve("mine"), Staged.asked())
                .isPresent());
    }
}
