package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOW_ACTIVITY_CROWDS;

import java.util.ArrayList;
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
 * Crowds at one account of followers that follow hardly anybody else, as far as dated ties tell.
 *
 * <p>After StarScout's low-activity heuristic (He et al. 2024): accounts that star once or twice in their lives, within days
 * of each other. Alone it is weak: an event brings newcomers too. So the share of such followers among the arrivals of a
 * window is compared with their share among the account's other arrivals or, if larger, among all arrivals. Only windows with
 * more of them than the windows around have are looked at, since a steady stream is no crowd.
 *
 * <p>Linear: six tokens for each dated tie, counted before they are shuffled.
 */
public final class LowActivity implements Derivation {
    private final LockstepOptions options;

    public LowActivity(LockstepOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "low-activity crowds";
    }

    @Override
    public Table output() {
        return LOW_ACTIVITY_CROWDS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DATED_TIES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> ties = withActivity(options, DatedTies.of(inputs));
        Dataset<Row> few = ties.where(col("few"));
        Dataset<Row> crowds = tokens(few);
        Dataset<Row> arrived = Arrived.at(windows(crowds), ties);
        Dataset<Row> fewArrived = Arrived.at(windows(crowds), few)
                .select(
                        col("account"),
                        col("window_from"),
                        col("length"),
                        col("around").as("few_around"),
                        col("elsewhere").as("few_elsewhere"));
        Dataset<Row> overall = ties.agg(
                count_if(col("few")).divide(greatest(count(lit(1)), lit(1))).as("few_share"));
        Column own = col("few_elsewhere")
                .plus(col("few_share"))
                .divide(col("elsewhere").plus(1));
        Column share = greatest(own, col("few_share"));
        // The windows around, near ones left out, are 2 · 8 + 1 - 3 of the same length.
        Column steady = col("few_around").divide(2 * Windows.AROUND - 2);
        return crowds.join(arrived, new String[] {"account", "window_from", "length"})
                .join(fewArrived, new String[] {"account", "window_from", "length"})
                .crossJoin(broadcast(overall))
                .withColumn(
                        "expected",
                        least(col("followers"), greatest(col("inside").multiply(share), steady)))
                .withColumn(
                        "reference", when(own.geq(col("few_share")), "own list").otherwise("population"))
                .withColumn("lift", col("followers").divide(col("expected")))
                .withColumn(
                        "z",
                        col("followers")
                                .minus(col("expected"))
                                .divide(sqrt(col("expected").plus(1))))
                .where(col("lift").geq(options.minLift()).and(col("z").geq(options.minZ())))
                .withColumn("place", row_number().over(sameWeek()))
                .where(col("place").equalTo(1))
                .withColumn("arrivals", col("inside"))
                .withColumn("arrived_from", timestamp_seconds(col("window_from")))
                .withColumn("window_hours", col("length").divide(Windows.HOUR).cast(LongType));
    }

    /** The followers inside the crowds of the table: account, follower, excess_share. */
    static Dataset<Row> members(LockstepOptions options, Dataset<Row> ties, Dataset<Row> crowds) {
        Dataset<Row> bounds = crowds.select(
                col("account"),
                unix_seconds(col("arrived_from")).as("window_from"),
                col("window_hours").multiply(Windows.HOUR).as("length"),
                lit(1).minus(col("expected").divide(col("followers"))).as("excess_share"));
        return withActivity(options, ties)
                .where(col("few"))
                .join(broadcast(bounds), "account")
                .where(Windows.within("at", "window_from").and(col("blur").leq(col("length"))))
                .groupBy("account", "follower")
                .agg(max("excess_share").as("excess_share"));
    }

    private static Dataset<Row> withActivity(LockstepOptions options, Dataset<Row> ties) {
        Dataset<Row> activity = ties.groupBy("follower").agg(count(lit(1)).as("followees"));
        return ties.join(activity, "follower")
                .withColumn("few", col("followees").leq(options.lowActivity()));
    }

    private Dataset<Row> tokens(Dataset<Row> few) {
        List<Column> windows = new ArrayList<>();
        for (long length : Windows.LENGTHS) {
            for (int shift = 0; shift < 2; shift++) {
                windows.add(struct(
                        Windows.start(col("at"), length, shift).as("window_from"),
                        lit(length).as("length")));
            }
        }
        return few.withColumn("token", explode(array(windows.toArray(Column[]::new))))
                .where(col("blur").leq(col("token.length")))
                .groupBy("account", "token")
                .agg(count(lit(1)).as("followers"))
                .where(col("followers").geq(options.minCrowd()))
                .select("account", "token.*", "followers");
    }

    private static Dataset<Row> windows(Dataset<Row> crowds) {
        return crowds.select("account", "window_from", "length");
    }

    private static WindowSpec sameWeek() {
        long week = Windows.LENGTHS.get(Windows.LENGTHS.size() - 1);
        return Window.partitionBy(col("account"), Windows.start(col("window_from"), week, 0))
                .orderBy(col("followers").minus(col("expected")).desc(), col("length"), col("window_from"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    }
}
