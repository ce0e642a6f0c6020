package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GhTorrentTest {
    @TempDir
    Path folder;

    @Test
    void theFirstIdFollowsTheSecond() throws IOException {
        Path file = write("followers.csv", "11,22,\"2013-04-07 10:00:00\"\n33,22,\\N\n");

        Staged.of(new GhTorrent(), file).assertRows("tie", """
                follower  followee  followed_at
                11        22        2013-04-07 10:00:00
                33        22        -
                """);
    }

    @Test
    void aFileOfAnotherNameIsReadOnlyIfTheUserNamesTheFormat() throws IOException {
        Path file = write("table.csv", "11,22,2013-04-07 10:00:00\n");

        assertTrue(Staged.recognise(new GhTorrent(), file, Staged.asked()).isEmpty());
        Staged.of(new GhTorrent(), file, Staged.asked(null, null, null)).assertRows("tie", """
                follower  followee
                11        22
                """);
    }

    @Test
    void aFollowersFileWithAHeaderOrTwoColumnsIsAnotherFormats() throws IOException {
        for (String text : new String[] {"\"source_id\",\"target_id\"\n1,2\n", "1,2\n", "ann,bob,2013-04-07\n", ""}) {
            Path file = write("followers.csv", text);
            assertTrue(Staged.recognise(new GhTorrent(), file, Staged.asked()).isEmpty(), text);
        }
        Path edges = write("edges.csv", "1,2\n");
        AssayException refused = Assertions.assertThrows(
                AssayException.class, () -> Staged.recognise(new GhTorrent(), edges, Staged.asked(null, null, null)));
        assertTrue(refused.getMessage().contains("edges.csv has no line of the form"), refused.getMessage());
    }

    @Test
    void rowsWithoutAnAccountAreRejectedAndListsAreNotWhole() throws IOException {
        Staged staged = Staged.of(new GhTorrent(), write("followers.csv", "1,2,\\N\n\\N,2,\\N\n1,-2,\\N\n1,\"2,\\N\n"));

        staged.assertRows("rejected", """
                line  code
                2     missing_cell
                3     bad_id
                4     open_quote
                """);
        assertTrue(staged.export().partial().isPresent());
        assertEquals("ghtorrent", staged.export().platform());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
