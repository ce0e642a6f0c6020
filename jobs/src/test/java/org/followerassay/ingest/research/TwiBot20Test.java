package org.followerassay.ingest.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwiBot20Test {
    @TempDir
    Path set;

    private Staged read(String elements) throws IOException {
        return Staged.of(new TwiBot20(), file(elements));
    }

    private Path file(String elements) throws IOException {
        return Files.writeString(set.resolve("mine.json"), elements);
    }

    @Test
    void followingIsWhomTheAccountFollowsAndFollowerWhoFollowsIt() throws IOException {
        read("""
                [{"ID": "7", "profile": {"id": "7 "}, "neighbor": {"following": ["1"], "follower": ["2"]}}]
                """).assertRows("tie", """
                follower  followee  direction
                2         7         followers
                7         1         followees
                """);
    }

    @Test
    void aBlankAfterEachValueIsNoPartOfIt() throws IOException {
        read("""
                [{"ID": "7", "profile": {"id": "7 ", "screen_name": "ann ", "created_at":
                 "Tue Nov 18 10:27:25 +0000 2008 ", "followers_count": "15349596 ", "verified": "True ",
                 "protected": "False ", "description": "None ", "default_profile_image": "False "}}]
                """).assertRows("profile", """
                account  handle  created_at           followers  verified  is_private  has_bio  has_picture  posts
                7        ann     2008-11-18 10:27:25  15349596   true      false       false    true         -
                """);
    }

    @Test
    void aSampleIsNeverTakenForTheWholeList() throws IOException {
        Staged staged = read("""
                [{"ID": "7", "profile": {"followers_count": "900 ", "friends_count": "80 "},
                  "neighbor": {"following": [], "follower": ["2"]}}]
                """);

        assertTrue(staged.export().partial().isPresent());
        staged.assertRows("list", """
                account  direction  stated  complete
                7        followers  900     false
                7        followees  80      false
                """);
    }

    @Test
    void anAccountWithoutNeighboursSaysNothingOfItsLists() throws IOException {
        Staged staged = read("""
                [{"ID": "7", "profile": {"followers_count": "9 "}, "neighbor": null},
                 {"ID": "8", "profile": null, "neighbor": null}]
                """);

        staged.assertRows("list", "account  direction");
        assertEquals(1, staged.counted(RowSink.OTHER));
    }

    @Test
    void whatIsNoAccountIsRejected() throws IOException {
        read("""
                [{"ID": "7", "profile": null}, {"profile": {}}, {"ID": "ann", "profile": {}}, 5, null,
                 {"ID": "7", "profile": {"id": "8 "}}, {"ID": "7", "ID": "8"}]
                """).assertRows("rejected", """
                line  code
                2     missing_cell
                3     bad_id
                4     missing_cell
                5     missing_cell
                6     bad_record
                7     bad_record
                """);
    }

    @Test
    void otherArraysOfObjectsAreNotClaimed() throws IOException {
        Path other = file("[{\"ID\": \"7\", \"name\": \"ann\"}]");

        assertTrue(Staged.recognise(new TwiBot20(), other, Staged.asked()).isEmpty());
    }
}
