package org.followerassay.signature.digits;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.DigitTables.DIGIT_DISTANCES;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/**
 * Accounts whose followers' own counts begin with other digits than those of peers' followers.
 *
 * <p>See {@link #about()}. Always weak, and meant to support other evidence.
 */
public final class DigitFindings implements Signature {
    private static final About ABOUT = new About(
            "Do the followers' own follower and followee counts begin with other digits than those of peers' followers?",
            "Accounts that one hand runs are given about the same number of accounts to follow, so that their counts begin with"
                    + " the same digits; counts that grew by themselves spread over orders of magnitude.",
            "First digits that are far from log10(1 + 1/d) and, what counts here, far from the first digits of peers.",
            "An audience whose counts lie within one order of magnitude: newcomers and a new platform (few followees each),"
                    + " readers who follow what sign-up suggested (20 accounts, say), people at a platform's limit of followees,"
                    + " pupils of one school. None of that is for sale.",
            "Needs 1,000 followers with known counts, and peers. One lot among many followers changes the digits too little;"
                    + " lots whose counts are spread follow the law. In the published study the 100 most deviating of more than"
                    + " 20,000 accounts were all suspicious; nothing is known of the others, and the law itself doesn't hold"
                    + " where a platform sets counts.",
            "Linear: the ties are shuffled once by follower, to meet the profiles.",
            "Golbeck, PLoS ONE 2015 (first digits of followers' counts); Nigrini 2012 (mean absolute deviation)",
            "P");

    private final DigitOptions options;

    public DigitFindings(DigitOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "first digit findings";
    }

    @Override
    public String signature() {
        return "first digits";
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
        return List.of(DIGIT_DISTANCES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(DIGIT_DISTANCES)
                .where(col("peers").geq(options.minPeers()))
                .where(col("z").geq(options.minZ()).and(col("peer_distance").geq(options.minDistance())))
                .groupBy("snapshot", "account")
                .agg(max_by(
                                struct("counted", "known", "peers", "z", "peer_distance", "chance_distance"),
                                struct("z", "counted"))
                        .as("most"))
                .select("snapshot", "account", "most.*")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("audience"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("z"))
                .withColumn("support", col("known"))
                .withColumn("share_low", lit(null).cast("double"))
                .withColumn("share_high", lit(null).cast("double"))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        select d.*, d.peers - 1 as other_accounts, f.digit, f.followers, f.share, f.peer_share, f.peers
                        from digit_distances d join first_digits f using (snapshot, account, counted)
                        where account = {account} order by counted, digit
                        """));
    }

    private static Column evidence() {
        return concat_ws(
                "",
                lit("The first digits of the "),
                when(col("counted").equalTo("followees"), "followee").otherwise("follower"),
                lit(" counts of "),
                Sentence.count(col("known")),
                lit(" followers are "),
                Sentence.percent(col("peer_distance")),
                lit(" per digit away from those of "),
                Sentence.count(col("peers").minus(1)),
                lit(" other accounts of its size; chance alone makes "),
                Sentence.percent(col("chance_distance")),
                lit("."));
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column any = col("lists").gt(0);
        Column enough = coalesce(col("peers"), lit(0)).geq(options.minPeers());
        String reason = "digits are counted, but no size tier has " + options.minPeers() + " accounts with "
                + options.minKnown() + " known counts";
        return inputs.of(DIGIT_DISTANCES)
                .agg(count(lit(1)).as("lists"), max("peers").as("peers"))
                .select(
                        when(any.and(enough), "yes")
                                .when(any, "partly")
                                .otherwise("no")
                                .as("ran"),
                        when(any.and(enough), "")
                                .when(any, reason)
                                .otherwise("no list has " + options.minKnown() + " followers with known counts")
                                .as("reason"));
    }
}
