package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KonectTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/konect");

    @TempDir
    Path folder;

    @Test
    void theFirstAccountFollowsTheSecondUnlessTurned() throws IOException {
        Path file = Files.writeString(folder.resolve("out.twitter"), "% asym unweighted\n7 8\n");

        Staged.of(new Konect(), file).assertRows("tie", """
                follower  followee
                7         8
                """);
        Staged.of(new Konect(), file, EdgeListTest.REVERSED).assertRows("tie", """
                follower  followee
                8         7
                """);
    }

    @Test
    void timesAreReadInAnyOfTheirForms() {
        Staged staged = Staged.of(new Konect(), FIXTURES.resolve("timed"));

        assertEquals(7, staged.export().statedTies().orElseThrow());
        staged.assertRows("tie", """
                line  follower  followee  followed_at
                3     1         2         2009-04-17 20:26:40
                4     2         1         2009-04-17 20:27:40
                5     3         1         2009-04-17 20:26:40
                6     4         1         -
                7     5         1         -
                """);
        staged.assertRows("rejected", """
                line  code       explanation
                9     not_a_tie  weight '-1' says that the tie was removed, or distrust
                10    bad_time   followed_at 'never' is not a time between 1970 and 2100
                """);
    }

    @Test
    void aRemovalIsAnUnfollowAndNoTie() {
        Staged staged = Staged.of(new Konect(), FIXTURES.resolve("changes"));

        staged.assertRows("tie", "follower  followee");
        staged.assertRows("event", """
                line  follower  followee  change    earliest             latest
                3     1         2         follow    2009-04-17 20:26:40  2009-04-17 20:26:40
                4     3         2         follow    2009-04-17 20:28:20  2009-04-17 20:28:20
                5     1         2         unfollow  2009-04-18 20:26:40  2009-04-18 20:26:40
                6     1         2         follow    2009-04-19 20:26:40  2009-04-19 20:26:40
                """);
        staged.assertRows("rejected", """
                line  code          explanation
                7     missing_cell  earliest is missing
                8     bad_word      weight '2' is neither 1 nor -1
                """);
    }

    @Test
    void pairsAreReadBothWays() throws IOException {
        Path file = Files.writeString(folder.resolve("out.p"), "% sym dynamic\n1 2 1 1240000000\n3 3 1 1240000000\n");
        Staged staged = Staged.of(new Konect(), file);

        assertTrue(staged.export().isUndirected());
        staged.assertRows("event", """
                line  further  follower  followee  change
                2     false    1         2         follow
                2     true     2         1         follow
                """);
    }

    @Test
    void aNetworkOfTwoKindsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("out.movies"), "% bip unweighted\n1 1\n");

        assertTrue(Staged.refusal(new Konect(), file).contains("out.movies is a network of two kinds of things"));
    }

    @Test
    void twoNetworksInAFolderAreNotOneGraph() throws IOException {
        Files.writeString(folder.resolve("out.a"), "% asym unweighted\n1 2\n");
        Files.writeString(folder.resolve("out.b"), "% asym unweighted\n1 2\n");

        assertTrue(Staged.recognise(new Konect(), folder, Staged.asked()).isEmpty());
    }
}
