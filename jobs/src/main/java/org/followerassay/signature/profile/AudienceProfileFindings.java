package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/**
 * Accounts whose followers' profiles stand out among accounts of their size.
 *
 * <p>See {@link #about()}. Always weak evidence, and about the audience, not about how it came.
 */
public final class AudienceProfileFindings implements Signature {
    /** Times the peers' median that even the lower end of the interval must reach. */
    private static final double TIMES = 1.5;

    /** Share that a median counts as at least. */
    private static final double FLOOR = 0.01;

    /** Share of the other peers that must lie below. */
    private static final double RANK = 0.95;

    private static final About ABOUT = new About(
            "Is a trait of inactive or indiscriminate accounts more common among the followers than among those of peers?",
            "Accounts made for sale post little, have little of a profile, and follow far more accounts than follow them.",
            "Shares of such traits far above those of accounts of similar size.",
            "Readers who never post, newcomers, audiences of another age or country, old accounts whose followers have left: all of"
                    + " them have the same profile without anybody having sold anything.",
            "Says nothing about how followers came, nothing about one follower, and nothing without peers in the same export.",
            "Linear: the ties are shuffled once by follower, to meet the profiles.",
            "Cresci et al., Decision Support Systems 2015 (rules and their weakness); Wilson, JASA 1927 (interval)",
            "P");

    private final AudienceProfileOptions options;

    public AudienceProfileFindings(AudienceProfileOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "audience profile findings";
    }

    @Override
    public String signature() {
        return "audience profile";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.PROFILE;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(AUDIENCE_PROFILES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column floor = greatest(col("peer_median"), lit(FLOOR));
        return inputs.of(AUDIENCE_PROFILES)
                .where(col("peers").gt(options.minPeers()).and(col("peer_rank").geq(RANK)))
                .where(col("share_low").geq(floor.multiply(TIMES)))
                .withColumn("times", col("share").divide(floor))
                .groupBy("snapshot", "account")
                .agg(
                        count(lit(1)).as("traits"),
                        max("times").as("score"),
                        max_by(
                                        struct(
                                                "trait",
                                                "known",
                                                "followers",
                                                "share",
                                                "share_low",
                                                "share_high",
                                                "peers",
                                                "peer_median"),
                                        struct("times", "trait"))
                                .as("most"))
                .select("snapshot", "account", "traits", "score", "most.*")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("audience"))
                .withColumn("tier", lit("weak"))
                .withColumn("support", col("followers"))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        select *, count_if(peers > %d and peer_rank >= %s and share_low >= greatest(peer_median, %s) * %s)
                          over () as traits_that_stand_out
                        from audience_profiles where account = {account} order by trait
                        """.formatted(options.minPeers(), RANK, FLOOR, TIMES)));
    }

    private static Column evidence() {
        return concat_ws(
                "",
                Sentence.count(col("followers")),
                lit(" of "),
                Sentence.count(col("known")),
                lit(" followers with a known profile "),
                FollowerTraits.words(col("trait")),
                lit(": "),
                Sentence.percent(col("share")),
                lit(", against a median of "),
                Sentence.percent(col("peer_median")),
                lit(" among "),
                Sentence.count(col("peers")),
                lit(" accounts of its size."),
                when(
                        col("traits").gt(1),
                        concat(lit(" In all, "), col("traits").cast("string"), lit(" traits stand out."))));
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column known = col("traits").gt(0);
        Column peers = col("peers").gt(options.minPeers());
        return inputs.of(AUDIENCE_PROFILES)
                .agg(count(lit(1)).as("traits"), max("peers").as("peers"))
                .select(
                        when(known.and(peers), "yes")
                                .when(known, "partly")
                                .otherwise("no")
                                .as("ran"),
                        when(known.and(peers), "")
                                .when(
                                        known,
                                        "shares are measured, but no size tier has more than " + options.minPeers()
                                                + " accounts to compare them with")
                                .otherwise("no profiles of followers")
                                .as("reason"));
    }
}
