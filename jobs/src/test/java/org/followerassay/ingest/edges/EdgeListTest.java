package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeListTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures");
    static final Asked REVERSED =
            new Asked(false, Optional.empty(), Optional.empty(), true, Optional.empty(), Map.of(), Ids.open());

    @TempDir
    Path folder;

    @Test
    void theFirstAccountFollowsTheSecond() throws IOException {
        Path file = file("graph.txt", "# FromNodeId ToNodeId\n1\t2\n");

        Staged.of(new EdgeList(), file).assertRows("tie", """
                line  follower  followee
                2     1         2
                """);
        Staged reversed = Staged.of(new EdgeList(), file, REVERSED);
        reversed.assertRows("tie", """
                line  follower  followee
                2     2         1
                """);
        assertTrue(reversed.export().isFolloweeFirst());
    }

    @Test
    void twitter2010NamesTheFolloweeFirstUnlessTurned() {
        Path file = FIXTURES.resolve("edgelist/twitter-2010.txt");
        Staged staged = Staged.of(new EdgeList(), file);

        assertTrue(staged.export().isFolloweeFirst());
        staged.assertRows("tie", """
                line  follower  followee
                1     2         1
                2     3         1
                3     4         1
                4     5         1
                5     1         2
                6     6         5
                """);
        assertFalse(Staged.of(new EdgeList(), file, REVERSED).export().isFolloweeFirst());
    }

    @Test
    void aHeaderCanSayThatTheFolloweeComesFirst() throws IOException {
        Path file = file("copy.txt", "# an edge from i to j indicates that j is a follower of i\n1 2\n");

        Staged.of(new EdgeList(), file).assertRows("tie", """
                line  follower  followee
                2     2         1
                """);
    }

    @Test
    void theNameOfTheFileMayCarryTheDay() throws IOException {
        Staged staged = Staged.of(new EdgeList(), file("edges-2026-10-31.txt", "1 2\n"));

        assertEquals(Optional.of(1_793_404_800_000_000L), staged.export().snapshot());
    }

    @Test
    void theCrawlOf2009NamesTheFolloweeFirstAndIsOfX() {
        Staged staged = Staged.of(new Kwak(), FIXTURES.resolve("kwak/twitter_rv.net"));

        assertEquals("x", staged.export().platform());
        staged.assertRows("tie", """
                line  follower             followee
                1     9000000000000000021  9000000000000000010
                2     9000000000000000022  9000000000000000010
                3     9000000000000000023  9000000000000000010
                4     9000000000000000010  9000000000000000021
                """);
    }

    @Test
    void anUndirectedPairIsTwoTiesUnlessItIsBad() throws IOException {
        Staged staged = Staged.of(new EdgeList(), file("pairs.txt", "# Undirected graph\n1 2\n3 3\n01 4\n"));

        assertTrue(staged.export().isUndirected());
        staged.assertRows("tie", """
                line  further  follower  followee
                2     false    1         2
                2     true     2         1
                """);
        staged.assertRows("rejected", """
                line  further  code    explanation
                4     false    bad_id  follower '01' is not an id
                """);
        assertEquals(1, staged.counted("self_tie"));
    }

    @Test
    void theCopyThatLostItsDirectionIsReadBothWaysAndSaysSo() throws IOException {
        Staged staged = Staged.of(new EdgeList(), file("soc-twitter-follows-mun.edges", "1 2\n"));

        assertTrue(staged.export().isUndirected());
        assertEquals(
                "the copy of this set is published without direction: who follows whom is lost,"
                        + " take the directed set of KONECT",
                staged.export().notes().get(0));
    }

    @Test
    void aLineOfCountsIsNoTie() throws IOException {
        Staged one = Staged.of(new EdgeList(), file("one.txt", "4039\n0 1 9\n"));
        Staged two = Staged.of(new EdgeList(), file("two.txt", "# c\n3 2\n1 2\n3 1\n"));
        Staged none = Staged.of(new EdgeList(), file("none.txt", "3 7\n1 2\n3 1\n"));

        assertEquals(4039, one.export().statedAccounts().orElseThrow());
        one.assertRows("tie", """
                line  follower  followee
                2     0         1
                """);
        assertEquals(3, two.export().statedAccounts().orElseThrow());
        assertEquals(2, two.export().statedTies().orElseThrow());
        two.assertRows("tie", """
                line  follower  followee
                3     1         2
                4     3         1
                """);
        none.assertRows("tie", """
                line  follower  followee
                1     3         7
                2     1         2
                3     3         1
                """);
    }

    @Test
    void otherNumbersAreNotTakenForTies() throws IOException {
        assertFalse(isEdgeList("9000000001\t10,11,12,13,14\n"));
        assertFalse(isEdgeList("id,followers\n1,2\n"));
        assertFalse(isEdgeList("1 2010-01-01\n"));
        assertFalse(isEdgeList("17\n18\n19\n"));
        assertFalse(isEdgeList("17\n"));
        assertTrue(isEdgeList("# nothing yet\n"));
    }

    @Test
    void whatIsWrongWithALineIsSaid() throws IOException {
        Staged staged =
                Staged.of(new EdgeList(), file("bad.txt", "1 2\n3\n116374117927631468606 1\n1 2 -1\n-1 2\n,\n2;3\n"));

        staged.assertRows("rejected", """
                line  code              explanation
                2     wrong_cell_count  fewer than 2 cells
                3     bad_id            follower '116374117927631468606' is not an id
                4     not_a_tie         its third cell is negative: the tie was removed, or says distrust
                5     bad_id            follower '-1' is not an id
                6     wrong_cell_count  fewer than 2 cells
                7     wrong_cell_count  fewer than 2 cells
                """);
    }

    @Test
    void pairsOfNamesAreReadWhereTheUserSaysSo() throws IOException {
        Path file = file("names.txt", "ann bob\nbob ann\n");

        assertTrue(Staged.recognise(new EdgeList(), file, Staged.asked()).isEmpty());
        Staged.of(new EdgeList(), file, Staged.asked(null, null, null)).assertRows("tie", """
                line  follower  followee
                1     ann       bob
                2     bob       ann
                """);
    }

    @Test
    void idsAreHiddenWhereTheyAreToBe() throws IOException {
        Asked hidden = new Asked(
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Ids.keyed(new byte[] {1, 2, 3}, true));
        Staged staged = Staged.of(new EdgeList(), file("hidden.txt", "7 8\n"), hidden);

        staged.assertRows("tie", """
                line  follower_text  followee_text
                1     7              8
                """);
    }

    private boolean isEdgeList(String text) throws IOException {
        return Staged.recognise(new EdgeList(), file("maybe.txt", text), Staged.asked())
                .isPresent();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
