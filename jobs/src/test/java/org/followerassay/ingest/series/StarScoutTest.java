package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarScoutTest {
    @TempDir
    Path folder;

    @Test
    void theSecondColumnStarredTheFirst() throws IOException {
        Path file = write("github,name,starred_at\nbob/hammer,ann,2023-04-04T20:15:37Z\n");

        Staged.of(new StarScout(), file).assertRows("interaction", """
                actor  target      interaction  period      count
                ann    bob/hammer  star         2023-04-04  1
                """);
    }

    @Test
    void columnsGoByTheirNamesAndTheVerdictIsNotRead() throws IOException {
        Path file = write(",starred_at,name,github,fake_acct\n0,2023-04-04T20:15:37Z,42,bob/hammer,suspected\n");

        Staged.of(new StarScout(), file).assertRows("interaction", """
                actor  target
                42     bob/hammer
                """);
    }

    @Test
    void aTableWithoutTheThreeColumnsIsAnotherFormats() throws IOException {
        Path file = write("account,target,starred_at\n1,2,2023-04-04T20:15:37Z\n");

        assertTrue(Staged.recognise(new StarScout(), file, Staged.asked()).isEmpty());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("stars.csv"), text);
    }
}
