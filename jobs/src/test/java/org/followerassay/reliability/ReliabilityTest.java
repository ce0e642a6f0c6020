package org.followerassay.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of what {@code scripts/reliability} does to the program at length. */
@ExtendWith(SparkTest.class)
class ReliabilityTest {
    @TempDir
    Path work;

    @Test
    void anOperationThatFailsLeavesTheOldStateOrTheNew(SparkSession session) throws IOException {
        survived(30, EveryOperation.ofPublishing(work, session).outcome(8));
    }

    @Test
    void damagedFilesAreRefusedOrReadAsTheyWere(SparkSession session) throws IOException {
        survived(25, new DamagedFiles(work, session, 1).outcome(world(), 15, 2));
    }

    @Test
    void partitionsPlansZonesAndOrderChangeNoRow(SparkSession session) throws IOException {
        survived(2, new SameAgain(work, "ingest", session).outcome(world(), 3));
    }

    private static SmallWorld world() {
        return new SmallWorld(12, 300);
    }

    private static void survived(int atLeast, Outcome outcome) {
        assertTrue(outcome.tried() >= atLeast, "too few faults to say anything: " + outcome);
        assertEquals(List.of(), outcome.missed(), outcome.note());
    }
}
