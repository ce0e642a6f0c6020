package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.COHORT_RETENTION;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.TIE_TURNS;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How many of the ties that came between two snapshots are still there 1, 2, 4, 8 … snapshots later.
 *
 * <p>A life table by cohort of arrival. Counts are exact at the snapshots; when within its interval a tie came is not known, so
 * its age is given by two bounds, and a curve of retention over age lies between that of either. A tie that goes and comes again
 * counts as gone from the first time on. Reads changes only: one shuffle by list and tie, one of counts.
 */
final class CohortRetention implements Derivation {
    private static final double MICROSECONDS_PER_DAY = 86_400_000_000.0;

    /** Beyond 256 snapshots, a longer step says no more. */
    private static final int DOUBLINGS = 8;

    private static final String[] COHORT = {"account", "direction", "number"};

    @Override
    public String name() {
        return "cohort retention";
    }

    @Override
    public Table output() {
        return COHORT_RETENTION;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_LOSSES, TIE_TURNS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = numbered(inputs.of(LIST_LOSSES));
        Dataset<Row> looks = looks(pairs);
        Column gone = when(col("life").leq(col("snapshots_later")), col("ties"));
        return looks.join(lives(inputs.of(TIE_TURNS), pairs), COHORT, "left")
                .groupBy(
                        "account",
                        "direction",
                        "snapshot_before",
                        "snapshot_after",
                        "snapshots_later",
                        "snapshot",
                        "gained")
                .agg(coalesce(sum(gone), lit(0L)).as("gone"))
                .withColumn("kept", col("gained").minus(col("gone")))
                .withColumn("retention", col("kept").divide(col("gained")))
                .withColumn("age_days_low", days(col("snapshot_after"), col("snapshot")))
                .withColumn("age_days_high", days(col("snapshot_before"), col("snapshot")));
    }

    /** Pairs of a list in their order, counted from 1. */
    private static Dataset<Row> numbered(Dataset<Row> lists) {
        WindowSpec history = Window.partitionBy("account", "direction").orderBy("snapshot_after");
        return lists.select("account", "direction", "snapshot_before", "snapshot_after", "gained")
                .withColumn("number", row_number().over(history));
    }

    /** Each cohort with the snapshots at which it is looked at again. */
    private static Dataset<Row> looks(Dataset<Row> pairs) {
        Column[] steps = IntStream.rangeClosed(0, DOUBLINGS)
                .mapToObj(doubling -> lit(1 << doubling))
                .toArray(Column[]::new);
        Dataset<Row> later = pairs.select(
                col("account"),
                col("direction"),
                col("number").as("look"),
                col("snapshot_after").as("snapshot"));
        return pairs.where(col("gained").gt(0))
                .withColumn("snapshots_later", explode(array(steps)))
                .withColumn("look", col("number").plus(col("snapshots_later")))
                .join(later, new String[] {"account", "direction", "look"});
    }

    /** Of each cohort, how many ties were gone after how many snapshots. */
    private static Dataset<Row> lives(Dataset<Row> turns, Dataset<Row> pairs) {
        WindowSpec tie = Window.partitionBy("account", "direction", "follower", "followee")
                .orderBy("snapshot_after");
        return turns.join(pairs, ListPairs.PAIR)
                .withColumn("next", lead("number", 1).over(tie))
                .where(col("there_after").and(col("next").isNotNull()))
                .withColumn("life", col("next").minus(col("number")))
                .groupBy("account", "direction", "number", "life")
                .agg(count(lit(1)).as("ties"));
    }

    private static Column days(Column from, Column to) {
        return unix_micros(to).minus(unix_micros(from)).divide(MICROSECONDS_PER_DAY);
    }
}
