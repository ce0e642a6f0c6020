package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.ChurnTables.TIE_TURNS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What each list gained and lost between two snapshots, and whether the loss is one decision: a reset, or a prune.
 *
 * <p>Reset: at least 99 % of the followers that are not known to be gone, or all followees. Prune: at least a fifth of the
 * followees. One shuffle of partial counts of changes.
 */
final class ListLosses implements Derivation {
    static final String RESET = "reset";
    static final String PRUNE = "prune";

    private final Wholesale options;

    ListLosses(Wholesale options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "losses of each list";
    }

    @Override
    public Table output() {
        return LIST_LOSSES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(TIE_TURNS, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column lost = not(col("there_after"));
        Dataset<Row> counts = inputs.of(TIE_TURNS)
                .groupBy("account", "direction", "snapshot_before", "snapshot_after")
                .agg(
                        count_if(col("there_after")).as("gained"),
                        count_if(lost).as("lost"),
                        count_if(lost.and(col("sign").equalTo(AccountSigns.GONE)))
                                .as("lost_gone"),
                        count_if(lost.and(col("sign").equalTo(AccountSigns.ALIVE)))
                                .as("lost_alive"));
        return inputs.of(SNAPSHOT_PAIRS)
                .where(col("usable"))
                .drop("usable", "reason")
                .join(counts, ListPairs.PAIR, "left")
                .withColumn("gained", coalesce(col("gained"), lit(0L)))
                .withColumn("lost", coalesce(col("lost"), lit(0L)))
                .withColumn("lost_gone", coalesce(col("lost_gone"), lit(0L)))
                .withColumn("lost_alive", coalesce(col("lost_alive"), lit(0L)))
                .withColumn("wholesale", wholesale());
    }

    private Column wholesale() {
        Column ofFollowees = col("direction").equalTo("followees");
        Column left = col("lost").minus(col("lost_gone"));
        Column could = col("listed_before").minus(col("lost_gone"));
        Column nearlyAll = left.geq(could.multiply(options.resetShare()));
        Column reset = when(ofFollowees, col("listed_after").equalTo(0)).otherwise(nearlyAll);
        Column prune = ofFollowees.and(left.geq(could.multiply(options.pruneShare())));
        return when(could.geq(options.wholesaleFrom()), when(reset, RESET).when(prune, PRUNE));
    }
}
