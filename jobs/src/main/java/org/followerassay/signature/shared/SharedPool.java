package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
final class SharedPool {
    /** Interest differs among people even where pairs don't show it. */
    private static final double LEAST_OVERDISPERSION = 0.01;

    private static final double MOST_OVERDISPERSION = 0.9;

    /** Standard deviations above what was to be expected from which on a group's followers are members. */
    private static final double MIN_Z = 3;

    private final SharedAudienceOptions options;
    private final Dataset<Row> ties;
    private final Dataset<Row> clusters;
    private final Dataset<Row> pairs;

    /**
     * @param ties see {@link SharedAudiences#ties}
     * @param clusters rows of the table shared_clusters
     * @param pairs rows of the table shared_audiences
     */
    SharedPool(SharedAudienceOptions options, Dataset<Row> ties, Dataset<Row> clusters, Dataset<Row> pairs) {
        this.options = options;
        this.ties = ties.select("account", "follower");
        this.clusters = clusters.select("vendor", "account");
        this.pairs = pairs;
    }

    /**
     * Every tie into a cluster whose follower follows more of it than is to be expected.
     *
     * @return account, follower, vendor, followees (analysed ones), inside (those in the cluster), observed, expected,
     *     excess_share
     */
    Dataset<Row> ties() {
        Dataset<Row> followees = ties.groupBy("follower").agg(count(lit(1)).as("followees"));
        Dataset<Row> known = ties.join(broadcast(clusters), "account");
        Dataset<Row> followers = grouped(known.groupBy("follower", "vendor")
                        .agg(count(lit(1)).as("inside"))
                        .join(followees, "follower")
                        .join(broadcast(interest()), "vendor")
                        .where(col("inside").gt(col("followees").multiply(col("share")))))
                .select("follower", "vendor", "followees", "inside", "stratum", "inside_stratum");
        Dataset<Row> observed = followers
                .groupBy("vendor", "stratum", "inside_stratum")
                .agg(count(lit(1)).as("observed"));
        Dataset<Row> excess = observed.join(expected(followees), new String[] {"vendor", "stratum", "inside_stratum"})
                .withColumn(
                        "excess_share",
                        lit(1.0).minus(col("expected").cast("double").divide(col("observed"))))
                .where(col("excess_share").gt(0));
        return known.join(followers, new String[] {"follower", "vendor"})
                .join(broadcast(excess), new String[] {"vendor", "stratum", "inside_stratum"});
    }

    /** Those of them that a finding rests on: at least two followees in the cluster, in a group that stands out. */
    Dataset<Row> members() {
        Column above = col("observed").minus(col("expected").cast("double"));
        Column z = above.divide(sqrt(col("expected").cast("double").plus(1)));
        return ties().where(col("inside").geq(2))
                .where(col("excess_share").geq(options.minExcess()).and(z.geq(MIN_Z)));
    }

    /** What chance and interest let expect: vendor, stratum, inside_stratum, expected. */
    private Dataset<Row> expected(Dataset<Row> followees) {
        Dataset<Row> followers = followees
                .groupBy("followees")
                .agg(count(lit(1)).as("followers"))
                .where(col("followees").gt(1));
        Column choices = least(col("followees"), col("accounts"));
        Column chance = lit(1.0).minus(exp(
                col("followees").multiply(col("share")).divide(choices).multiply(-1)));
        // Columns of their own: the probability mentions each many times.
        Dataset<Row> cells = followers
                .crossJoin(broadcast(interest()))
                .withColumn("choices", choices)
                .withColumn("chance", least(chance, lit(0.999)))
                .withColumn("inside", explode(sequence(lit(1L), col("choices"))))
                .where(col("inside").gt(col("followees").multiply(col("share"))));
        Column probability =
                BetaBinomial.probability(col("inside"), col("choices"), col("chance"), col("overdispersion"));
        Column expected = col("followers").multiply(probability);
        // Decimals, whose sum doesn't depend on the order.
        return grouped(cells.withColumn("cell", expected.cast("decimal(28,9)")))
                .groupBy("vendor", "stratum", "inside_stratum")
                .agg(sum("cell").as("expected"));
    }

    /** One row per cluster: vendor, accounts, share (of all ties), overdispersion. */
    private Dataset<Row> interest() {
        Dataset<Row> all = ties.agg(count(lit(1)).as("all_ties"));
        Dataset<Row> shares = ties.groupBy("account")
                .agg(count(lit(1)).as("followers"))
                .join(broadcast(clusters), "account")
                .crossJoin(broadcast(all));
        Dataset<Row> others = shares.select(
                col("account").as("other_account"),
                col("vendor"),
                col("followers").as("other_followers"));
        Column beyond = col("followers")
                .divide(col("all_ties"))
                .multiply(col("other_followers").divide(col("all_ties")))
                .multiply(col("affinity").minus(1))
                .multiply(2);
        Dataset<Row> together = pairs.select("account", "other_account", "affinity")
                .join(shares, "account")
                .join(others, new String[] {"other_account", "vendor"})
                .groupBy("vendor")
                .agg(sum(beyond.cast("decimal(28,18)")).as("together"));
        Column share = col("cluster_ties").divide(col("all_ties"));
        Column overdispersion =
                col("together").cast("double").divide(col("share").multiply(lit(1.0).minus(col("share"))));
        return shares.groupBy("vendor", "all_ties")
                .agg(count(lit(1)).as("accounts"), sum("followers").as("cluster_ties"))
                .join(together, "vendor")
                .withColumn("share", least(share, lit(0.999)))
                .withColumn(
                        "overdispersion",
                        least(greatest(overdispersion, lit(LEAST_OVERDISPERSION)), lit(MOST_OVERDISPERSION)))
                .select("vendor", "accounts", "share", "overdispersion");
    }

    /** Followers who follow one account are left out; j is exact up to 8, in steps of a quarter above. */
    private static Dataset<Row> grouped(Dataset<Row> rows) {
        Column steps = ceil(ln(col("inside").divide(8)).divide(Math.log(1.25)).minus(1e-9));
        return rows.where(col("followees").gt(1))
                .withColumn("stratum", Strata.of(col("followees")))
                .withColumn(
                        "inside_stratum",
                        when(col("inside").leq(8), col("inside")).otherwise(steps.plus(8)));
    }
}
