package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.LIST_EVIDENCE;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What tells a failed export from people who leave, for each list: how much it lacks, where that stood, what comes back.
 *
 * <p>Reads changes only. One shuffle of them by tie, to find what comes back, one of partial counts.
 */
final class ListEvidence implements Derivation {
    private static final double SECONDS_PER_DAY = 86_400.0;
    private static final String[] PLACE = {"account", "direction", "snapshot"};

    private static final List<String> COUNTED = List.of(
            "gained",
            "gained_oldest",
            "lost",
            "lost_placed",
            "lost_oldest",
            "lost_newest",
            "lost_back",
            "lost_for_good",
            "absent_back");

    private final Suspects options;

    ListEvidence(Suspects options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "list evidence";
    }

    @Override
    public Table output() {
        return LIST_EVIDENCE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(COVERAGE, LIST_PAIRS, CHANGED_TIES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = numbered(inputs.of(LIST_PAIRS));
        Dataset<Row> changes = changes(inputs.of(CHANGED_TIES), pairs);
        Dataset<Row> lists = inputs.of(COVERAGE)
                .groupBy("account", "direction", "snapshot")
                .agg(
                        max("listed").as("listed"),
                        max("complete").as("complete"),
                        min("reason").as("coverage_reason"));
        Dataset<Row> before = pairs.select(
                col("account"),
                col("direction"),
                col("snapshot_after").as("snapshot"),
                col("snapshot_before"),
                col("listed_before"),
                col("number"));
        Column days = col("snapshot")
                .cast("long")
                .minus(col("snapshot_before").cast("long"))
                .divide(SECONDS_PER_DAY);
        Dataset<Row> evidence = lists.join(before, PLACE, "left")
                .join(counts(changes, sizes(inputs.of(CHANGED_TIES))), PLACE, "left")
                .join(absent(changes), new String[] {"account", "direction", "number"}, "left")
                .withColumn("days", days)
                .withColumn("last_whole", when(col("complete"), col("snapshot")).otherwise(col("snapshot_before")))
                .join(followed(pairs), new String[] {"account", "direction", "last_whole"}, "left")
                .withColumn("newest", col("next_whole").isNull());
        return zeroed(evidence);
    }

    /** The whole lists that another whole one follows. */
    private static Dataset<Row> followed(Dataset<Row> pairs) {
        return pairs.where(col("complete_after"))
                .select(
                        col("account"),
                        col("direction"),
                        col("snapshot_before").as("last_whole"),
                        col("snapshot_after").as("next_whole"));
    }

    private static Dataset<Row> zeroed(Dataset<Row> evidence) {
        return evidence.withColumns(COUNTED.stream()
                .collect(Collectors.toMap(counted -> counted, counted -> coalesce(col(counted), lit(0L)))));
    }

    /** Pairs of whole lists in the order of their list, counted from 1; others have no number. */
    private static Dataset<Row> numbered(Dataset<Row> pairs) {
        WindowSpec alike =
                Window.partitionBy("account", "direction", "complete_after").orderBy("snapshot_after");
        return pairs.withColumn(
                "number", when(col("complete_after"), row_number().over(alike)));
    }

    /**
     * Each change with the number of its pair, whether a later whole list has the tie again, and in which pair it comes back.
     * What a list that is not whole lacks is back if the next whole one does not lack it.
     */
    private static Dataset<Row> changes(Dataset<Row> changed, Dataset<Row> pairs) {
        WindowSpec tie = Window.partitionBy("account", "direction", "follower", "followee", "complete_after")
                .orderBy("snapshot_after");
        WindowSpec sameStart = Window.partitionBy("account", "direction", "follower", "followee", "snapshot_before");
        Column lostInWhole =
                max(col("complete_after").and(not(col("there_after")))).over(sameStart);
        Dataset<Row> returns = pairs.where(col("complete_after"))
                .select(
                        col("account"),
                        col("direction"),
                        col("snapshot_after").as("next_after"),
                        col("number").as("back_in"));
        return changed.join(pairs, ListPairs.PAIR)
                .withColumn(
                        "next_after",
                        when(col("complete_after"), lead("snapshot_after", 1).over(tie)))
                .withColumn("lost_in_whole", lostInWhole)
                .join(returns, new String[] {"account", "direction", "next_after"}, "left")
                .join(
                        followed(pairs).withColumnRenamed("last_whole", "snapshot_before"),
                        new String[] {"account", "direction", "snapshot_before"},
                        "left")
                .withColumn(
                        "is_back",
                        when(col("complete_after"), col("back_in").isNotNull())
                                .otherwise(col("next_whole").isNotNull().and(not(col("lost_in_whole")))));
    }

    /** From the ties as they are: what is worked out of each would be worked out twice. */
    private static Dataset<Row> sizes(Dataset<Row> changed) {
        return changed.groupBy("account", "direction", "snapshot_before", "snapshot_after")
                .agg(
                        count_if(not(col("there_after"))).as("lost"),
                        count_if(col("there_after")).as("gained"));
    }

    /** Counts of each list, by where the tie stood. */
    private Dataset<Row> counts(Dataset<Row> changes, Dataset<Row> sizes) {
        Column isLost = not(col("there_after"));
        Column soon = coalesce(col("back_in").minus(col("number")).leq(options.reach()), lit(false));
        return changes.join(sizes, ListPairs.PAIR)
                .groupBy(col("account"), col("direction"), col("snapshot_after").as("snapshot"))
                .agg(
                        max("gained").as("gained"),
                        max("lost").as("lost"),
                        count_if(col("there_after").and(col("position").lt(col("gained"))))
                                .as("gained_oldest"),
                        count_if(isLost.and(col("position").isNotNull())).as("lost_placed"),
                        count_if(isLost.and(col("position").lt(col("lost")))).as("lost_oldest"),
                        count_if(isLost.and(
                                        col("position").geq(col("listed_before").minus(col("lost")))))
                                .as("lost_newest"),
                        count_if(isLost.and(col("is_back"))).as("lost_back"),
                        count_if(isLost.and(not(soon))).as("lost_for_good"));
    }

    /** For each list, the ties that a list before and a list after it have, with few between them. */
    private Dataset<Row> absent(Dataset<Row> changes) {
        Column shortly = col("back_in").minus(col("number")).leq(options.reach());
        return changes.where(not(col("there_after")).and(shortly))
                .select(
                        col("account"),
                        col("direction"),
                        explode(sequence(col("number"), col("back_in").minus(1)))
                                .as("number"))
                .groupBy("account", "direction", "number")
                .agg(count(lit(1)).as("absent_back"));
    }
}
