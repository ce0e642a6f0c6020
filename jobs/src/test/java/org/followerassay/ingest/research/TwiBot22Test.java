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

class TwiBot22Test {
    private static final String HEADER = "source_id,relation,target_id\n";

    @TempDir
    Path set;

    @Test
    void theSameTieIsWrittenEitherWayRound() throws IOException {
        Files.writeString(set.resolve("edge.csv"), HEADER + "u1,following,u2\nu2,followers,u1\n");

        Staged.of(new TwiBot22(), set).assertRows("tie", """
                line  follower  followee  direction
                2     1         2         followees
                3     1         2         followers
                """);
    }

    @Test
    void otherRelationsAreNoTies() throws IOException {
        Files.writeString(
                set.resolve("edge.csv"), HEADER + "u1,post,t2\nu1,like,t3\nu1,followed,l4\nt5,mentioned,u1\n");

        Staged staged = Staged.of(new TwiBot22(), set);

        staged.assertRows("tie", "follower  followee");
        assertEquals(4, staged.counted(RowSink.OTHER));
    }

    @Test
    void anEndThatIsNoAccountRejectsTheTie() throws IOException {
        Files.writeString(
                set.resolve("edge.csv"),
                HEADER + "1,following,u2\nu1,following,t2\nu1,following,\nu1,following,u-2\n\"u1,following,u2\n");

        Staged.of(new TwiBot22(), set).assertRows("rejected", """
                line  code
                2     bad_id
                3     bad_id
                4     missing_cell
                5     bad_id
                6     open_quote
                """);
    }

    @Test
    void accountsAmongOtherNodesAreRead() throws IOException {
        Files.writeString(set.resolve("node.json"), """
                [{"id": "u1", "username": "ann", "public_metrics": {"followers_count": 5}}, {"id": "t1", "text": "hi"}]
                """);

        Staged staged = Staged.of(new TwiBot22(), set);

        staged.assertRows("profile", """
                account  handle  followers  followees
                1        ann     5          -
                """);
        assertEquals(1, staged.counted(RowSink.OTHER));
    }

    @Test
    void anEdgeListWithOtherColumnsIsNotClaimed() throws IOException {
        Files.writeString(set.resolve("edge.csv"), "source_id,target_id\n1,2\n");

        assertTrue(Staged.recognise(new TwiBot22(), set, Staged.asked()).isEmpty());
    }
}
