package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Pairs of accounts that share more followers than chance and the other pairs explain.
 *
 * <p>Chance is the configuration model: with every account keeping its number of followers and every follower its number of
 * followees, a pair shares d_a d_b Σk(k-1) / (Σk)² followers. People's interests make nearly every pair share more than
 * that, so a pair must also stand out among the pairs: its ln(lift) three robust standard deviations above their median
 * (median absolute deviation). The exact form of what Zhang and Lu (SNAM 2016) sample.
 *
 * <p>Cost: pairs grow with the square of a follower's followees; lists below the minimum and followers above the cap, both in
 * the options, are left out first. One shuffle by follower, one by pair.
 */
public final class SharedAudiences implements Derivation {
    /** Robust standard deviations of ln(lift) above the median pair. */
    private static final double ABOVE_PEERS = 3;

    /** Deviation of ln(lift) below which pairs are never said to differ: a factor of 1.28. */
    private static final double LEAST_DEVIATION = 0.25;

    private final SharedAudienceOptions options;

    public SharedAudiences(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "shared audiences";
    }

    @Override
    public Table output() {
        return SHARED_AUDIENCES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column smaller = least(col("account_followers"), col("other_followers"));
        Column either = col("account_followers").plus(col("other_followers")).minus(col("shared_followers"));
        return abovePeers(beforeThresholds(inputs))
                .where(col("lift").geq(options.minLift()).and(col("z").geq(options.minZ())))
                .withColumn("smaller_share", col("shared_followers").divide(smaller))
                .withColumn("jaccard", col("shared_followers").divide(either));
    }

    /** Every pair that shares enough to be looked at, with what chance lets expect. */
    Dataset<Row> beforeThresholds(Inputs inputs) {
        Dataset<Row> ties = ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE));
        Dataset<Row> lists = ties.groupBy("account").agg(count(lit(1)).as("account_followers"));
        Dataset<Row> others = lists.select(
                col("account").as("other_account"), col("account_followers").as("other_followers"));
        Column excess = col("shared_followers").minus(col("expected"));
        return pairs(ties)
                .join(broadcast(lists), "account")
                .join(broadcast(others), "other_account")
                .crossJoin(broadcast(chance(ties)))
                .withColumn(
                        "expected",
                        col("account_followers")
                                .multiply(col("other_followers"))
                                .multiply(col("rate")))
                .withColumn("lift", col("shared_followers").divide(col("expected")))
                .withColumn("z", excess.divide(sqrt(col("expected").plus(1))));
    }

    /** The ties that pairs are made of: of lists that are long enough, of followers below the cap. */
    static Dataset<Row> ties(SharedAudienceOptions options, Dataset<Row> follows, Dataset<Row> coverage) {
        Dataset<Row> lists = FollowerLists.newest(coverage).where(col("listed").geq(options.minAudience()));
        Dataset<Row> ties = FollowerLists.ties(follows, lists).select("snapshot", "account", "follower");
        Dataset<Row> manyFollowees = ties.groupBy("follower")
                .agg(count(lit(1)).as("followees"))
                .where(col("followees").gt(options.maxFollowees()));
        return ties.join(broadcast(manyFollowees), new String[] {"follower"}, "left_anti");
    }

    private Dataset<Row> pairs(Dataset<Row> ties) {
        Dataset<Row> others = ties.select(
                col("follower"),
                col("account").as("other_account"),
                col("snapshot").as("other_snapshot"));
        return ties.join(others, "follower")
                .where(col("account").lt(col("other_account")))
                .groupBy("account", "other_account")
                .agg(
                        count(lit(1)).as("shared_followers"),
                        max(greatest(col("snapshot"), col("other_snapshot"))).as("snapshot"))
                .where(col("shared_followers").geq(options.minShared()));
    }

    /** One row: Σk(k-1) / (Σk)². */
    private static Dataset<Row> chance(Dataset<Row> ties) {
        Column k = col("followees").cast("double");
        return ties.groupBy("follower")
                .agg(count(lit(1)).as("followees"))
                .agg(sum(k.multiply(k.minus(1))).as("pairs"), sum(k).as("ties"))
                .select(col("pairs")
                        .divide(greatest(col("ties"), lit(1.0)).multiply(col("ties")))
                        .as("rate"));
    }

    private static Dataset<Row> abovePeers(Dataset<Row> pairs) {
        Dataset<Row> lifts = pairs.withColumn("ln_lift", ln(col("lift")));
        Dataset<Row> median = lifts.agg(percentile(col("ln_lift"), lit(0.5)).as("median"));
        Dataset<Row> deviation = lifts.crossJoin(broadcast(median))
                .agg(percentile(abs(col("ln_lift").minus(col("median"))), lit(0.5))
                        .as("mad"));
        Column robust = greatest(coalesce(col("mad"), lit(0.0)).multiply(1.4826), lit(LEAST_DEVIATION));
        return lifts.crossJoin(broadcast(median))
                .crossJoin(broadcast(deviation))
                .where(col("ln_lift").minus(col("median")).geq(robust.multiply(ABOVE_PEERS)));
    }
}
