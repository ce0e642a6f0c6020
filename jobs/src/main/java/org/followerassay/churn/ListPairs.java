package org.followerassay.churn;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Each list with the last whole list before it, of the same account and direction.
 *
 * <p>Whole lists so form a chain, suspect ones included: what they lack tells that they are suspect. A list that is not whole is
 * only set beside the one before it, to tell what it lacks. One shuffle of the coverage table.
 */
final class ListPairs implements Derivation {
    static final String[] LIST = {"account", "direction"};
    static final String[] PAIR = {"account", "direction", "snapshot_before", "snapshot_after"};

    @Override
    public String name() {
        return "neighbouring lists";
    }

    @Override
    public Table output() {
        return LIST_PAIRS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(COVERAGE);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec before = Window.partitionBy("account", "direction")
                .orderBy("snapshot")
                .rowsBetween(Window.unboundedPreceding(), -1);
        Column whole = when(col("complete"), struct("snapshot", "listed"));
        return lists(inputs.of(COVERAGE))
                .withColumn("previous", max(whole).over(before))
                .where(col("previous").isNotNull())
                .select(
                        col("account"),
                        col("direction"),
                        col("previous.snapshot").as("snapshot_before"),
                        col("snapshot").as("snapshot_after"),
                        col("previous.listed").as("listed_before"),
                        col("listed").as("listed_after"),
                        col("complete").as("complete_after"));
    }

    /** One row per list and snapshot. */
    static Dataset<Row> lists(Dataset<Row> coverage) {
        return coverage.groupBy("account", "direction", "snapshot")
                .agg(max("listed").as("listed"), bool_or(col("complete")).as("complete"));
    }
}
