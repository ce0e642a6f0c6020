package org.followerassay.churn;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.repeat;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.EngagementTables.ACTOR_CLOCK;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Clock;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * At which hours, and in batches of which sizes, an account followed others: from follows whose hour is known.
 *
 * <p>Software works through the night and in batches of a set size. Snapshots tell neither, so that only follows count that an
 * event or a stated time dates to the hour. A day is a long one if the account followed somebody in 20 of its 24 hours: a traveller
 * who is awake at all hours of a month never is on one day. Batches of fewer than five are left out, for whoever follows now and
 * then follows one at a time. Limits: several people who share an account in shifts look the same.
 *
 * <p>One shuffle of follows by follower, those of an account in their order.
 */
final class ActorClock implements Derivation {
    private static final int HOURS = 24;
    private static final int SECONDS_PER_HOUR = 3_600;

    private final Clock options;

    ActorClock(Clock options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "actors by the clock";
    }

    @Override
    public Table output() {
        return ACTOR_CLOCK;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_CHANGES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column seconds = unix_seconds(col("latest")).minus(unix_seconds(col("earliest")));
        Dataset<Row> follows = inputs.of(FOLLOW_CHANGES)
                .where(col("there_after").and(seconds.lt(SECONDS_PER_HOUR)))
                .select(
                        col("follower").as("account"),
                        col("followee"),
                        col("earliest").as("time"));
        Column enough = col("dated_follows")
                .geq(options.followsMin())
                .and(col("dated_days").geq(options.daysMin()));
        Column even = coalesce(col("usual_batch_share").geq(options.evenShare()), lit(false))
                .and(col("batches").geq(options.daysMin()));
        return hours(follows)
                .join(batches(follows), new String[] {"account"}, "left")
                .withColumn("batches", coalesce(col("batches"), lit(0L)))
                .withColumn("round_the_clock", enough.and(col("long_days").geq(options.longDaysMin())))
                .withColumn("even_batches", enough.and(even));
    }

    /** The hours (UTC) in which an account follows: on how many days nearly all, and how many it never uses. */
    private Dataset<Row> hours(Dataset<Row> follows) {
        Column bit = pow(lit(2), hour(col("time"))).cast("long");
        Dataset<Row> days = follows.groupBy(
                        col("account"), col("time").cast("date").as("day"))
                .agg(
                        count(lit(1)).as("follows"),
                        countDistinct(hour(col("time"))).as("hours"),
                        bit_or(bit).as("used"));
        Column twice = repeat(lpad(bin(col("used")), HOURS, "0"), 2);
        Column quiet = least(lit(HOURS), array_max(transform(split(twice, "1"), run -> length(run))));
        return days.groupBy("account")
                .agg(
                        sum("follows").as("dated_follows"),
                        count(lit(1)).as("dated_days"),
                        count_if(col("hours").geq(options.longDayHours())).as("long_days"),
                        bit_or(col("used")).as("used"))
                .withColumn("quiet_hours", quiet);
    }

    /** Follows without a pause of half an hour between them, by size. */
    private Dataset<Row> batches(Dataset<Row> follows) {
        WindowSpec inOrder = Window.partitionBy("account").orderBy("time", "followee");
        WindowSpec soFar = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column pause =
                unix_seconds(col("time")).minus(unix_seconds(lag("time", 1).over(inOrder)));
        Column begins = coalesce(pause.gt(options.pauseSeconds()), lit(false));
        Dataset<Row> sizes = follows.withColumn("begins", when(begins, 1L).otherwise(0L))
                .withColumn("batch", sum("begins").over(soFar))
                .groupBy("account", "batch")
                .agg(count(lit(1)).as("size"))
                .where(col("size").geq(options.batchMin()))
                .groupBy("account", "size")
                .agg(count(lit(1)).as("times"));
        return sizes.groupBy("account")
                .agg(sum("times").as("batches"), max(struct("times", "size")).as("usual"))
                .select(
                        col("account"),
                        col("batches"),
                        col("usual.size").as("usual_batch"),
                        col("usual.times").divide(col("batches")).as("usual_batch_share"));
    }
}
