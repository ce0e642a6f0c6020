package org.followerassay.signature.expected;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ExpectedTables.EXPECTED_FOLLOWERS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/**
 * Accounts with far more followers than accounts of the same age and activity.
 *
 * <p>See {@link #about()}. Always weak: fame has the same trace.
 */
public final class ExpectedFollowersFindings implements Signature {
    private static final About ABOUT = new About(
            "Does an account have far more followers than accounts of its age, posts and followees have?",
            "Bought followers come without the posts, the years and the mutual follows that followers usually come with.",
            "A follower count many times the upper end of the range of similar accounts.",
            "Everybody who is known for something else than posts here: newspapers, ministers, sportspeople, shops, an account"
                    + " that moved from another platform, one whose only post went round the world. On a new platform all"
                    + " accounts are of one age, and the few well-known ones stand out.",
            "Says nothing about any follower, nor how one came. Sees nothing if the count that was bought is usual for the"
                    + " account's activity, or if a tenth of the accounts like it bought as well, since they are then part of"
                    + " the range. The published figures, precision 98.62 % and accuracy 84.2 %, are of another model on other"
                    + " data and are not claimed here. The profiles of an export are mostly those of followers, which are"
                    + " smaller accounts than those audited.",
            "Linear in the profiles; no tie is read.",
            "Aggarwal and Kumaraguru, SAC 2018 (the idea; they predict by a neighbourhood of similar accounts)",
            "P");

    private final ExpectedFollowersOptions options;

    public ExpectedFollowersFindings(ExpectedFollowersOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "expected followers findings";
    }

    @Override
    public String signature() {
        return "expected followers";
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
        return List.of(EXPECTED_FOLLOWERS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(EXPECTED_FOLLOWERS)
                .where(col("followers").geq(options.minFollowers()))
                .where(col("z").geq(options.minZ()).and(col("times").geq(options.minTimes())))
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("audience"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("z"))
                .withColumn("support", col("followers"))
                .withColumn("share_low", lit(null).cast("double"))
                .withColumn("share_high", lit(null).cast("double"))
                .withColumn("evidence", evidence())
                .withColumn("query", concat(lit("select * from expected_followers where account = "), col("account")));
    }

    private static Column evidence() {
        return concat_ws(
                "",
                lit("Of "),
                Sentence.count(col("peers")),
                lit(" accounts alike in "),
                col("likeness"),
                lit(", 80 % have "),
                Sentence.count(col("expected_low")),
                lit(" to "),
                Sentence.count(col("expected_high")),
                lit(" followers; this one has "),
                Sentence.count(col("followers")),
                lit(", "),
                Sentence.decimal(col("times")),
                lit(" times the upper end."));
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column any = col("compared").gt(0);
        return inputs.of(EXPECTED_FOLLOWERS)
                .agg(count(lit(1)).as("compared"))
                .select(
                        when(any, "yes").otherwise("no").as("ran"),
                        when(any, "")
                                .otherwise("no account whose posts and followees are known has " + options.minPeers()
                                        + " accounts like it")
                                .as("reason"));
    }
}
