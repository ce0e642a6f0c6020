package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_dt_interval;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.LIST_TURNS;
import static org.followerassay.table.ChurnTables.TIE_TURNS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The same turns with the narrowest interval in which each tie changed.
 *
 * <p>A tie that both of its lists show to change has the interval that both allow; where one list shows two changes of the
 * same kind within one of the other's, the later one counts. A stated time narrows a follow. One join of the turns of lists of
 * followers with those of lists of followees, by tie.
 */
final class TieTurns implements Derivation {
    private static final String[] TURN = {
        "account", "direction", "snapshot_before", "snapshot_after", "follower", "followee"
    };

    @Override
    public String name() {
        return "tie turns";
    }

    @Override
    public Table output() {
        return TIE_TURNS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_TURNS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> turns = inputs.of(LIST_TURNS);
        return dated(turns.join(beside(turns), TURN, "left"));
    }

    /** For each turn, the last turn of the same kind that the other list of the tie shows within its interval. */
    private static Dataset<Row> beside(Dataset<Row> turns) {
        Dataset<Row> others = turns.select(
                col("follower"),
                col("followee"),
                col("there_after"),
                col("direction").as("other_direction"),
                col("snapshot_before").as("other_before"),
                col("snapshot_after").as("other_after"),
                col("followed_at").as("other_followed_at"));
        Column meet = col("other_direction")
                .notEqual(col("direction"))
                .and(col("other_before").lt(col("snapshot_after")))
                .and(col("other_after").gt(col("snapshot_before")));
        return turns.drop("followed_at")
                .join(others, new String[] {"follower", "followee", "there_after"})
                .where(meet)
                .groupBy("account", "direction", "snapshot_before", "snapshot_after", "follower", "followee")
                .agg(max(struct("other_after", "other_before", "other_followed_at"))
                        .as("beside"));
    }

    /** Adds earliest and latest; a stated time at midnight is taken for a day. */
    private static Dataset<Row> dated(Dataset<Row> turns) {
        Column before = greatest(col("snapshot_before"), col("beside.other_before"));
        Column after = least(col("snapshot_after"), col("beside.other_after"));
        Column stated = when(col("there_after"), least(col("followed_at"), col("beside.other_followed_at")));
        Column day = col("stated").equalTo(date_trunc("day", col("stated")));
        Column statedUntil =
                when(day, col("stated").plus(make_dt_interval(lit(1)))).otherwise(col("stated"));
        Column from = greatest(col("stated"), col("before"));
        Column until = least(col("stated_until"), col("after"));
        Column fits = coalesce(
                from.leq(until).and(until.gt(col("before"))).and(col("stated").isNotNull()), lit(false));
        return turns.withColumn("before", before)
                .withColumn("after", after)
                .withColumn("stated", stated)
                .withColumn("stated_until", statedUntil)
                .withColumn("earliest", when(fits, from).otherwise(col("before")))
                .withColumn("latest", when(fits, until).otherwise(col("after")));
    }
}
