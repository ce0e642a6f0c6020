package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
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
 * Pairs of accounts that share more followers than chance and common interests explain.
 *
 * <p>Chance is the configuration model: with every account keeping its number of followers and every follower its number of
 * followees, a pair shares d_a d_b Σk(k-1) / (Σk)² followers. A pair stands out as a whole if its ln(lift) is three robust
 * standard deviations above the other pairs' median, the exact form of what Zhang and Lu (SNAM 2016) sample; or within a
 * stratum of followers of equally many accounts ({@link PairStrata}), which popular accounts can't hide.
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
        Column asAWhole =
                col("above_peers").and(col("lift").geq(options.minLift())).and(col("z").geq(options.minZ()));
        Column inAStratum = col("distinct").isNotNull();
        Column stratum = when(inAStratum, col("distinct.stratum"));
        return comparedWithPeers(beforeThresholds(inputs))
                .where(asAWhole.or(inAStratum))
                .withColumn("smaller_share", col("shared_followers").divide(smaller))
                .withColumn("jaccard", col("shared_followers").divide(either))
                .withColumn("followees_from", Strata.from(stratum))
                .withColumn("followees_to", Strata.to(stratum))
                .withColumn("stratum_shared", col("distinct.shared"))
                .withColumn("stratum_expected", col("distinct.expected"))
                .withColumn("stratum_z", col("distinct.z"))
                .withColumn(
                        "affinity", greatest(lit(1.0), coalesce(col("distinct.affinity"), exp(col("median_ln_lift")))));
    }

    /** Every pair that shares enough to be looked at, with what chance lets expect. */
    Dataset<Row> beforeThresholds(Inputs inputs) {
        Dataset<Row> ties = ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE));
        Dataset<Row> lists = ties.groupBy("account").agg(count(lit(1)).as("account_followers"));
        Dataset<Row> others = lists.select(
                col("account").as("other_account"), col("account_followers").as("other_followers"));
        PairStrata strata = new PairStrata(options);
        Dataset<Row> pairs = strata.pairs(ties)
                .join(broadcast(lists), "account")
                .join(broadcast(others), "other_account")
                .crossJoin(broadcast(PairStrata.chance(ties)));
        Column excess = col("shared_followers").minus(col("expected"));
        return pairs.withColumn("expected", PairStrata.expected(col("pair_ends")))
                .withColumn("lift", col("shared_followers").divide(col("expected")))
                .withColumn("z", excess.divide(sqrt(col("expected").plus(1))))
                .withColumn("strata", PairStrata.strata())
                .withColumn("weight", PairStrata.weight())
                .withColumn("distinct", strata.mostDistinct());
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

    private static Dataset<Row> comparedWithPeers(Dataset<Row> pairs) {
        Dataset<Row> lifts = pairs.withColumn("ln_lift", ln(col("lift")));
        Dataset<Row> median = lifts.agg(percentile(col("ln_lift"), lit(0.5)).as("median_ln_lift"));
        Dataset<Row> deviation = lifts.crossJoin(broadcast(median))
                .agg(percentile(abs(col("ln_lift").minus(col("median_ln_lift"))), lit(0.5))
                        .as("mad"));
        Column robust = greatest(coalesce(col("mad"), lit(0.0)).multiply(1.4826), lit(LEAST_DEVIATION));
        Column above = col("ln_lift").minus(col("median_ln_lift"));
        return lifts.crossJoin(broadcast(median))
                .crossJoin(broadcast(deviation))
                .withColumn("above_peers", above.geq(robust.multiply(ABOVE_PEERS)));
    }
}
