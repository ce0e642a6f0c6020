package org.followerassay.cli;

import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RecountCommandTest {
    @TempDir
    Path folder;

    @Test
    void aNumberThatNoQueryGivesIsShownAndFailsTheGate(Drawings draw) {
        publish(draw, "12 of 30 followers", "select 12 as followers, 30 as listed from findings limit 1");
        Calls given = Calls.of("recount", "--warehouse", warehouse());
        assertEquals(0, given.code(), given.err());
        assertEquals("lots: 1\n2 of 2 numbers are given by their queries\n", given.out());

        publish(draw, "12 of 31 followers", "select 12 as followers, 30 as listed from findings limit 1");
        Calls missing = Calls.of("recount", "--warehouse", warehouse());
        assertEquals(4, missing.code(), missing.err());
        assertTrue(missing.out().startsWith("NOT GIVEN: 31\n  in:    lots of 7: 12 of 31 followers\n"), missing.out());
        assertTrue(missing.err().contains("1 number"), missing.err());
    }

    @Test
    void anAmountThatIsNoneIsRefused() {
        Calls refused = Calls.of("recount", "--warehouse", warehouse(), "--each", "0");
        assertEquals(2, refused.code(), refused.err());
        assertTrue(refused.err().contains("--each 0: must be 1 or more"), refused.err());
    }

    private String warehouse() {
        return folder.resolve("warehouse").toString();
    }

    private void publish(Drawings draw, String evidence, String query) {
        Warehouse.at(warehouse(), draw.session().sparkContext().hadoopConfiguration())
                .publish(
                        draw.session(),
                        new RunInfo("signatures", new TreeMap<>(), "test", false),
                        draft -> draft.write(
                                FINDINGS,
                                "drawn",
                                evidence,
                                draw.rows(
                                        FINDINGS,
                                        List.of(RowFactory.create(
                                                Drawings.DAY_1,
                                                7L,
                                                "lots",
                                                "arrivals",
                                                "weak",
                                                1.0,
                                                12L,
                                                null,
                                                null,
                                                evidence,
                                                query)))));
    }
}
