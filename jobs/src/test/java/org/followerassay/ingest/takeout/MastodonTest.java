package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MastodonTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/mastodon");

    @TempDir
    private Path folder;

    @Test
    void theTwoFilesRunInOppositeDirections() {
        Staged staged = Staged.of(new Mastodon(), FIXTURES.resolve("v4"));

        staged.assertRows("tie", """
                file                    line  follower                    followee                     direction
                followers.csv           2     bea@social.example.invalid  OWNER                        followers
                followers.csv           3     123@other.example.invalid   OWNER                        followers
                following_accounts.csv  2     OWNER                       bea@social.example.invalid   followees
                following_accounts.csv  3     OWNER                       dan_7@other.example.invalid  followees
                following_accounts.csv  4     OWNER                       eve@social.example.invalid   followees
                """);
        staged.assertRows("rejected", """
                line  code          explanation
                5     bad_id        Account address 'nobody' is not user@domain
                6     open_quote    a quoted cell does not end on the line it began on
                7     missing_cell  Account address is missing
                """);
        assertTrue(staged.export().parts().stream().allMatch(part -> part.list().isEmpty()), "there is no order");
    }

    @Test
    void upperAndLowerCaseAreOneAccount() {
        Staged.of(new Mastodon(), FIXTURES.resolve("v1")).assertRows("tie", """
                line  follower  followee
                2     OWNER     bea@social.example.invalid
                3     OWNER     cleo@other.example.invalid
                4     OWNER     CLEO@other.example.invalid
                """);
        assertEquals(
                Ids.open().ofName("mastodon", "cleo@other.example.invalid"),
                Ids.open().ofName("mastodon", "CLEO@other.example.invalid"));
    }

    @Test
    void aFileWithoutHeaderBeginsWithItsFirstAddress() throws IOException {
        Staged staged = Staged.of(
                new Mastodon(),
                Drawn.folder(folder, Map.of("followers.csv", "ann@example.invalid\nbob@example.invalid\n")));

        staged.assertRows("tie", """
                line  follower             followee
                1     ann@example.invalid  OWNER
                2     bob@example.invalid  OWNER
                """);
        assertEquals(List.of("followers"), staged.export().lists());
    }

    @Test
    void otherFollowerTablesAreNotClaimed() throws IOException {
        Path export = Drawn.folder(
                folder,
                Map.of(
                        "followers.csv",
                        "source_id,target_id\n1,2\n",
                        "following_accounts.csv",
                        "account,since\n1,2\n"));

        assertTrue(Staged.recognise(new Mastodon(), export, Staged.asked()).isEmpty());
    }

    @Test
    void datedFilesSideBySideAreExportsOfTheirOwn() throws IOException {
        Path export = Drawn.folder(
                folder,
                Map.of(
                        "followers-2026-09-30.csv", "Account address\nann@example.invalid\n",
                        "followers-2026-10-31.csv", "Account address\nbob@example.invalid\n"));

        assertTrue(Staged.recognise(new Mastodon(), export, Staged.asked()).isEmpty());
        Staged.of(new Mastodon(), export.resolve("followers-2026-09-30.csv")).assertRows("tie", """
                follower             followee
                ann@example.invalid  OWNER
                """);
    }
}
