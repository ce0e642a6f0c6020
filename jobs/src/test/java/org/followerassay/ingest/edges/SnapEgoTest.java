package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapEgoTest {
    @TempDir
    Path folder;

    @Test
    void theFirstFollowsTheSecondAndTheEgoFollowsBothInItsOwnList() throws IOException {
        write("9.edges", "1 2\n2 1\n");
        write("9.feat", "1 0\n3 1\n");

        Staged staged = Staged.of(new SnapEgo(), folder);

        assertEquals(SnapEgo.PARTIAL, staged.export().partial().orElseThrow());
        staged.assertRows("tie", """
                file     line  further  follower  followee  direction
                9.edges  1     false    1         2         -
                9.edges  1     true     9         1         followees
                9.edges  1     true     9         2         followees
                9.edges  2     false    2         1         -
                9.feat   1     false    9         1         followees
                9.feat   2     false    9         3         followees
                """);
        staged.assertRows("list", """
                file     account  direction  complete
                9.edges  9        followees  true
                """);
    }

    @Test
    void reversedTurnsTheTiesAmongNodesButNotTheEgos() throws IOException {
        write("9.edges", "1 2\n");
        write("9.circles", "c 3\n");

        Staged.of(new SnapEgo(), folder, EdgeListTest.REVERSED).assertRows("tie", """
                file       follower  followee
                9.edges    2         1
                9.edges    9         1
                9.edges    9         2
                9.circles  9         3
                """);
    }

    @Test
    void aCircleOfKnownNodesIsNoRow() throws IOException {
        write("9.edges", "");
        write("9.circles", "circle0\t1\t2\ncircle1\t2\t1\ncircle2\n");

        Staged staged = Staged.of(new SnapEgo(), folder);

        staged.assertRows("tie", """
                line  follower  followee
                1     9         1
                1     9         2
                """);
        assertEquals(2, staged.counted("other"));
    }

    @Test
    void idsThatAreTooLongAreRejectedOnceALine() throws IOException {
        write("100466178325794757407.edges", "116374117927631468606 101765416973555767821\n");
        write("100466178325794757407.feat", "116374117927631468606 0 1\n");

        Staged staged = Staged.of(new SnapEgo(), folder);

        staged.assertRows("rejected", """
                file                         code    explanation
                100466178325794757407.edges  bad_id  follower '116374117927631468606' is not an id
                100466178325794757407.feat   bad_id  follower '100466178325794757407' is not an id
                """);
        staged.assertRows("list", "account");
    }

    @Test
    void wordsOfPeopleAreNotOpened() throws IOException {
        write("9.edges", "1 2\n");
        write("9.featnames", "0 @invented\n");
        write("9.egofeat", "1\n");

        assertEquals(1, Staged.of(new SnapEgo(), folder).export().parts().size());
    }

    @Test
    void aFolderWithEdgesOnlyIsNoEgoNetwork() throws IOException {
        write("1.edges", "1 2\n");

        assertTrue(Staged.recognise(new SnapEgo(), folder, Staged.asked()).isEmpty());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
