package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
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

    private static final List<String> PLACED = List.of("gained_oldest", "lost_placed", "lost_oldest", "lost_newest");

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

    private static final Column IS_LOST = not(col("there_after"));

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
        Dataset<Row> changed = inputs.of(CHANGED_TIES);
        Dataset<Row> pairs = numbered(inputs.of(LIST_PAIRS));
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
                col("listed_before"));
        Column days = col("snapshot")
                .cast("long")
                .minus(col("snapshot_before").cast("long"))
                .divide(SECONDS_PER_DAY);
        Dataset<Row> counts = ofWhole(changed, pairs).unionByName(ofOthers(changed, pairs));
        Dataset<Row> evidence = lists.join(before, PLACE, "left")
                .join(counts, PLACE, "left")
                .withColumn("days", days)
                .withColumn("last_whole", when(col("complete"), col("snapshot")).otherwise(col("snapshot_before")))
                .join(followed(pairs), new String[] {"account", "direction", "last_whole"}, "left")
                .withColumn("newest", col("next_whole").isNull());
        boolean isOrdered = inputs.present(CHANGED_TIES, "position") > 0;
        return zeroed(isOrdered ? evidence.join(places(changed, pairs), PLACE, "left") : unplaced(evidence));
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
     * What whole lists gained and lost, and how much of that a later one has again.
     *
     * <p>Ties are counted by how many lists lack them before the ties themselves are done with, so that what is missing from
     * each list on the way is added up from a few rows of a list.
     */
    private Dataset<Row> ofWhole(Dataset<Row> changed, Dataset<Row> pairs) {
        WindowSpec tie = Window.partitionBy("account", "direction", "follower", "followee")
                .orderBy("number");
        Dataset<Row> whole = pairs.where(col("complete_after"));
        Column lists = col("back_in").minus(col("number"));
        Column own = col("at").equalTo(col("number"));
        Dataset<Row> tallies = changed.join(whole, ListPairs.PAIR)
                .withColumn("back_in", lead("number", 1).over(tie))
                .withColumn(
                        "lacked",
                        when(IS_LOST.and(lists.leq(options.reach())), lists).otherwise(0))
                .groupBy("account", "direction", "number", "lacked")
                .agg(
                        count_if(col("there_after")).as("came"),
                        count_if(IS_LOST).as("left"),
                        count_if(IS_LOST.and(col("back_in").isNotNull())).as("back"));
        Dataset<Row> snapshots = whole.select(
                col("account"),
                col("direction"),
                col("number").as("at"),
                col("snapshot_after").as("snapshot"));
        return tallies.withColumn("last", col("number").plus(greatest(col("lacked"), lit(1))))
                .withColumn("at", explode(sequence(col("number"), col("last").minus(1))))
                .groupBy("account", "direction", "at")
                .agg(
                        sum(when(own, col("came"))).as("gained"),
                        sum(when(own, col("left"))).as("lost"),
                        sum(when(own, col("back"))).as("lost_back"),
                        sum(when(own.and(col("lacked").equalTo(0)), col("left")))
                                .as("lost_for_good"),
                        sum(when(col("lacked").gt(0), col("left"))).as("absent_back"))
                .join(snapshots, new String[] {"account", "direction", "at"})
                .drop("at");
    }

    /** The same of lists that are not whole: what one lacks is back if the next whole one does not lack it. */
    private static Dataset<Row> ofOthers(Dataset<Row> changed, Dataset<Row> pairs) {
        Dataset<Row> lostInWhole = changed.where(IS_LOST)
                .join(pairs.where(col("complete_after")), ListPairs.PAIR)
                .select(
                        col("account"),
                        col("direction"),
                        col("snapshot_before"),
                        col("follower"),
                        col("followee"),
                        lit(true).as("lost_in_whole"));
        Dataset<Row> nextWhole = followed(pairs).withColumnRenamed("last_whole", "snapshot_before");
        Column back = col("next_whole").isNotNull().and(col("lost_in_whole").isNull());
        return changed.join(pairs.where(not(col("complete_after"))), ListPairs.PAIR)
                .join(
                        lostInWhole,
                        new String[] {"account", "direction", "snapshot_before", "follower", "followee"},
                        "left")
                .join(nextWhole, new String[] {"account", "direction", "snapshot_before"}, "left")
                .groupBy(col("account"), col("direction"), col("snapshot_after").as("snapshot"))
                .agg(
                        count_if(col("there_after")).as("gained"),
                        count_if(IS_LOST).as("lost"),
                        count_if(IS_LOST.and(back)).as("lost_back"),
                        count_if(IS_LOST).as("lost_for_good"))
                .withColumn("absent_back", lit(0L));
    }

    /** Of each list, what came and left by where it stood; only ties whose place is known are looked at. */
    private static Dataset<Row> places(Dataset<Row> changed, Dataset<Row> pairs) {
        Dataset<Row> sizes = changed.groupBy("account", "direction", "snapshot_before", "snapshot_after")
                .agg(count_if(IS_LOST).as("left"), count_if(col("there_after")).as("came"))
                .join(pairs, ListPairs.PAIR);
        Column position = col("position");
        return changed.where(position.isNotNull())
                .join(sizes, ListPairs.PAIR)
                .groupBy(col("account"), col("direction"), col("snapshot_after").as("snapshot"))
                .agg(
                        count_if(col("there_after").and(position.lt(col("came"))))
                                .as("gained_oldest"),
                        count_if(IS_LOST).as("lost_placed"),
                        count_if(IS_LOST.and(position.lt(col("left")))).as("lost_oldest"),
                        count_if(IS_LOST.and(position.geq(col("listed_before").minus(col("left")))))
                                .as("lost_newest"));
    }

    private static Dataset<Row> unplaced(Dataset<Row> evidence) {
        return evidence.withColumns(PLACED.stream().collect(Collectors.toMap(placed -> placed, placed -> lit(0L))));
    }
}
