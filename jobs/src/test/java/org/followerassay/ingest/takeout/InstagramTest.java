package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/instagram");
    private static final String BEA =
            "[{\"string_list_data\": [{\"value\": \"bea.example\", \"timestamp\": 1700000000}]}]";

    @TempDir
    private Path folder;

    @Test
    void followersFollowTheOwnerAndFolloweesAreFollowedByTheOwner() {
        Staged staged = Staged.of(new Instagram(), FIXTURES.resolve("2025"));

        staged.assertRows("tie", """
                line  follower      followee      direction  followed_at
                1     bea.example   OWNER         followers  2025-06-03 08:00:01
                2     cleo_example  OWNER         followers  2025-05-28 19:20:21
                3     12345678      OWNER         followers  2025-05-02 06:07:08
                4     __dan__       OWNER         followers  2025-01-01
                1     __dan__       OWNER         followers  2025-01-01
                2     eve.example   OWNER         followers  -
                5     gus.example   OWNER         followers  2022-02-03 04:05:06
                1     OWNER         bea.example   followees  2025-06-04 10:11:12
                2     OWNER         hal.example   followees  2024-12-24 18:00:00
                3     OWNER         ida.example   followees  2024-11-05 09:00:00
                4     OWNER         gus.example   followees  2022-02-03 05:00:00
                """);
        staged.assertRows("rejected", """
                line  code          explanation
                3     missing_cell  value, title and href name no account
                4     bad_id        'fay example' is not a user name of Instagram
                2     missing_cell  earliest is missing
                """);
        assertEquals(3, staged.counted("other"), "requests");
    }

    @Test
    void theOwnerUnfollowedWhomTheFileOfUnfollowsNames() {
        for (String year : List.of("2022", "2023")) {
            Staged staged = Staged.of(new Instagram(), FIXTURES.resolve(year));

            staged.assertRows(
                    "event",
                    "follower  followee     change    earliest             latest\n"
                            + (year.equals("2022")
                                    ? "OWNER  pia.example  unfollow  2022-09-30 20:00:00  2022-09-30 20:00:00"
                                    : "OWNER  oda.example  unfollow  2022-12-31 23:59:59  2022-12-31 23:59:59"));
        }
    }

    @Test
    void theExportOf2019KeysItsListsByName() {
        Staged staged = Staged.of(new Instagram(), FIXTURES.resolve("2019"));

        staged.assertRows("tie", """
                line  follower      followee     followed_at
                2     bea.example   OWNER        2019-05-01 12:00:00
                3     12345678      OWNER        2019-04-30 12:00:01
                4     cleo_example  OWNER        2018-12-24 18:19:20
                6     OWNER         bea.example  2019-05-02 07:08:09
                7     OWNER         ida.example  2017-01-01
                """);
        staged.assertRows("rejected", """
                line  code      explanation
                5     bad_time  followed_at 'yesterday' is not a time between 1970 and 2100
                """);
    }

    @Test
    void theListsMayLieInAnyOfTheKnownFolders() throws IOException {
        for (String at : List.of("", "followers_and_following/", "connections/followers_and_following/")) {
            Path export = folder.resolve("case" + at.length());

            Staged staged = Staged.of(new Instagram(), Drawn.folder(export, Map.of(at + "followers_1.json", BEA)));

            staged.assertRows("tie", """
                    follower     followee  followed_at
                    bea.example  OWNER     2023-11-14 22:13:20
                    """);
            assertEquals(List.of("followers"), staged.export().lists());
        }
    }

    @Test
    void partsAreReadInTheOrderOfTheirNumbers() throws IOException {
        Staged staged = Staged.of(
                new Instagram(),
                Drawn.folder(
                        folder, Map.of("followers_1.json", BEA, "followers_10.json", "[]", "followers_2.json", "[]")));

        assertEquals(
                List.of("followers_1.json", "followers_2.json", "followers_10.json"),
                staged.export().parts().stream()
                        .map(part -> part.entry().path())
                        .toList());
    }

    @Test
    void aPartThatIsMissingLeavesTheListIncomplete() throws IOException {
        for (String parts : List.of("1,3 2", "2 1", "1,2 -", "10 1")) {
            Path export = folder.resolve(parts);
            for (String part : parts.split(" ")[0].split(",")) {
                Drawn.folder(export, Map.of("followers_" + part + ".json", BEA));
            }
            String missing = parts.split(" ")[1];

            assertEquals(
                    missing.equals("-") ? "" : "part " + missing + " of the list of followers is missing",
                    Staged.of(new Instagram(), export).export().partial().orElse(""));
        }
    }

    @Test
    void anExportMayLieInAFolderOfItsZip() throws IOException {
        Path zip = Drawn.zip(
                folder.resolve("export.zip"),
                Map.of("instagram-ann\\connections\\followers_and_following\\followers_1.json", BEA));

        assertTrue(Staged.recognise(new Instagram(), zip, Staged.asked()).isEmpty());
        assertEquals(
                List.of("connections/followers_and_following/followers_1.json"),
                new Instagram()
                        .recognise(Staged.place(zip).in("instagram-ann"), Staged.asked()).orElseThrow().parts().stream()
                                .map(part -> part.entry().path())
                                .toList());
    }

    @Test
    void anEmptyListIsAListAllTheSame() throws IOException {
        Staged staged = Staged.of(
                new Instagram(),
                Drawn.folder(
                        folder,
                        Map.of("followers_1.json", "[]", "following.json", "{\"relationships_following\": []}")));

        assertEquals(List.of("followers", "followees"), staged.export().lists());
    }

    @Test
    void anOwnerMayBeNamedByDigits() throws IOException {
        Path export = Drawn.folder(folder, Map.of("followers_1.json", BEA));

        Staged staged = Staged.of(new Instagram(), export, Staged.asked("3cats", null, null));

        assertEquals("3cats", staged.export().owner().orElseThrow().name());
    }

    @Test
    void anHtmlExportIsRefusedWithTheWayOut() throws IOException {
        Path export = Drawn.folder(
                folder, Map.of("connections/followers_and_following/followers_1.html", "<html><body></body></html>"));

        String refusal = Staged.refusal(new Instagram(), export);

        assertTrue(refusal.endsWith("request the export again and choose JSON"), refusal);
    }

    @Test
    void filesOfFacebookAreLeftToFacebook() throws IOException {
        Path export = Drawn.folder(
                folder,
                Map.of(
                        "followers.json", "{\"followers_v2\": [{\"name\": \"Ann\"}]}",
                        "following.json", "{\"following_v2\": [{\"name\": \"Ann\"}]}"));

        assertTrue(Staged.recognise(new Instagram(), export, Staged.asked()).isEmpty());
    }
}
