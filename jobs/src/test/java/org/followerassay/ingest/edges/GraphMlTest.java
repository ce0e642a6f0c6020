package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMlTest {
    private static final Path FIXTURE = Path.of("../datasets/fixtures/graphml/directed.graphml");

    @TempDir
    Path folder;

    @Test
    void theSourceFollowsTheTargetAndAnEdgeCanSayOtherwise() {
        Staged.of(new GraphMl(), FIXTURE).assertRows("tie", """
                line  further  follower  followee  followed_at
                6     false    n1        cem       2026-01-02
                7     false    17        cem       -
                9     false    cem       dag       2026-01-03 10:00:00
                9     true     dag       cem       2026-01-03 10:00:00
                """);
    }

    @Test
    void reversedTurnsDirectedEdges() {
        Staged staged = Staged.of(new GraphMl(), FIXTURE, EdgeListTest.REVERSED);

        assertTrue(staged.export().isFolloweeFirst());
        staged.assertRows("tie", """
                line  further  follower  followee
                6     false    cem       n1
                7     false    cem       17
                9     false    dag       cem
                9     true     cem       dag
                """);
    }

    @Test
    void attributesWithAKnownNameAreFacts() {
        Staged staged = Staged.of(new GraphMl(), FIXTURE);

        staged.assertRows("profile", """
                line  account  followers  created_at
                1     cem      3          2019-02-03 04:05:06
                4     3cats    1          -
                """);
        staged.assertRows("rejected", """
                line  code          explanation
                3     bad_number    followers 'many' is not a whole number of 0 or more
                8     bad_time      followed_at 'lately' is not a time between 1970 and 2100
                10    missing_cell  the edge has no source or no target
                """);
        assertEquals(3, staged.counted("other"));
    }

    @Test
    void anUndirectedGraphIsReadBothWaysAndNestedGraphsToo() throws IOException {
        Path file = write("""
                <graphml><graph edgedefault="undirected"><node id="1"><graph edgedefault="directed">
                <node id="5"/><edge source="5" target="6"/></graph></node>
                <edge source="1" target="2"/><edge source="3" target="3"/></graph></graphml>
                """);
        Staged staged = Staged.of(new GraphMl(), file);

        assertTrue(staged.export().isUndirected());
        staged.assertRows("tie", """
                line  further  follower  followee
                3     false    5         6
                4     false    1         2
                4     true     2         1
                """);
        assertEquals(1, staged.counted("self_tie"));
    }

    @Test
    void anAttributeIsAFactOnlyOfWhatItIsFor() throws IOException {
        Staged staged = Staged.of(new GraphMl(), write("""
                <graphml><key id="a" for="node" attr.name="followers"/><key id="b" for="edge" attr.name="posts"/>
                <key id="c" for="all" attr.name="likes_count"/><key id="d" attr.name="Screen Name"/>
                <key id="e" for="node" attr.name="since"/><key id="f" for="edge" attr.name="time"/>
                <key id="g" attr.name="date"/><key for="node" attr.name="listed_count"/><key id="h" for="node"/>
                <graph edgedefault="directed">
                <node id="1"><data key="a">5</data><data key="b">6</data><data key="c">7</data>
                <data key="d">an<i>n</i>e</data></node><node id="2"><data key="b">6</data></node><node/><node id=" "/>
                <edge source="1" target="2"><data key="e">2026-01-01</data></edge>
                <edge source="2" target="1"><data key="e">2026-01-01</data><data key="f">2026-01-02</data></edge>
                <edge source="3" target="1"><data key="g">2026-01-03</data></edge>
                <edge source="4" target="1" directed="true"/><edge source="5" target="1" directed="false"/>
                <hyperedge/></graph></graphml>
                """));

        staged.assertRows("profile", "account  followers  likes  handle\n1  5  7  anne\n");
        staged.assertRows("tie", """
                follower  followee  followed_at
                1         2         -
                2         1         2026-01-02
                3         1         2026-01-03
                4         1         -
                5         1         -
                1         5         -
                """);
        staged.assertRows("rejected", """
                line  code          text
                3     missing_cell  <node id="null">
                4     missing_cell  <node id=" ">
                """);
        assertEquals(2, staged.counted("other"), "a node of which nothing is told, and a tie of more than two");
    }

    @Test
    void aGraphThatDoesNotSayWhetherItIsDirectedIsNotReadInSilence() throws IOException {
        Staged staged =
                Staged.of(new GraphMl(), write("<graphml><graph><edge source=\"1\" target=\"2\"/></graph></graphml>"));

        assertTrue(staged.export().notes().get(0).contains("does not say whether edges have a direction"));
    }

    @Test
    void aDocumentTypeIsRefusedWhereverItIs() throws IOException {
        String type = "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        String graph = "<graphml><graph edgedefault=\"directed\"><node id=\"&x;\"/></graph></graphml>";

        assertTrue(Staged.refusal(new GraphMl(), write(type + graph)).contains("has a document type"));
    }

    @Test
    void anEntityThatNobodyDeclaredEndsTheReading() throws IOException {
        Staged staged = Staged.of(
                new GraphMl(),
                write("<graphml><graph edgedefault=\"directed\"><edge source=\"1\""
                        + " target=\"2\"/><node id=\"5\"><data key=\"d\">&x;</data></node></graph></graphml>"));

        assertEquals(1, staged.damage().size());
    }

    @Test
    void aFileThatIsCutShortIsDamagedAndWhatCameBeforeIsKept() throws IOException {
        Staged staged = Staged.of(
                new GraphMl(),
                write("<graphml><graph edgedefault=\"directed\"><edge source=\"1\" target=\"2\"/><edge source=\"3"));

        assertEquals(1, staged.damage().size());
        assertTrue(staged.damage().get(0).contains("cut short"), staged.damage().get(0));
        staged.assertRows("tie", """
                follower  followee
                1         2
                """);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("g.graphml"), text);
    }
}
