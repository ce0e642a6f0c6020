package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.TIE_TURNS;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Ties gained, lost by kind, and kept by each list between two snapshots that can be compared.
 *
 * <p>A change that an export dates itself replaces the inferred one in the ledger; the list counts it as what the export says
 * it is. Half-life: n days at a rate r leave half after n · ln 2 / −ln(1 − r) days. One join of changes with the ledger, by tie.
 */
final class Churn implements Derivation {
    private static final List<String> KINDS =
            List.of("unfollow", "vanish", "block-like", "purge", "reset", "prune", "unknown");
    private static final String[] CHANGE = {"follower", "followee", "there_after", "earliest", "latest"};

    private final Purges options;

    Churn(Purges options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "churn of each list";
    }

    @Override
    public Table output() {
        return CHURN;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_LOSSES, TIE_TURNS, FOLLOW_CHANGES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = inputs.of(LIST_LOSSES);
        Column kept = greatest(lit(0L), col("listed_before").minus(col("lost")));
        Column some = col("listed_before").gt(0);
        Column rate = col("churn_rate");
        return lists.join(kinds(inputs), ListPairs.PAIR, "left")
                .join(population(lists), new String[] {"direction", "snapshot_before", "snapshot_after"}, "left")
                .withColumns(KINDS.stream()
                        .map(Churn::lost)
                        .collect(Collectors.toMap(kind -> kind, kind -> coalesce(col(kind), lit(0L)))))
                .withColumn("gained_return", coalesce(col("gained_return"), lit(0L)))
                .withColumn("kept", kept)
                .withColumn("net", col("gained").minus(col("lost")))
                .withColumn("lost_own", col("lost").minus(col("lost_purge")))
                .withColumn("churn_rate", when(some, col("lost").divide(col("listed_before"))))
                .withColumn("growth", when(some, col("net").divide(col("listed_before"))))
                .withColumn("adjusted_growth", col("growth").minus(col("population_growth")))
                .withColumn(
                        "half_life_days",
                        when(
                                rate.gt(0).and(rate.lt(1)),
                                col("days")
                                        .multiply(Math.log(2))
                                        .divide(log(lit(1.0).minus(rate)).multiply(-1))));
    }

    private static String lost(String kind) {
        return "lost_" + kind.replace('-', '_');
    }

    private static Dataset<Row> kinds(Inputs inputs) {
        Dataset<Row> ledger =
                inputs.of(FOLLOW_CHANGES).select("follower", "followee", "there_after", "earliest", "latest", "change");
        Column isLost = not(col("there_after"));
        Column observed = when(isLost, "unfollow").otherwise("follow");
        Column[] counts = KINDS.stream()
                .map(kind -> count_if(isLost.and(col("kind").equalTo(kind))).as(lost(kind)))
                .toArray(Column[]::new);
        return inputs.of(TIE_TURNS)
                .join(ledger, CHANGE, "left")
                .withColumn("kind", coalesce(col("change"), observed))
                .groupBy("account", "direction", "snapshot_before", "snapshot_after")
                .agg(count_if(col("kind").equalTo("return")).as("gained_return"), counts);
    }

    /** The median growth of all lists between the same snapshots, where there are enough. */
    private Dataset<Row> population(Dataset<Row> lists) {
        Column growth = col("gained").minus(col("lost")).divide(col("listed_before"));
        return lists.where(col("listed_before").gt(0))
                .groupBy("direction", "snapshot_before", "snapshot_after")
                .agg(
                        count(lit(1)).as("measured_lists"),
                        percentile(growth, lit(0.5)).as("population_growth"))
                .where(col("measured_lists").geq(options.listsMin()))
                .drop("measured_lists");
    }
}
