package org.followerassay.flow;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
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

@ExtendWith(SparkTest.class)
class PartsOfStepTest {
    private static final Table COUNTS = Table.named("counts")
            .oneRowPer("account")
            .key("account", LongType, "the account", "1")
            .field("count", LongType, "a count", "2")
            .build();
    private static final Table TENS = Table.named("tens")
            .oneRowPer("ten accounts")
            .key("account", LongType, "the first of them", "10")
            .field("count", LongType, "sum of their counts", "20")
            .build();
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);

    @TempDir
    Path folder;

    private final Tens tens = new Tens();

    @Test
    void onlyPartsWhoseInputsChangedAreComputedAndReadOnlyThose(Drawings draw) {
        publish(draw, List.of("a 1 5", "b 2 6", "b 11 7", "c 25 1"));
        assertTable("""
                account  count
                0        11
                10       7
                20       1
                """, tens(draw), draw);
        List<String> first = paths();

        publish(draw, List.of("c 25 3", "d 31 0"));

        assertTable("""
                account  count
                0        11
                10       7
                20       3
                """, tens(draw), draw);
        assertEquals(List.of("a b", "c d"), tens.readParts());
        assertEquals(first.subList(0, 2), paths().subList(0, 2), "parts 0 and 1 stand");
        assertEquals(4, paths().size(), "a part without rows is a part");
    }

    @Test
    void nothingIsComputedWhereNothingChangedAndAPartThatNothingNeedsIsDropped(Drawings draw) {
        publish(draw, List.of("a 1 5", "b 11 7"));
        Manifest again = publish(draw, List.of("e 40 1"));
        assertEquals(3, again.parts("tens").size());

        Manifest without = warehouse().publish(draw.session(), RUN, draft -> {
            draft.drop(COUNTS, "b");
            Pipeline.of(List.of(tens)).run(draft, Progress.SILENT);
        });

        assertEquals(2, without.parts("tens").size());
        Manifest.Step step = without.steps().get(0);
        assertTrue(!step.reused() && step.rows() == 2, step.toString());
        Manifest calm = warehouse().publish(draw.session(), RUN, draft -> {
            assertTrue(draft.derive(tens).reused());
            Pipeline.of(List.of(tens)).run(draft, Progress.SILENT);
        });
        assertEquals(without.number(), calm.number(), "a run that changes nothing publishes nothing");
    }

    private List<String> paths() {
        return warehouse().published().parts("tens").stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .map(Manifest.Part::path)
                .toList();
    }

    private Dataset<Row> tens(Drawings draw) {
        return warehouse().tables(draw.session(), warehouse().published()).of(TENS);
    }

    /** Lines of a part's name, an account and its count; parts of the same name are replaced. */
    private Manifest publish(Drawings draw, List<String> lines) {
        return warehouse().publish(draw.session(), RUN, draft -> {
            for (String part :
                    lines.stream().map(line -> line.substring(0, 1)).distinct().toList()) {
                Object[][] rows = lines.stream()
                        .filter(line -> line.startsWith(part))
                        .map(line -> line.split(" "))
                        .map(cells -> new Object[] {Long.valueOf(cells[1]), Long.valueOf(cells[2])})
                        .toArray(Object[][]::new);
                draft.write(COUNTS, part, part, draw.rows(COUNTS, List.of("account", "count"), rows));
            }
            Pipeline.of(List.of(tens)).run(draft, Progress.SILENT);
        });
    }

    private Warehouse warehouse() {
        return Warehouse.at(folder.toString(), new Configuration());
    }

    /** A part for each ten accounts, computed from the parts that hold some of them. */
    private static final class Tens implements DerivationInParts {
        private final List<String> read = new ArrayList<>();

        @Override
        public String name() {
            return "tens";
        }

        @Override
        public Table output() {
            return TENS;
        }

        @Override
        public List<Table> inputs() {
            return List.of(COUNTS);
        }

        @Override
        public List<Table> readInPart() {
            return List.of(COUNTS);
        }

        /** Parts are called a, b, c, d, e after the accounts that they hold, as the tests have them. */
        @Override
        public Dataset<Row> needs(Inputs inputs) {
            Dataset<Row> counts = inputs.of(COUNTS);
            Dataset<Row> accounts = counts.select(col("account"));
            return named(accounts, "account < 10", "a")
                    .unionByName(named(accounts, "account between 2 and 11", "b"))
                    .unionByName(named(accounts, "account between 20 and 29", "c"))
                    .unionByName(named(accounts, "account between 30 and 39", "d"))
                    .unionByName(named(accounts, "account between 40 and 49", "e"));
        }

        private static Dataset<Row> named(Dataset<Row> accounts, String held, String part) {
            return accounts.where(held)
                    .select(
                            ten().as("source"),
                            lit(COUNTS.name()).as("table"),
                            lit(part).as("needed"));
        }

        @Override
        public Dataset<Row> derive(Inputs inputs, Column wanted) {
            Dataset<Row> counts = inputs.of(COUNTS);
            read.add(files(counts));
            return counts.withColumn("source", ten())
                    .where(wanted.and(col("count").gt(0)))
                    .groupBy("source")
                    .agg(sum("count").as("count"))
                    .withColumn("account", col("source").multiply(10).cast(LongType));
        }

        private static Column ten() {
            return col("account").divide(10).cast("int");
        }

        private static String files(Dataset<Row> counts) {
            return String.join(
                    " ",
                    List.of(counts.inputFiles()).stream()
                            .map(file -> file.replaceAll(".*/[0-9]{3}-([a-z])/.*", "$1"))
                            .distinct()
                            .sorted()
                            .toList());
        }

        /** What was read the first time, without the parts after b, and the second time. */
        List<String> readParts() {
            return List.of(read.get(0).replace(" c", ""), read.get(read.size() - 1));
        }
    }
}
