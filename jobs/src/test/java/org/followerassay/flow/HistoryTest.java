package org.followerassay.flow;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class HistoryTest {
    private static final Table COUNTS = Table.named("counts")
            .oneRowPer("account")
            .key("account", LongType, "the account", "1")
            .field("count", LongType, "a count", "2")
            .build();
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);

    @TempDir
    Path folder;

    @Test
    void deletingAllKeepsTheCurrentStateOnly(Drawings draw) throws IOException {
        publish(draw, "a", 10);
        List<Path> files = files();
        publish(draw, "a", 11);
        leaveBehind(draw);

        warehouse().history().deleteAll();

        assertEquals(files.size(), files().size());
        assertEquals(1, warehouse().history().states());
        assertTable("""
                account  count
                1        11
                """, rows(draw, warehouse().published()), draw);
    }

    @Test
    void purgingKeepsWhatAStateThatStaysStillNames(Drawings draw) throws IOException {
        publish(draw, "a", 10);
        publish(draw, "b", 20);
        Instant between = Instant.now();
        publish(draw, "b", 21);
        Manifest third = warehouse().published();
        publish(draw, "c", 30);
        List<Path> before = files();

        History.Purged counted = warehouse().history().purge(between, true);
        assertEquals(before, files());
        History.Purged purged = warehouse().history().purge(between, false);

        assertEquals(counted, purged);
        assertEquals(2, purged.states());
        assertEquals(2, purged.kept());
        // Part a of the first state is carried over to this day; part b of the second was replaced.
        assertEquals(1, purged.folders());
        assertTrue(purged.bytes() > 0);
        assertTable("""
                account  count
                1        10
                1        21
                """, rows(draw, third), draw);
        assertTable("""
                account  count
                1        10
                1        21
                1        30
                """, rows(draw, warehouse().published()), draw);
        assertEquals(new History.Purged(0, 0, 0, 2), warehouse().history().purge(between, false));
    }

    @Test
    void theCurrentStateStaysHoweverOld(Drawings draw) {
        publish(draw, "a", 10);

        History.Purged purged = warehouse().history().purge(Instant.now().plus(Duration.ofDays(1)), false);

        assertEquals(new History.Purged(0, 0, 0, 1), purged);
        assertEquals(1, rows(draw, warehouse().published()).count());
    }

    @Test
    void whatABrokenRunLeftGoesAfterADay(Drawings draw) throws IOException {
        publish(draw, "a", 10);
        List<Path> files = files();
        leaveBehind(draw);
        List<Path> withMore = files();

        warehouse().history().purge(Instant.EPOCH, false);
        assertEquals(withMore, files(), "a run may be at work");

        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            }
        }
        History.Purged purged = warehouse().history().purge(Instant.EPOCH, false);

        assertEquals(files, files());
        assertEquals(1, purged.folders());
        assertEquals(1, purged.kept());
    }

    private Warehouse warehouse() {
        return Warehouse.at(folder.toUri().toString(), new Configuration());
    }

    private void publish(Drawings draw, String part, long count) {
        Draft draft = warehouse().draft(draw.session(), RUN);
        draft.write(COUNTS, part, "k" + count, counts(draw, count));
        draft.publish();
    }

    private void leaveBehind(Drawings draw) {
        warehouse().draft(draw.session(), RUN).write(COUNTS, "left behind", "k", counts(draw, 99));
    }

    private static Dataset<Row> counts(Drawings draw, long count) {
        return draw.rows(COUNTS, List.of("account", "count"), new Object[] {1L, count});
    }

    private Dataset<Row> rows(Drawings draw, Manifest manifest) {
        return warehouse().tables(draw.session(), manifest).of(COUNTS);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
