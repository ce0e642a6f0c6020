package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;

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
 * Followers gained between two lists of an account, and how many of them later lists still show.
 *
 * <p>Only lists that are complete and no dip are read (see snapshot_pairs): an absent row in any other is no unfollow. Of the
 * lists after a cohort, the 1st, 2nd, 4th, 8th … are looked at, so that a daily history of years costs its logarithm.
 *
 * <p>Usual growth is the median of ln(gained + 1) per day of the account's intervals; what everybody gained more than usual
 * between the same two snapshots is taken off first, so that a day on which the platform grew is nobody's burst. Leaving is
 * compared with other accounts' cohorts of like age (same doubling of days) in lists of the same later snapshot, so that a
 * purge is not the account's. The ratio of cumulative hazards −ln S has Greenwood's standard error on the log scale; times
 * are bounds, hence no finer estimate.
 *
 * <p>Cost: the ties of usable lists are shuffled by account and follower, once to find arrivals, and once per later list.
 */
public final class ArrivalCohorts implements Derivation {
    /** Later lists: the 2⁰th to the 2¹⁰th after a cohort's first. */
    private static final int DOUBLINGS = 10;

    /** Accounts with an interval between the same two snapshots that tell what everybody gained. */
    private static final int ENOUGH_FOR_PLATFORM = 5;

    /** Deviation of ln(growth) below which intervals are never said to differ: a factor of 1.22. */
    private static final double LEAST_DEVIATION = 0.2;

    private static final double SECONDS_PER_DAY = 86_400;

    private final SpikeOptions options;

    public ArrivalCohorts(SpikeOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "arrival cohorts";
    }

    @Override
    public Table output() {
        return ARRIVAL_COHORTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = lists(inputs.of(SNAPSHOT_PAIRS));
        Dataset<Row> ties = inputs.of(FOLLOWS)
                .withColumn("account", col("followee"))
                .join(broadcast(lists), new String[] {"account", "snapshot"})
                .select("account", "follower", "number");
        Dataset<Row> arrivals = arrivals(ties);
        Dataset<Row> sizes =
                bursts(arrivals.groupBy("account", "number").agg(count(lit(1)).as("arrived")), lists);
        return compared(retained(arrivals, ties, sizes, lists));
    }

    /** Usable lists of an account, counted from 0, each with the one before: account, number, snapshot, previous. */
    private static Dataset<Row> lists(Dataset<Row> snapshotPairs) {
        WindowSpec ofAccount = Window.partitionBy("account").orderBy("snapshot");
        WindowSpec upToHere = ofAccount.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return snapshotPairs
                .where(col("usable").and(col("direction").equalTo("followers")))
                .select(
                        col("account"),
                        explode(array("snapshot_before", "snapshot_after")).as("snapshot"))
                .distinct()
                .withColumn("number", row_number().over(upToHere).minus(1))
                .withColumn("previous", lag("snapshot", 1).over(ofAccount));
    }

    /** Ties that a list shows and the list before it does not: account, follower, number. */
    private static Dataset<Row> arrivals(Dataset<Row> ties) {
        WindowSpec ofTie = Window.partitionBy("account", "follower").orderBy("number");
        return ties.withColumn("seen_before", lag("number", 1).over(ofTie))
                .where(col("number").gt(0))
                .where(col("seen_before")
                        .isNull()
                        .or(col("seen_before").lt(col("number").minus(1))))
                .drop("seen_before");
    }

    /** Every interval, with or without arrivals: account, number, snapshot, previous, arrived, usual, burst. */
    private Dataset<Row> bursts(Dataset<Row> gained, Dataset<Row> lists) {
        Column days = unix_seconds(col("snapshot"))
                .minus(unix_seconds(col("previous")))
                .divide(SECONDS_PER_DAY);
        Dataset<Row> intervals = lists.where(col("previous").isNotNull())
                .join(gained, new String[] {"account", "number"}, "left")
                .withColumn("arrived", coalesce(col("arrived"), lit(0L)))
                .withColumn("interval_days", greatest(days, lit(1 / SECONDS_PER_DAY)))
                .withColumn("growth", ln(col("arrived").plus(1).divide(col("interval_days"))));
        Dataset<Row> usual = intervals
                .groupBy("account")
                .agg(
                        percentile(col("growth"), lit(0.5)).as("median"),
                        count(lit(1)).as("intervals"));
        Dataset<Row> above = intervals
                .join(usual, "account")
                .withColumn("above", col("growth").minus(col("median")));
        Dataset<Row> platform = above.groupBy("snapshot", "previous")
                .agg(
                        percentile(col("above"), lit(0.5)).as("everybody"),
                        count(lit(1)).as("with_interval"))
                .withColumn(
                        "everybody",
                        when(col("with_interval").geq(ENOUGH_FOR_PLATFORM), col("everybody"))
                                .otherwise(0.0))
                .drop("with_interval");
        Dataset<Row> adjusted = above.join(broadcast(platform), new String[] {"snapshot", "previous"})
                .withColumn("own", col("above").minus(col("everybody")));
        Dataset<Row> spread = adjusted.groupBy("account")
                .agg(percentile(abs(col("own")), lit(0.5)).as("deviation"));
        Dataset<Row> peers = adjusted.agg(percentile(abs(col("own")), lit(0.5)).as("peer_deviation"));
        Column deviation = greatest(col("deviation"), col("peer_deviation"), lit(LEAST_DEVIATION));
        Column burst = col("arrived")
                .geq(options.minArrived())
                .and(col("intervals").geq(options.minIntervals()))
                .and(col("own").gt(deviation.multiply(options.deviations())));
        return adjusted.join(spread, "account")
                .crossJoin(broadcast(peers))
                .withColumn("burst", burst)
                .withColumn(
                        "usual",
                        greatest(
                                lit(0.0),
                                exp(col("median").plus(col("everybody")))
                                        .multiply(col("interval_days"))
                                        .minus(1)))
                .select("account", "number", "snapshot", "previous", "arrived", "usual", "burst");
    }

    /** One row per cohort and later list: what is left of it. */
    private static Dataset<Row> retained(
            Dataset<Row> arrivals, Dataset<Row> ties, Dataset<Row> sizes, Dataset<Row> lists) {
        Column later = explode(array(IntStream.rangeClosed(0, DOUBLINGS)
                .mapToObj(doubling -> col("number").plus(1 << doubling))
                .toArray(Column[]::new)));
        Dataset<Row> seen = ties.withColumnRenamed("number", "later");
        Dataset<Row> kept = arrivals.withColumn("later", later)
                .join(seen, new String[] {"account", "follower", "later"})
                .groupBy("account", "number", "later")
                .agg(count(lit(1)).as("kept"));
        Dataset<Row> laterLists = lists.select(
                col("account"), col("number").as("later"), col("snapshot").as("snapshot_later"));
        return sizes.where(col("arrived").gt(0))
                .withColumn("later", later)
                .join(laterLists, new String[] {"account", "later"})
                .join(kept, new String[] {"account", "number", "later"}, "left")
                .withColumn("kept", coalesce(col("kept"), lit(0L)))
                .withColumn("gone", col("arrived").minus(col("kept")))
                .withColumn(
                        "days",
                        unix_seconds(col("snapshot_later"))
                                .minus(unix_seconds(col("snapshot")))
                                .divide(SECONDS_PER_DAY))
                .withColumnRenamed("previous", "snapshot_before")
                .withColumnRenamed("snapshot", "snapshot_after");
    }

    /** Adds what cohorts of like age of other accounts kept in the same later snapshot, bursts left out. */
    private Dataset<Row> compared(Dataset<Row> cohorts) {
        Dataset<Row> aged = cohorts.withColumn("age", floor(log2(greatest(col("days"), lit(1.0)))));
        Dataset<Row> perAccount = aged.where(col("burst").equalTo(false))
                .groupBy("snapshot_later", "age", "account")
                .agg(sum("arrived").as("own_arrived"), sum("kept").as("own_kept"));
        Dataset<Row> all = perAccount
                .groupBy("snapshot_later", "age")
                .agg(
                        count(lit(1)).as("accounts"),
                        sum("own_arrived").as("all_arrived"),
                        sum("own_kept").as("all_kept"));
        Column others = when(col("own_arrived").isNull(), 0L).otherwise(1L);
        Dataset<Row> beside = aged.join(perAccount, new String[] {"snapshot_later", "age", "account"}, "left")
                .join(broadcast(all), new String[] {"snapshot_later", "age"}, "left")
                .withColumn("peers", coalesce(col("accounts"), lit(0L)).minus(others))
                .withColumn("peer_arrived", without("all_arrived", "own_arrived"))
                .withColumn("peer_kept", without("all_kept", "own_kept"));
        Column enough = col("peers").geq(options.minPeers());
        Column stay = survival("kept", "arrived");
        Column peerStay = survival("peer_kept", "peer_arrived");
        Column error = sqrt(variance(stay, "arrived").plus(variance(peerStay, "peer_arrived")));
        Column ratio = ln(ln(stay).divide(ln(peerStay)));
        return beside.withColumn("hazard_ratio", when(enough, exp(ratio)))
                .withColumn("hazard_low", when(enough, exp(ratio.minus(error.multiply(1.96)))))
                .withColumn("hazard_high", when(enough, exp(ratio.plus(error.multiply(1.96)))));
    }

    private static Column without(String all, String own) {
        return coalesce(col(all), lit(0L)).minus(coalesce(col(own), lit(0L)));
    }

    /** Half a follower is added to those who stay and to those who leave, so that neither is ever none. */
    private static Column survival(String kept, String arrived) {
        return col(kept).plus(0.5).divide(col(arrived).plus(1));
    }

    /** Greenwood's variance of ln(-ln S) for a life table of one interval. */
    private static Column variance(Column survival, String arrived) {
        return lit(1).minus(survival)
                .divide(col(arrived).plus(1).multiply(survival).multiply(pow(ln(survival), lit(2))));
    }
}
