package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.ContrastTables.LOT_CONFIRMATIONS;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SharedTables.SHARED_POOL;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.lots.Confirmation;
import org.followerassay.table.Table;

/**
 * Accounts whose followers are shared with others beyond chance.
 *
 * <p>See {@link #about()}. Overlap alone can't tell a vendor's customers from what a circle of fans follows, so that a
 * finding is weak without evidence of another kind: profiles that differ or, where none are known, the same followers in lots.
 */
public final class SharedAudienceFindings implements ScoredSignature {
    private static final About ABOUT = new About(
            "Do accounts share a pool of followers that chance and common interests do not explain?",
            "A seller's accounts are used again: each follows many customers.",
            "Among followers who follow equally many accounts, pairs of customers share several times what their sizes and their"
                    + " overlap among other followers let expect; customers of one seller form a cluster, and the pool follows"
                    + " more of it than people do.",
            "A circle of fans, a team, a town or a suggested list follows the same accounts. Its members post, have pictures and"
                    + " came one by one; the finding is weak then.",
            "Blind to followers that are used once, to accounts with fewer than 100 followers, to pools of fewer than 50 and to"
                    + " those of which a pair of customers shares fewer than 20. A pool whose accounts each follow a very"
                    + " different number of accounts raises what is expected of itself, and hides. Needs the lists of several"
                    + " customers in the same export.",
            "Pairs grow with the square of the audited accounts that a follower follows, up to the cap; followers of more are"
                    + " left out.",
            "Zhang and Lu, Social Network Analysis and Mining 2016; De Cristofaro et al., IMC 2014; Shah et al., ICDM 2017",
            "E");

    /** What a pool is called in the column found_in, before the account that its cluster is named after. */
    public static final String POOL = "pool of account ";

    private final SharedAudienceOptions options;

    public SharedAudienceFindings(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "shared audience findings";
    }

    @Override
    public String signature() {
        return "shared audience";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.STRUCTURE;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(
                VENDORS,
                SHARED_POOL,
                SHARED_CLUSTERS,
                SHARED_AUDIENCES,
                FOLLOWS,
                COVERAGE,
                PROFILE_CONTRASTS,
                GROUP_CONTRASTS,
                LOT_CONFIRMATIONS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(SHARED_POOL, SHARED_CLUSTERS, FOLLOWS, COVERAGE);
    }

    @Override
    public Dataset<Row> scores(Inputs inputs) {
        return tiesOf(inputs, inputs.of(SHARED_POOL));
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        return tiesOf(inputs, SharedPool.members(options, inputs.of(SHARED_POOL)));
    }

    private Dataset<Row> tiesOf(Inputs inputs, Dataset<Row> pool) {
        return SharedPool.ties(options, inputs, pool)
                .select(
                        col("account"),
                        col("follower"),
                        col("excess_share"),
                        concat(lit(POOL), col("vendor")).as("found_in"));
    }

    @Override
    public long smallestGroup() {
        return options.minPool();
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SHARED_AUDIENCES);
        Dataset<Row> pool = members(inputs);
        Dataset<Row> contrasts = Contrasts.ofGroups(inputs, signature(), pool);
        Dataset<Row> excess = pool.groupBy("account")
                .agg(sum(col("excess_share").cast("decimal(28,9)")).as("excess"));
        Dataset<Row> found = inputs.of(VENDORS)
                .join(partners(pairs), "account")
                .join(broadcast(Confirmation.inLots(inputs, signature())), "account")
                .join(broadcast(excess), "account")
                .join(contrasts, new String[] {"account"}, "left");
        Column unexplained = col("excess").cast("double").divide(col("followers"));
        return found.withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("in_lots_share", col("in_lots").divide(col("followers")))
                .withColumn("tier", tier())
                .withColumn("score", col("most.lift"))
                .withColumn("support", col("followers"))
                .withColumn("share_low", unexplained.multiply(col("followers_share")))
                .withColumn("share_high", col("followers_share"))
                .withColumn("evidence", SharedAudienceEvidence.of())
                .withColumn("query", Query.about("""
                        select v.accounts, v.pool_followers, v.followers, v.followers_share, v.reuse, s.*,
                          s.stratum_shared / nullif(s.stratum_expected, 0) as stratum_lift, n.in_lots / v.followers as in_lots_share, %s
                        from vendors v left join shared_audiences s on v.account in (s.account, s.other_account)%s%s
                        where v.account = {account} order by s.z desc
                        """.formatted(
                        Contrasts.QUERIED, Confirmation.query("v", signature()), Contrasts.query("v", signature()))));
    }

    /** For each account, its pairs and the most distinct one, in the stratum where it stands out if there is one. */
    private static Dataset<Row> partners(Dataset<Row> pairs) {
        Column sides = explode(array(
                struct(col("account").as("account"), col("other_account").as("partner")),
                struct(col("other_account").as("account"), col("account").as("partner"))));
        Column shared = coalesce(col("stratum_shared"), col("shared_followers"));
        Column expected = coalesce(col("stratum_expected"), col("expected"));
        return pairs.select(
                        sides.as("side"),
                        col("followees_from"),
                        col("followees_to"),
                        shared.as("shared"),
                        expected.as("expected"),
                        shared.divide(expected).as("lift"),
                        coalesce(col("stratum_z"), col("z")).as("z"))
                .groupBy("side.account")
                .agg(
                        count(lit(1)).as("pairs"),
                        max_by(
                                        struct(
                                                "side.partner",
                                                "followees_from",
                                                "followees_to",
                                                "shared",
                                                "expected",
                                                "lift"),
                                        struct(col("z"), col("side.partner").multiply(-1)))
                                .as("most"));
    }

    static Column tier() {
        return when(Confirmation.confirmed(), "strong").otherwise("weak");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column enough = col("lists").geq(2);
        return FollowerLists.newest(inputs.of(COVERAGE))
                .where(col("listed").geq(options.minAudience()))
                .agg(count(lit(1)).as("lists"))
                .select(
                        when(enough, "yes").otherwise("no").as("ran"),
                        when(enough, "")
                                .otherwise("fewer than 2 follower lists with " + options.minAudience()
                                        + " followers or more")
                                .as("reason"));
    }
}
