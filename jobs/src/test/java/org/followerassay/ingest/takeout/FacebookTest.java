package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacebookTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/facebook");

    @TempDir
    private Path folder;

    @Test
    void aFriendFollowsTheOwnerAndIsFollowed() throws IOException {
        Staged staged = read("your_friends.json", """
                {"friends_v2": [{"name": "Bea", "timestamp": 1500000000}]}""");

        staged.assertRows("tie", """
                line  further  follower             followee             direction  followed_at
                1     false    Bea (friend of ann)  OWNER                followers  2017-07-14 02:40:00
                1     true     OWNER                Bea (friend of ann)  followees  2017-07-14 02:40:00
                """);
        assertEquals(List.of("followers", "followees"), staged.export().lists());
    }

    @Test
    void followersFollowTheOwnerAndFolloweesDoNot() {
        Staged staged = Staged.of(new Facebook(), FIXTURES.resolve("2021"), Staged.asked("ann", null, null));

        List<String> files = staged.export().parts().stream()
                .map(part -> part.entry().name())
                .toList();
        assertEquals(
                List.of(
                        "friends.json",
                        "followers.json",
                        "following.json",
                        "removed_friends.json",
                        "friend_requests_sent.json",
                        "rejected_friend_requests.json"),
                files);
        staged.assertRows("tie", """
                line  follower                                    followee                                                     followed_at
                1     Otto Musterfrau (friend of ann)             OWNER                                                        2020-10-10 10:10:10
                1     OWNER                                       Otto Musterfrau (friend of ann)                              2020-10-10 10:10:10
                2     John Smith (friend of ann)                  OWNER                                                        2015-02-03 04:05:06
                2     OWNER                                       John Smith (friend of ann)                                   2015-02-03 04:05:06
                3     Fleur 🌸 (friend of ann)                    OWNER                                                        2010-01-01 00:00:01
                3     OWNER                                       Fleur 🌸 (friend of ann)                                     2010-01-01 00:00:01
                1     Mia Beispiel (follower of ann)              OWNER                                                        -
                2     someone without a name (follower of ann)    OWNER                                                        -
                3     Mia Beispiel #2 (follower of ann)           OWNER                                                        -
                4     someone without a name #2 (follower of ann)  OWNER                                                        -
                1     OWNER                                       Café Erfunden since 2019-08-08 08:08:08 (followed by ann)    2019-08-08 08:08:08
                """);
    }

    @Test
    void aRemovedFriendIsTheAccountThatWasAFriendInAnEarlierExport() throws IOException {
        Staged earlier = read("your_friends.json", """
                {"friends_v2": [{"name": "Otto", "timestamp": 1500000000}]}""");
        Staged later = read("removed_friends.json", """
                {"deleted_friends_v2": [{"name": "Otto", "timestamp": 1700000000}]}""");

        earlier.assertRows("tie", """
                follower              followee
                Otto (friend of ann)  OWNER
                OWNER                 Otto (friend of ann)
                """);
        later.assertRows("event", """
                further  follower              followee              change    earliest             latest
                false    Otto (friend of ann)  OWNER                 unfollow  2023-11-14 22:13:20  2023-11-14 22:13:20
                true     OWNER                 Otto (friend of ann)  unfollow  2023-11-14 22:13:20  2023-11-14 22:13:20
                """);
    }

    @Test
    void twoFriendsOfOneNameAreToldApartByTime() throws IOException {
        Staged staged = read("friends.json", """
                {"friends": [
                    {"name": "John Smith", "timestamp": 1600000000},
                    {"name": "John Smith", "timestamp": 1500000000},
                    {"name": "John Smith", "timestamp": 1500000000}]}""");

        staged.assertRows("tie", """
                line  follower                                               followee
                1     John Smith since 2020-09-13 12:26:40 (friend of ann)   OWNER
                1     OWNER                                                  John Smith since 2020-09-13 12:26:40 (friend of ann)
                2     John Smith (friend of ann)                             OWNER
                2     OWNER                                                  John Smith (friend of ann)
                3     John Smith (friend of ann)                             OWNER
                3     OWNER                                                  John Smith (friend of ann)
                """);
    }

    @Test
    void aRowThatTwoPartsRepeatIsOnePerson() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("people_who_followed_you_1.json", followers("Tom", 1_700_000_000));
        files.put("people_who_followed_you_2.json", followers("Tom", 1_700_000_000));
        files.put("people_who_followed_you_10.json", followers("Tom", 1_600_000_000));

        Staged staged = Staged.of(new Facebook(), Drawn.folder(folder, files), Staged.asked("ann", null, null));

        staged.assertRows("tie", """
                file                             follower                                         followee
                people_who_followed_you_1.json   Tom since 2023-11-14 22:13:20 (follower of ann)  OWNER
                people_who_followed_you_2.json   Tom since 2023-11-14 22:13:20 (follower of ann)  OWNER
                people_who_followed_you_10.json  Tom since 2020-09-13 12:26:40 (follower of ann)  OWNER
                """);
        assertTrue(staged.export().partial().isPresent(), "friends are missing");
    }

    @Test
    void theSameNameInAnotherOwnersExportIsAnotherAccount() throws IOException {
        Path export = Drawn.folder(
                folder, Map.of("friends.json", "{\"friends\": [{\"name\": \"Bea\", \"timestamp\": 1500000000}]}"));

        Staged.of(new Facebook(), export, Staged.asked("cleo", null, null)).assertRows("tie", """
                follower              followee
                Bea (friend of cleo)  OWNER
                OWNER                 Bea (friend of cleo)
                """);
    }

    @Test
    void textIsRepairedOnceAndThenStaysAsItIs() {
        for (String right : List.of("Jürgen", "Łukasz", "Fleur 🌸", "plain", "", "Ã", "naïve café")) {
            String garbled = new String(
                    right.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    java.nio.charset.StandardCharsets.ISO_8859_1);

            assertEquals(right, MetaText.repaired(garbled));
            assertEquals(right, MetaText.repaired(right));
        }
    }

    @Test
    void requestsAreNoTies() {
        Staged staged = Staged.of(new Facebook(), FIXTURES.resolve("2024"));

        assertEquals(3, staged.counted("other"));
        staged.assertRows("rejected", """
                line  code          explanation
                3     bad_record    the element has neither name, title nor string_list_data
                2     missing_cell  timestamp is missing
                """);
    }

    @Test
    void theExportOf2018HasKeysWithoutAVersion() {
        Staged staged = Staged.of(new Facebook(), FIXTURES.resolve("2018"), Staged.asked("ann", null, null));

        staged.assertRows("event", """
                follower                      followee
                Émile Ancien (friend of ann)  OWNER
                OWNER                         Émile Ancien (friend of ann)
                """);
        staged.assertRows("rejected", """
                code      explanation
                bad_time  timestamp '-5' is not a time between 1970 and 2100
                """);
    }

    @Test
    void anHtmlExportIsRefusedWithTheWayOut() throws IOException {
        Path export = Drawn.folder(folder, Map.of("connections/friends/your_friends.html", "<html></html>"));

        String refusal = Staged.refusal(new Facebook(), export);

        assertTrue(refusal.endsWith("request the export again and choose JSON"), refusal);
    }

    @Test
    void listsOfOthersInFilesOfTheSameNamesAreLeftToThem() throws IOException {
        Path export = Drawn.folder(
                folder,
                Map.of(
                        "followers.json", "[{\"login\": \"ann-example\", \"id\": 900000000000000001}]",
                        "following.json", "{\"following\": [\"ann-example\"]}",
                        "friends.json", "{\"friends\": []}"));

        assertTrue(Staged.recognise(new Facebook(), export, Staged.asked()).isEmpty());
        assertTrue(Staged.recognise(new Instagram(), export, Staged.asked()).isEmpty());
    }

    private Staged read(String file, String text) throws IOException {
        Path export = Drawn.folder(folder.resolve(file), Map.of(file, text));
        return Staged.of(new Facebook(), export, Staged.asked("ann", null, null));
    }

    private static String followers(String name, long time) {
        return "[{\"string_list_data\": [{\"value\": \"" + name + "\", \"timestamp\": " + time + "}]}]";
    }
}
