package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SharedTables.SHARED_POOL;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The followers that make a cluster stand out, found by how many of its accounts each follows.
 *
 * <p>Followers are grouped by cluster, stratum of followees k, and how many of these, j, are in the cluster. What is to be
 * expected is beta-binomial: its mean is the cluster's part of all ties; its overdispersion comes from how much more than
 * chance the cluster's pairs share <em>outside</em> the stratum in which they stand out, so that a topic's fans are expected to
 * follow several of its accounts. Camouflage adds to k and leaves j.
 *
 * <p>Cost: the ties are shuffled by follower; the expectation has a row per cluster, k and j.
 */
public final class SharedPool implements Derivation {
    /** Interest differs among people even where pairs don't show it. */
    private static final double LEAST_OVERDISPERSION = 0.01;

    private static final double MOST_OVERDISPERSION = 0.9;

    /** Standard deviations above what was to be expected from which on a group's followers are members. */
    private static final double MIN_Z = 3;

    /** Followees in the cluster up to which groups are exact. */
    private static final int EXACT = 8;

    private static final double MOST_SHARE = 0.999;

    private final SharedAudienceOptions options;

    public SharedPool(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "pools of shared followers";
    }

    @Override
    public Table output() {
        return SHARED_POOL;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(ComparedTies.INPUTS.stream(), Stream.of(SHARED_CLUSTERS, SHARED_AUDIENCES))
                .toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> ties = ComparedTies.of(options, inputs);
        Dataset<Row> clusters = inputs.of(SHARED_CLUSTERS).select("vendor", "account");
        Dataset<Row> interest = interest(ties, clusters, inputs.of(SHARED_AUDIENCES));
        Dataset<Row> followees =
                ComparedTies.followees(ties).where(col("followees").gt(1));
        Dataset<Row> followers = grouped(ties.join(broadcast(clusters), "account")
                .groupBy("follower", "vendor")
                .agg(count(lit(1)).as("inside"))
                .join(followees, "follower")
                .join(broadcast(interest), "vendor")
                .where(col("inside").gt(col("followees").multiply(col("share")))));
        Dataset<Row> observed = followers
                .groupBy("vendor", "stratum", "inside_stratum")
                .agg(count(lit(1)).as("observed"));
        String[] group = {"vendor", "stratum", "inside_stratum"};
        Dataset<Row> excess = observed.join(expected(followees, interest), group)
                .withColumn("expected", col("expected").cast("double"))
                .withColumn("excess_share", lit(1.0).minus(col("expected").divide(col("observed"))))
                .where(col("excess_share").gt(0));
        return followers.join(broadcast(excess), group);
    }

    /**
     * Every tie of a pool's follower to an account of its cluster.
     *
     * @param pool rows of the table shared_pool, or some of them
     * @return account, follower, vendor, excess_share
     */
    static Dataset<Row> ties(SharedAudienceOptions options, Inputs inputs, Dataset<Row> pool) {
        Dataset<Row> clusters = inputs.of(SHARED_CLUSTERS).select("vendor", "account");
        return ComparedTies.of(options, inputs)
                .select("account", "follower")
                .join(broadcast(clusters), "account")
                .join(pool.select("vendor", "follower", "excess_share"), new String[] {"vendor", "follower"});
    }

    /** Those that a finding rests on: at least two followees in the cluster, in a group that stands out, in a pool of a size. */
    static Dataset<Row> members(SharedAudienceOptions options, Dataset<Row> pool) {
        Column z = col("observed")
                .minus(col("expected"))
                .divide(sqrt(col("expected").plus(1)));
        WindowSpec cluster =
                Window.partitionBy("vendor").rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return pool.where(col("inside").geq(2))
                .where(col("excess_share").geq(options.minExcess()).and(z.geq(MIN_Z)))
                .withColumn("members", count(lit(1)).over(cluster))
                .where(col("members").geq(options.minPool()))
                .drop("members");
    }

    /** What chance and interest let expect: vendor, stratum, inside_stratum, expected (a decimal). */
    private static Dataset<Row> expected(Dataset<Row> followees, Dataset<Row> interest) {
        Column choices = least(col("followees"), col("accounts"));
        Column picked = col("followees").multiply(col("share")).divide(col("choices"));
        Column chance = least(lit(1.0).minus(exp(picked.multiply(-1))), lit(MOST_SHARE));
        Dataset<Row> cells = followees
                .groupBy("followees")
                .agg(count(lit(1)).as("alike"))
                .crossJoin(broadcast(interest))
                .withColumn("choices", choices)
                .withColumn("chance", chance)
                .select(
                        col("vendor"),
                        col("followees"),
                        col("share"),
                        col("alike"),
                        posexplode(BetaBinomial.probabilities(col("choices"), col("chance"), col("overdispersion")))
                                .as(new String[] {"inside", "probability"}))
                .where(col("inside").gt(col("followees").multiply(col("share"))));
        // Decimals, whose sum doesn't depend on the order.
        Column cell = col("alike").multiply(col("probability")).cast("decimal(28,9)");
        return grouped(cells)
                .groupBy("vendor", "stratum", "inside_stratum")
                .agg(sum(cell).as("expected"));
    }

    /** One row per cluster: vendor, accounts, share (of all ties), overdispersion. */
    private static Dataset<Row> interest(Dataset<Row> ties, Dataset<Row> clusters, Dataset<Row> pairs) {
        Dataset<Row> all = ties.agg(count(lit(1)).as("all_ties"));
        Dataset<Row> shares =
                ComparedTies.sizes(ties).join(broadcast(clusters), "account").crossJoin(broadcast(all));
        Dataset<Row> others = shares.select(
                col("account").as("other_account"),
                col("vendor"),
                col("account_followers").as("other_followers"));
        Column beyond = col("account_followers")
                .divide(col("all_ties"))
                .multiply(col("other_followers").divide(col("all_ties")))
                .multiply(col("affinity").minus(1))
                .multiply(2);
        Dataset<Row> together = pairs.select("account", "other_account", "affinity")
                .join(shares, "account")
                .join(others, new String[] {"other_account", "vendor"})
                .groupBy("vendor")
                .agg(sum(beyond.cast("decimal(28,18)")).cast("double").as("together"));
        Column share = col("cluster_ties").divide(col("all_ties"));
        Column overdispersion = col("together").divide(col("share").multiply(lit(1.0).minus(col("share"))));
        return shares.groupBy("vendor", "all_ties")
                .agg(count(lit(1)).as("accounts"), sum("account_followers").as("cluster_ties"))
                .join(together, "vendor")
                .withColumn("share", least(share, lit(MOST_SHARE)))
                .withColumn(
                        "overdispersion",
                        least(greatest(overdispersion, lit(LEAST_OVERDISPERSION)), lit(MOST_OVERDISPERSION)))
                .select("vendor", "accounts", "share", "overdispersion");
    }

    /** Adds the group: j is exact where it is small, in steps of a quarter above. */
    private static Dataset<Row> grouped(Dataset<Row> rows) {
        Column steps =
                ceil(ln(col("inside").divide(EXACT)).divide(Math.log(1.25)).minus(1e-9));
        return rows.withColumn("stratum", Strata.from(col("followees")))
                .withColumn(
                        "inside_stratum",
                        when(col("inside").leq(EXACT), col("inside").cast("long"))
                                .otherwise(steps.plus(EXACT)));
    }
}
