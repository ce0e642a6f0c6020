package org.followerassay.flow;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
class WarehouseTest {
    private static final Table COUNTS = Table.named("counts")
            .oneRowPer("account")
            .key("account", LongType, "the account", "1")
            .field("count", LongType, "a count", "2")
            .optional("share", DoubleType, "a share", "0.5")
            .build();
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);

    @TempDir
    Path folder;

    @Test
    void readersSeeNothingBeforeARunPublishes(Drawings draw) {
        Draft draft = warehouse().draft(draw.session(), RUN);
        draft.write(COUNTS, "a", "k", counts(draw, 1, 10));

        assertTrue(warehouse().current().isEmpty());
        assertEquals(1, draft.publish().rows("counts"));
        assertTable("""
                account  count  share
                1        10     -
                """, published(draw), draw);
    }

    @Test
    void aSecondPartIsAddedAndAPartOfTheSameNameReplaced(Drawings draw) {
        publish(draw, "a", 1, 10);
        publish(draw, "b", 2, 20);
        publish(draw, "a", 3, 30);

        assertTable("""
                account  count
                2        20
                3        30
                """, published(draw), draw);
    }

    @Test
    void ofTwoRunsThatBeganTogetherTheSecondIsRefused(Drawings draw) {
        Draft first = warehouse().draft(draw.session(), RUN);
        Draft second = warehouse().draft(draw.session(), RUN);
        first.write(COUNTS, "a", "k", counts(draw, 1, 10));
        second.write(COUNTS, "a", "k", counts(draw, 1, 99));
        first.publish();

        AssayException refused = assertThrows(AssayException.class, second::publish);

        assertTrue(refused.getMessage().contains("run this one again"), refused.getMessage());
        assertTable("""
                account  count
                1        10
                """, published(draw), draw);
    }

    @Test
    void anAbandonedRunLeavesNoFilesAndTheEarlierResult(Drawings draw) throws IOException {
        publish(draw, "a", 1, 10);
        long files = files();
        Draft broken = warehouse().draft(draw.session(), RUN);
        broken.write(COUNTS, "a", "k", counts(draw, 1, 99));
        broken.abandon();

        assertEquals(files, files());
        assertEquals(1, warehouse().published().number());
    }

    @Test
    void aStepIsCarriedOverUntilItsInputChanges(Drawings draw) {
        publish(draw, "a", 1, 10);
        Derivation step = new Doubled();
        assertEquals(false, derive(draw, step).reused());
        assertEquals(true, derive(draw, step).reused());
        assertEquals(2, warehouse().published().number());
        publish(draw, "a", 1, 11);
        assertEquals(false, derive(draw, step).reused());
    }

    @Test
    void aLostOrShortenedFileIsNamedAndNotReadAround(Drawings draw) throws IOException {
        publish(draw, "a", 1, 10);
        Path file;
        try (Stream<Path> all = Files.walk(folder)) {
            file = all.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(file, new byte[10]);
        AssayException shortened = assertThrows(AssayException.class, () -> published(draw));
        Files.delete(file);
        AssayException lost = assertThrows(AssayException.class, () -> published(draw));

        assertTrue(shortened.getMessage().contains(file.getFileName() + " has 10 bytes instead of"));
        assertTrue(lost.getMessage().contains(file.getFileName() + " is missing"));
    }

    @Test
    void aNullInARequiredColumnStopsTheRun(Drawings draw) {
        Dataset<Row> rows = draw.rows(COUNTS, List.of("account"), new Object[] {1L});

        AssayException refused = assertThrows(
                AssayException.class,
                () -> warehouse().draft(draw.session(), RUN).write(COUNTS, "a", "k", rows));

        assertTrue(refused.getMessage().contains("'count'"), refused.getMessage());
    }

    @Test
    void aRunThatFailsLeavesNothingBehindAndTheEarlierResult(Drawings draw) throws IOException {
        publish(draw, "a", 1, 10);
        long files = files();

        assertThrows(
                IllegalStateException.class,
                () -> warehouse().publish(draw.session(), RUN, draft -> {
                    draft.write(COUNTS, "a", "k", counts(draw, 1, 99));
                    throw new IllegalStateException("half-way");
                }));

        assertEquals(files, files());
        assertTable("""
                account  count
                1        10
                """, published(draw), draw);
    }

    @Test
    void aWarehouseUnderAFileIsRefusedBeforeAnyWork(Drawings draw) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Warehouse impossible = Warehouse.at(file.resolve("warehouse").toUri().toString(), new Configuration());

        AssayException refused = assertThrows(
                AssayException.class,
                () -> impossible.publish(draw.session(), RUN, draft -> fail("no work without a place for it")));

        assertTrue(refused.getMessage().contains("can't be written"), refused.getMessage());
    }

    @Test
    void nullsAreCountedFromTheFiles(Drawings draw) {
        publish(draw, "a", 1, 10);
        Inputs tables = warehouse().tables(draw.session(), warehouse().published());

        assertEquals(1, tables.rows(COUNTS));
        assertEquals(1, tables.present(COUNTS, "count"));
        assertEquals(0, tables.present(COUNTS, "share"));
    }

    private static final class Doubled implements Derivation {
        private static final Table DOUBLED = Table.named("doubled")
                .oneRowPer("account")
                .key("account", LongType, "the account", "1")
                .field("count", LongType, "twice the count", "4")
                .build();

        @Override
        public String name() {
            return "doubled";
        }

        @Override
        public Table output() {
            return DOUBLED;
        }

        @Override
        public List<Table> inputs() {
            return List.of(COUNTS);
        }

        @Override
        public Dataset<Row> derive(Inputs inputs) {
            Dataset<Row> counts = inputs.of(COUNTS);
            return counts.withColumn("count", counts.col("count").multiply(2));
        }
    }

    private Manifest.Step derive(Drawings draw, Derivation step) {
        Draft draft = warehouse().draft(draw.session(), RUN);
        Manifest.Step done = draft.derive(step);
        draft.publish();
        return done;
    }

    private Warehouse warehouse() {
        return Warehouse.at(folder.toUri().toString(), new Configuration());
    }

    private void publish(Drawings draw, String part, long account, long count) {
        Draft draft = warehouse().draft(draw.session(), RUN);
        draft.write(COUNTS, part, "k", counts(draw, account, count));
        draft.publish();
    }

    private Dataset<Row> published(Drawings draw) {
        return warehouse().tables(draw.session(), warehouse().published()).of(COUNTS);
    }

    private static Dataset<Row> counts(Drawings draw, long account, long count) {
        return draw.rows(COUNTS, List.of("account", "count"), new Object[] {account, count});
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
