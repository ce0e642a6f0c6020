package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;
import static org.followerassay.table.SpikeTables.BURST_DECAY;
import static org.followerassay.table.SpikeTables.GROWTH_INTERVALS;

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
 * How fast the followers of a burst left, span by span, against those whom other accounts gained at like times.
 *
 * <p>A life table: spans reach from the list that first shows a cohort to the 1st, 2nd, 4th, 8th … after it, so that a daily
 * history of years costs its logarithm. In a span, rate = gone / exposure, and exposure = (at risk − gone / 2) · days
 * (Cutler and Ederer 1958). Peers are the cohorts of other accounts, bursts left out, of like age (same doubling of days) in
 * lists of the same day, so that a purge is not the account's. Up to a span, hazard ratio = Σ gone / Σ exposure · peers' rate,
 * with 1 / observed + the variance of the expected as the variance of its logarithm (Poisson, as for a standardised mortality
 * ratio; Breslow and Day 1987).
 *
 * <p>Cost: shuffles of one row per cohort and span; ties are not read.
 */
public final class BurstDecay implements Derivation {
    /** Spans end 2⁰ to 2¹⁰ lists after a cohort's first, three years of daily ones. */
    private static final int DOUBLINGS = 10;

    private static final double SECONDS_PER_DAY = 86_400;

    /** 95 % of a normal distribution, two-sided. */
    private static final double Z = 1.959964;

    private final SpikeOptions options;

    public BurstDecay(SpikeOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "burst decay";
    }

    @Override
    public Table output() {
        return BURST_DECAY;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ARRIVAL_COHORTS, GROWTH_INTERVALS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return upToHere(besidePeers(exposed(spans(inputs.of(GROWTH_INTERVALS)), inputs.of(ARRIVAL_COHORTS))));
    }

    /** Each cohort with its later spans: snapshot_from, snapshot_later, and the columns of the cohort's interval. */
    private static Dataset<Row> spans(Dataset<Row> intervals) {
        WindowSpec ofAccount = Window.partitionBy("account");
        WindowSpec earlier =
                ofAccount.orderBy("snapshot_after").rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> numbered = intervals
                .withColumn("number", row_number().over(earlier))
                .withColumn("lists", count(lit(1)).over(ofAccount).cast("int"));
        Column spans = explode(array(IntStream.rangeClosed(0, DOUBLINGS)
                .mapToObj(doubling -> struct(
                        col("number").plus((1 << doubling) >> 1).as("from"),
                        least(col("number").plus(1 << doubling), col("lists")).as("to")))
                .toArray(Column[]::new)));
        return numbered.where(col("gained").gt(0))
                .withColumn("span", spans)
                .select("account", "snapshot_before", "snapshot_after", "gained", "usual", "burst", "span.*")
                .where(col("from").lt(col("to")))
                .join(list(numbered, "from", "snapshot_from"), new String[] {"account", "from"})
                .join(list(numbered, "to", "snapshot_later"), new String[] {"account", "to"});
    }

    private static Dataset<Row> list(Dataset<Row> numbered, String number, String snapshot) {
        return numbered.select(
                col("account"), col("number").as(number), col("snapshot_after").as(snapshot));
    }

    /** Adds at_risk, gone and exposure_days, the stratum (later_day, age), and drops spans in which nobody is left. */
    private static Dataset<Row> exposed(Dataset<Row> spans, Dataset<Row> cohorts) {
        Column there = col("last_seen").geq(col("snapshot_from"));
        Column left = there.and(coalesce(col("gone_by").leq(col("snapshot_later")), lit(false)));
        Column days = days(col("snapshot_from"), col("snapshot_later"));
        return spans.join(cohorts, new String[] {"account", "snapshot_before", "snapshot_after"})
                .groupBy(
                        "account",
                        "snapshot_before",
                        "snapshot_after",
                        "gained",
                        "usual",
                        "burst",
                        "snapshot_from",
                        "snapshot_later")
                .agg(
                        sum(when(there, col("followers")).otherwise(0L)).as("at_risk"),
                        sum(when(left, col("followers")).otherwise(0L)).as("gone"))
                .where(col("at_risk").gt(0))
                .withColumn(
                        "exposure_days",
                        col("at_risk").minus(col("gone").divide(2)).multiply(days))
                .withColumn("later_day", to_date(col("snapshot_later")))
                .withColumn("age", floor(log2(greatest(days(col("snapshot_after"), col("snapshot_later")), lit(1.0)))));
    }

    /** Days between two lists, which are never taken within the same second. */
    private static Column days(Column from, Column to) {
        return greatest(unix_seconds(to).minus(unix_seconds(from)), lit(1)).divide(SECONDS_PER_DAY);
    }

    /** The bursts' spans, with what other accounts' ordinary cohorts lost in such spans. */
    private static Dataset<Row> besidePeers(Dataset<Row> spans) {
        Dataset<Row> perAccount = spans.where(not(col("burst")))
                .groupBy("later_day", "age", "account")
                .agg(sum("gone").as("own_gone"), sum("exposure_days").as("own_exposure"));
        Dataset<Row> all = perAccount
                .groupBy("later_day", "age")
                .agg(
                        count(lit(1)).as("all_accounts"),
                        sum("own_gone").as("all_gone"),
                        sum("own_exposure").as("all_exposure"));
        Column itself = when(col("own_gone").isNull(), 0L).otherwise(1L);
        return spans.where(col("burst"))
                .join(broadcast(all), new String[] {"later_day", "age"}, "left")
                .join(perAccount, new String[] {"later_day", "age", "account"}, "left")
                .withColumn("peers", coalesce(col("all_accounts"), lit(0L)).minus(itself))
                .withColumn("peer_gone", without("all_gone", "own_gone", lit(0L)))
                .withColumn("peer_exposure_days", without("all_exposure", "own_exposure", lit(0.0)));
    }

    private static Column without(String all, String own, Column none) {
        return coalesce(col(all), none).minus(coalesce(col(own), none));
    }

    /** Adds the ratio of hazards from the burst up to each span; spans with too few peers count on neither side. */
    private Dataset<Row> upToHere(Dataset<Row> spans) {
        WindowSpec soFar = Window.partitionBy("account", "snapshot_after")
                .orderBy("snapshot_later")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        // Half a leaver more: peers who lost nobody do not leave at the rate of zero.
        Column peerGone = col("peer_gone").plus(0.5);
        Column weight = col("exposure_days")
                .divide(when(
                        col("peers")
                                .geq(options.minPeers())
                                .and(col("peer_exposure_days").gt(0)),
                        col("peer_exposure_days")));
        Dataset<Row> sums = spans.withColumn("weight", weight)
                .withColumn(
                        "observed",
                        sum(when(col("weight").isNotNull(), col("gone"))).over(soFar))
                .withColumn(
                        "expected_gone", sum(peerGone.multiply(col("weight"))).over(soFar))
                .withColumn(
                        "variance",
                        sum(peerGone.multiply(col("weight")).multiply(col("weight")))
                                .over(soFar))
                .withColumn("enough_data", coalesce(col("observed").geq(options.minGone()), lit(false)))
                .withColumn("leavers", when(col("enough_data"), col("observed").cast("double")));
        Column relative = col("variance").divide(col("expected_gone").multiply(col("expected_gone")));
        Column error = sqrt(lit(1).divide(col("leavers")).plus(relative)).multiply(Z);
        Column ratio = col("leavers").divide(col("expected_gone"));
        return sums.withColumn("hazard_ratio", ratio)
                .withColumn("hazard_low", ratio.multiply(exp(error.multiply(-1))))
                .withColumn("hazard_high", ratio.multiply(exp(error)));
    }
}
