package org.followerassay.churn;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.ChurnTables.ACTORS;
import static org.followerassay.table.ChurnTables.FOLLOW_EPISODES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Behaviour;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How each account followed and dropped others: how many a day, for how long, after what, in which rhythm.
 *
 * <p>A drop is a loss that the follower seems to have made. A follow is returned if the other's follow may lie after it and before
 * its end; of the returned ones, those are counted that are dropped while the other still follows. Days are UTC; a follow in an interval of several days counts for the mean of these days.
 *
 * <p>One join of episodes with those of the opposite direction, by pair of accounts; two shuffles of partial counts.
 */
final class Actors implements Derivation {
    private static final int SOON_DAYS = 62;

    private static final Column IS_DROPPED = col("dropped");

    private final Behaviour options;

    Actors(Behaviour options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "actors";
    }

    @Override
    public Table output() {
        return ACTORS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_EPISODES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> episodes = inputs.of(FOLLOW_EPISODES);
        Dataset<Row> daily = daily(episodes);
        Dataset<Row> population = daily.agg(
                count(lit(1)).as("actors"),
                percentile(round(col("follows_per_day")), lit(0.999)).as("highest"));
        return ends(answered(episodes))
                .join(daily, "account")
                .crossJoin(population)
                .withColumn("population_per_day", when(col("actors").geq(options.populationFrom()), col("highest")))
                .withColumn("dropped_soon_share", col("dropped_soon").divide(col("follows")))
                .withColumn(
                        "dropped_returned_share",
                        when(col("reciprocated").gt(0), col("dropped_returned").divide(col("reciprocated"))));
    }

    /** Follows by day: the most, and how much days differ. */
    private Dataset<Row> daily(Dataset<Row> episodes) {
        Column days = greatest(lit(1), daysBetween(col("earliest"), col("latest")));
        Dataset<Row> perDay = episodes.withColumn("days", days)
                .groupBy(col("follower").as("account"), day(col("earliest")).as("day"), col("days"))
                .agg(count(lit(1)).as("follows_then"))
                .withColumn("rate", col("follows_then").divide(col("days")));
        Column enough =
                col("follow_days").geq(options.rhythmDays()).and(col("seen").geq(options.rhythmFrom()));
        return perDay.groupBy("account")
                .agg(
                        max("rate").as("follows_per_day"),
                        count(lit(1)).as("follow_days"),
                        sum("follows_then").as("seen"),
                        stddev_pop("rate").as("deviation"),
                        sum("rate").as("rates"))
                .withColumn(
                        "quota_variation",
                        when(
                                enough,
                                col("deviation").multiply(col("follow_days")).divide(col("rates"))));
    }

    /** Each episode with whether it was returned, and dropped while it was. */
    private static Dataset<Row> answered(Dataset<Row> episodes) {
        Dataset<Row> backs = episodes.select(
                col("followee").as("follower"),
                col("follower").as("followee"),
                col("earliest").as("back_earliest"),
                col("latest").as("back_latest"),
                col("lost_latest").as("back_lost_latest"));
        Column open = col("lost_latest").isNull();
        Column back = col("back_latest")
                .gt(col("earliest"))
                .and(open.or(col("back_earliest").lt(col("lost_latest"))));
        Column stillBack = back.and(col("back_lost_latest")
                .isNull()
                .or(open)
                .or(col("back_lost_latest").gt(col("lost_earliest"))));
        return episodes.join(backs, new String[] {"follower", "followee"}, "left")
                .groupBy("follower", "followee", "earliest", "latest", "lost_earliest", "lost_latest", "dropped")
                .agg(
                        bool_or(coalesce(back, lit(false))).as("returned"),
                        bool_or(coalesce(stillBack, lit(false))).as("returned_to_the_end"));
    }

    private Dataset<Row> ends(Dataset<Row> episodes) {
        // A follow within a longer interval than that may have been there as long.
        Column soon = daysBetween(col("latest"), col("lost_latest"))
                .leq(SOON_DAYS)
                .and(daysBetween(col("earliest"), col("latest")).leq(SOON_DAYS));
        Column followDay = when(IS_DROPPED, unix_date(day(col("latest"))).cast(LongType));
        Column dropDay = when(IS_DROPPED, unix_date(day(col("lost_latest"))).cast(LongType));
        Column enough =
                col("drop_days").geq(options.rhythmDays()).and(col("drops").geq(options.rhythmFrom()));
        return episodes.groupBy(col("follower").as("account"))
                .agg(
                        max(greatest(col("latest"), col("lost_latest"))).as("snapshot"),
                        count(lit(1)).as("follows"),
                        count_if(IS_DROPPED).as("drops"),
                        count_if(IS_DROPPED.and(soon)).as("dropped_soon"),
                        count_if(col("returned")).as("reciprocated"),
                        count_if(IS_DROPPED.and(col("returned_to_the_end"))).as("dropped_returned"),
                        countDistinct(dropDay).as("drop_days"),
                        sum(followDay).as("x"),
                        sum(dropDay).as("y"),
                        sum(followDay.multiply(dropDay)).as("xy"),
                        sum(followDay.multiply(followDay)).as("xx"),
                        sum(dropDay.multiply(dropDay)).as("yy"))
                .withColumn("queue_correlation", when(enough, correlation()));
    }

    /** From whole sums, which are exact in any order; null where all drops, or their follows, are of one day. */
    private static Column correlation() {
        Column n = col("drops").cast(DoubleType);
        Column spread = n.multiply(col("xx"))
                .minus(pow(col("x"), lit(2)))
                .multiply(n.multiply(col("yy")).minus(pow(col("y"), lit(2))));
        return when(
                spread.gt(0),
                n.multiply(col("xy"))
                        .minus(col("x").cast(DoubleType).multiply(col("y")))
                        .divide(sqrt(spread)));
    }

    private static Column day(Column time) {
        return time.cast("date");
    }

    private static Column daysBetween(Column from, Column to) {
        return unix_date(day(to)).minus(unix_date(day(from)));
    }
}
