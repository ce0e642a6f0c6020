package org.followerassay.flow;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A step whose intermediate rows go with an executor, as Spark says it; {@code scripts/reliability R3} kills real ones. */
@ExtendWith(SparkTest.class)
class LostRowsTest {
    private static final Table COUNTS = Table.named("counts")
            .oneRowPer("account")
            .key("account", LongType, "the account", "1")
            .field("count", LongType, "a count", "2")
            .build();
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);
    private static final String LOST = "[CHECKPOINT_RDD_BLOCK_ID_NOT_FOUND] Checkpoint block rdd_7_0 not found!";

    @TempDir
    Path folder;

    @Test
    void aStepThatLostItsRowsIsBegunAgain(Drawings draw) {
        Whole step = new Whole(counts(draw), LOST, 3);

        Manifest published = publish(draw, step);

        assertEquals(4, step.attempts);
        assertTable("account  count\n1  5\n12  7\n", read(draw, published), draw);
        assertEquals(
                List.of(2L), published.steps().stream().map(Manifest.Step::rows).toList());
    }

    @Test
    void aStepInPartsIsBegunAgainToo(Drawings draw) {
        Parts step = new Parts(counts(draw), LOST, 2);

        Manifest published = publish(draw, step);

        assertEquals(3, step.attempts);
        assertTable("account  count\n1  5\n12  7\n", read(draw, published), draw);
        assertEquals(2, published.parts("counts").size());
        assertEquals(
                List.of(2L), published.steps().stream().map(Manifest.Step::rows).toList());
    }

    @Test
    void whatIsLostAgainAndAgainEndsTheRun(Drawings draw) {
        Whole whole = new Whole(counts(draw), LOST, 4);
        Parts parts = new Parts(counts(draw), LOST, 4);

        assertThrows(IllegalStateException.class, () -> publish(draw, whole));
        assertThrows(IllegalStateException.class, () -> publish(draw, parts));

        assertEquals(4, whole.attempts);
        assertEquals(4, parts.attempts);
    }

    @Test
    void anyOtherFailureEndsTheRunAtOnce(Drawings draw) {
        Whole whole = new Whole(counts(draw), "the disk is full", 1);
        Parts parts = new Parts(counts(draw), "the disk is full", 1);

        assertThrows(IllegalStateException.class, () -> publish(draw, whole));
        assertThrows(IllegalStateException.class, () -> publish(draw, parts));

        assertEquals(1, whole.attempts);
        assertEquals(1, parts.attempts);
    }

    private static Dataset<Row> counts(Drawings draw) {
        return draw.rows(COUNTS, List.of("account", "count"), new Object[] {1L, 5L}, new Object[] {12L, 7L});
    }

    private Manifest publish(Drawings draw, Derivation step) {
        return warehouse().publish(draw.session(), RUN, draft -> draft.derive(step));
    }

    private Dataset<Row> read(Drawings draw, Manifest published) {
        return warehouse().tables(draw.session(), published).of(COUNTS);
    }

    private Warehouse warehouse() {
        return Warehouse.at(folder.toString(), new Configuration());
    }

    private static class Whole implements Derivation {
        final Dataset<Row> rows;
        private final String failure;
        private final int failures;
        int attempts;

        Whole(Dataset<Row> rows, String failure, int failures) {
            this.rows = rows;
            this.failure = failure;
            this.failures = failures;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Table output() {
            return COUNTS;
        }

        @Override
        public List<Table> inputs() {
            return List.of();
        }

        @Override
        public Dataset<Row> derive(Inputs inputs) {
            if (++attempts <= failures) {
                throw new IllegalStateException("Job aborted", new IllegalStateException(failure));
            }
            return rows;
        }
    }

    /** A part for each ten accounts. */
    private static final class Parts extends Whole implements DerivationInParts {
        Parts(Dataset<Row> rows, String failure, int failures) {
            super(rows, failure, failures);
        }

        @Override
        public List<Table> readInPart() {
            return List.of();
        }

        @Override
        public Dataset<Row> needs(Inputs inputs) {
            return rows.select(
                    ten().as("source"), lit("counts").as("table"), lit("all").as("needed"));
        }

        @Override
        public Dataset<Row> derive(Inputs inputs, Column wanted) {
            return derive(inputs).withColumn("source", ten()).where(wanted);
        }

        @Override
        public Dataset<Row> derive(Inputs inputs) {
            return super.derive(inputs);
        }

        private static Column ten() {
            return col("account").divide(10).cast("int");
        }
    }
}
