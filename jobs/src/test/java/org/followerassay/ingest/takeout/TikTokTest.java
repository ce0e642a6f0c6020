package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikTokTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/tiktok");

    @TempDir
    private Path folder;

    @Test
    void fansFollowTheOwnerAndEachListHasPlacesOfItsOwn() {
        Staged staged = Staged.of(new TikTok(), FIXTURES.resolve("2026"));

        assertEquals("ann.example", staged.export().owner().orElseThrow().name());
        staged.assertRows("tie", """
                line  follower      followee     direction  newest_first  followed_at
                1     bea.example   OWNER        followers  0             2026-01-05 09:00:00
                2     900123        OWNER        followers  1             2026-01-04 23:59:59
                3     cleo_example  OWNER        followers  2             2025-12-24
                6     eve.example   OWNER        followers  5             2025-01-02 03:04:05
                7     OWNER         bea.example  followees  0             2026-01-06 10:00:00
                8     OWNER         fay.example  followees  1             2024-02-29 12:00:00
                """);
        staged.assertRows("rejected", """
                line  code          explanation
                4     missing_cell  follower is missing
                5     bad_time      followed_at 'long ago' is not a time between 1970 and 2100
                """);
    }

    @Test
    void aListThatIsNullIsEmptyAndOneThatIsMissingWasNotExported() throws IOException {
        Staged older = Staged.of(new TikTok(), FIXTURES.resolve("2022"));
        assertEquals(Set.of("followers", "followees"), Set.copyOf(older.export().lists()));

        Path export = Drawn.folder(
                folder, Map.of("user_data.json", "{\"Activity\": {\"Follower List\": {\"FansList\": []}}}"));
        assertEquals(
                List.of("followers"), Staged.of(new TikTok(), export).export().lists());
    }

    @Test
    void textIsReadInPairsOfLines() {
        Staged staged = Staged.of(new TikTok(), FIXTURES.resolve("text"));

        staged.assertRows("tie", """
                file                    line  follower      followee     followed_at
                Activity/Follower.txt   1     bea.example   OWNER        2023-05-06 07:08:09
                Activity/Follower.txt   2     12345         OWNER        2023-05-05 07:08:09
                Activity/Follower.txt   3     cleo_example  OWNER        2023-05-04
                Activity/Follower.txt   5     dan.example   OWNER        -
                Activity/Following.txt  1     OWNER         bea.example  2023-01-01
                """);
        staged.assertRows("rejected", """
                line  code        explanation
                4     bad_record  the record has no line that begins with Username:
                2     bad_time    followed_at 'sometime' is not a time between 1970 and 2100
                """);
    }

    @Test
    void anEmptyTextBesideAFullOneIsAnEmptyList() throws IOException {
        Path export =
                Drawn.folder(folder, Map.of("Follower.txt", "", "Following.txt", "Date: 2023-05-06\nUsername: bea\n"));

        assertEquals(
                List.of("followers", "followees"),
                Staged.of(new TikTok(), export).export().lists());
    }

    @Test
    void aLineThatIsNoTextCostsItsRecordOnly() throws IOException {
        byte[] text = "Date: 2023-05-06\nUsername: \u00ff\n\nDate: 2023-05-05\nUsername: bea\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("Follower.txt"), text);

        Staged staged = Staged.of(new TikTok(), folder);

        staged.assertRows("rejected", """
                line  code
                1     bad_encoding
                """);
        staged.assertRows("tie", """
                line  follower
                2     bea
                """);
    }

    @Test
    void aDocumentCutShortIsReadUpToTheCut() throws IOException {
        String cut = "{\"Activity\": {\"Follower List\": {\"FansList\": [{\"UserName\": \"bea\"}, {\"UserNa";

        Staged staged = Staged.of(new TikTok(), Drawn.folder(folder, Map.of("user_data.json", cut)));

        assertEquals(1, staged.damage().size());
        staged.assertRows("tie", """
                line  follower
                1     bea
                """);
    }

    @Test
    void anotherUserDataIsNotClaimed() throws IOException {
        Path export = Drawn.folder(
                folder,
                Map.of("user_data.json", "{\"Activity\": {}}", "Follower.txt", "ann bea\n", "Following.txt", "1 2\n"));

        assertTrue(Staged.recognise(new TikTok(), export, Staged.asked()).isEmpty());
    }
}
