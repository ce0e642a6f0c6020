package org.followerassay.signature.synchronicity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SynchronicityTables.SYNCHRONICITY;
import static org.followerassay.table.SynchronicityTables.SYNCHRONISED_AUDIENCES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.table.Table;

/** Accounts whose followers all follow accounts of one kind. See {@link #about()}. */
public final class SynchronicityFindings implements ScoredSignature {
    private static final About ABOUT = new About(
            "Do many followers of an account follow nothing but accounts of one kind?",
            "A seller's accounts follow customers, and customers are alike: as many followers, as many followees.",
            "A follower of twenty accounts or more has nearly all of them in one cell of numbers of followers by numbers of"
                    + " followees, a cell that few accounts are in; such followers gather at a few accounts.",
            "A list of accounts that the platform suggests to newcomers: all famous, all followed by the same people. Those follow"
                    + " the very same number of accounts, so that the finding is weak then; a circle of fans is alike, too, and"
                    + " the finding is weak unless the profiles differ as well.",
            "Needs the lists of many accounts in the same export, as followees are counted in these only; blind to followers of"
                    + " fewer than twenty, to customers of all sizes, and to a fleet that hides half of its follows among others."
                    + " A seller whose accounts all follow equally many is weak, too.",
            "The ties are shuffled by followee once, partial counts by follower; linear in the ties.",
            "Jiang et al., KDD 2014 (CatchSync, with HITS; this goes without)",
            "E");

    private final SynchronicityOptions options;

    public SynchronicityFindings(SynchronicityOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "synchronicity findings";
    }

    @Override
    public String signature() {
        return "synchronicity";
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
        return List.of(SYNCHRONISED_AUDIENCES, SYNCHRONICITY, FOLLOWS, COVERAGE, PROFILE_CONTRASTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(SYNCHRONISED_AUDIENCES, SYNCHRONICITY, FOLLOWS, COVERAGE);
    }

    /** No tie is scored below the thresholds: a synchronised follower says nothing where others are as synchronised. */
    @Override
    public Dataset<Row> scores(Inputs inputs) {
        return members(inputs);
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        Dataset<Row> accounts = inputs.of(SYNCHRONISED_AUDIENCES)
                .select(col("account"), lit(1).minus(lit(1).divide(col("lift"))).as("excess_share"));
        Dataset<Row> followers =
                inputs.of(SYNCHRONICITY).where(col("synchronised")).select("follower");
        return DegreeCells.ties(inputs)
                .select("snapshot", "account", "follower")
                .join(broadcast(accounts), "account")
                .join(followers, "follower")
                .withColumn("found_in", lit("synchronised followers"));
    }

    @Override
    public long smallestGroup() {
        return options.minFollowers();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column share = col("synchronised_followers").divide(col("listed"));
        return inputs.of(SYNCHRONISED_AUDIENCES)
                .join(Contrasts.of(inputs, signature()), new String[] {"account"}, "left")
                .withColumn(
                        "suggested",
                        col("with_most").geq(col("synchronised_followers").multiply(options.sameNumber())))
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", tier())
                .withColumn("score", col("lift"))
                .withColumn("support", col("synchronised_followers"))
                .withColumn("share_low", share.multiply(lit(1).minus(lit(1).divide(col("lift")))))
                .withColumn("share_high", share)
                .withColumn("evidence", evidence())
                .withColumn(
                        "query",
                        concat(
                                lit("select s.*, " + Contrasts.QUERIED + " from synchronised_audiences s"
                                        + Contrasts.query("s", signature()) + " where s.account = "),
                                col("account")));
    }

    private static Column tier() {
        return when(
                        coalesce(Contrasts.notByAge(), lit(false))
                                .and(col("suggested").equalTo(false)),
                        "strong")
                .otherwise("weak");
    }

    private static Column evidence() {
        Column summary = concat(
                Sentence.count(col("synchronised_followers")),
                lit(" of "),
                Sentence.count(col("measured")),
                lit(
                        " followers who follow enough accounts to tell follow accounts of one kind; other lists let expect "),
                Sentence.decimal(col("expected")),
                lit("."));
        Column suggested = when(
                col("suggested"),
                concat(
                        Sentence.count(col("with_most")),
                        lit(" of them follow exactly "),
                        Sentence.count(col("most_followees")),
                        lit(" accounts, as those do who take a list that is suggested to newcomers.")));
        Column profiles = when(col("contrast").isNotNull(), concat(lit("Of them "), col("contrast"), lit(".")))
                .when(
                        col("traits_known").isNotNull(),
                        "Their profiles do not differ from those of the other followers, as with a circle of fans.")
                .otherwise("The export holds too few profiles to tell a fleet from a circle of fans.");
        return array_join(array(summary, suggested, profiles), " ");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column enough = col("followers").geq(options.minMeasured());
        return inputs.of(SYNCHRONICITY)
                .agg(count(lit(1)).as("followers"))
                .select(
                        when(enough, "yes").otherwise("no").as("ran"),
                        when(enough, "")
                                .otherwise("fewer than " + options.minMeasured() + " followers who follow "
                                        + options.minFollowees() + " of the listed accounts")
                                .as("reason"));
    }
}
