package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.followerassay.table.SharedTables.FOLLOWER_STRATA;
import static org.followerassay.table.SharedTables.SHARED_STRATA;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Pairs of accounts that share more followers than chance, interest and the other pairs explain.
 *
 * <p>Chance is the configuration model: with every account keeping its number of followers and every follower its number of
 * followees, a pair shares d_a d_b Σk(k-1) / (Σk)² followers. People's interests make nearly every pair share more than
 * that, so a pair must also stand out among the pairs: its ln(lift) three robust standard deviations above their median
 * (median absolute deviation); the exact form of what Zhang and Lu (SNAM 2016) sample. Or it stands out among followers who
 * follow as many accounts ({@link Affinity}): that shows a pool that two large audiences hide.
 *
 * <p>Cost: what is shared is counted already ({@link SharedStrata}); a few shuffles of those counts by pair.
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
        return List.of(SHARED_STRATA, FOLLOWER_STRATA);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column asAWhole =
                col("above_peers").and(col("lift").geq(options.minLift())).and(col("z").geq(options.minZ()));
        Column inAStratum = col("stratum_z").isNotNull();
        Column smaller = least(col("account_followers"), col("other_followers"));
        Column either = col("account_followers").plus(col("other_followers")).minus(col("shared_followers"));
        Column common = greatest(lit(1.0), exp(col("median_ln_lift")));
        Dataset<Row> distinct =
                new Affinity(options).mostDistinct(inputs.of(SHARED_STRATA), inputs.of(FOLLOWER_STRATA));
        return comparedWithPeers(beforeThresholds(inputs))
                .join(distinct, new String[] {"account", "other_account"}, "left")
                .where(asAWhole.or(inAStratum))
                .withColumn("smaller_share", col("shared_followers").divide(smaller))
                .withColumn("jaccard", col("shared_followers").divide(either))
                .withColumn("followees_to", Strata.to(col("followees_from")))
                .withColumn("affinity", coalesce(col("affinity"), common));
    }

    /** Every pair that shares enough to be looked at, with what chance lets expect. */
    Dataset<Row> beforeThresholds(Inputs inputs) {
        Column excess = col("shared_followers").minus(col("expected"));
        return inputs.of(SHARED_STRATA)
                .select(
                        "snapshot",
                        "account",
                        "other_account",
                        "shared_followers",
                        "account_followers",
                        "other_followers")
                .distinct()
                .crossJoin(broadcast(FollowerStrata.totals(inputs.of(FOLLOWER_STRATA))))
                .withColumn("expected", FollowerStrata.expected(col("all_pair_ends")))
                .withColumn("lift", col("shared_followers").divide(col("expected")))
                .withColumn("z", excess.divide(sqrt(col("expected").plus(1))));
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
