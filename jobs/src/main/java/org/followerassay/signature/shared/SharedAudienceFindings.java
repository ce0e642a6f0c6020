package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.TraitContrast;
import org.followerassay.signature.lots.LotMembers;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.table.Table;

/**
 * Accounts whose followers are shared with others beyond chance.
 *
 * <p>See {@link #about()}. Overlap alone can't tell a vendor's customers from what a circle of fans follows, so that a
 * finding is weak without evidence of another kind: profiles that differ, or the same followers in lots.
 */
public final class SharedAudienceFindings implements ScoredSignature {
    /** Share of the pool in lots from which on the two signatures confirm each other. */
    private static final double IN_LOTS = 0.2;

    private static final About ABOUT = new About(
            "Do accounts share a pool of followers that chance and common interests do not explain?",
            "A seller's accounts are used again: each follows many customers.",
            "Pairs of unrelated accounts share several times the followers that their sizes let expect, and more than other pairs"
                    + " do; customers of one seller form a cluster.",
            "A circle of fans, a team, a town or a suggested list follows the same accounts. Its members post, have pictures and"
                    + " came one by one; the finding is weak then.",
            "Blind to followers that are used once, to accounts with fewer than 100 followers, and to a pool that is small beside"
                    + " two large organic audiences. Needs the lists of several customers in the same export.",
            "Pairs grow with the square of the audited accounts that a follower follows, up to the cap.",
            "Zhang and Lu, Social Network Analysis and Mining 2016; De Cristofaro et al., IMC 2014",
            "E");

    private final SharedAudienceOptions options;
    private final LotOptions lots;

    /** @param lots the options with which the lots were found that confirm a pool */
    public SharedAudienceFindings(SharedAudienceOptions options, LotOptions lots) {
        this.options = options;
        this.lots = lots;
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
        return List.of(VENDORS, SHARED_AUDIENCES, LOTS, ARRIVALS, FOLLOWS, COVERAGE, ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(SHARED_AUDIENCES, FOLLOWS, COVERAGE);
    }

    @Override
    public Dataset<Row> scores(Inputs inputs) {
        return members(inputs);
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        Dataset<Row> ties = SharedAudiences.ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE));
        return SharedPool.of(ties, inputs.of(SHARED_AUDIENCES))
                .withColumn("excess_share", lit(1).minus(lit(1).divide(col("lift"))))
                .drop("lift");
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SHARED_AUDIENCES);
        Dataset<Row> pool =
                SharedPool.of(SharedAudiences.ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE)), pairs);
        Dataset<Row> allTies = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)));
        Dataset<Row> contrasts = TraitContrast.of(pool, allTies, FollowerTraits.of(inputs.of(ACCOUNTS)));
        Dataset<Row> found = inputs.of(VENDORS)
                .join(partners(pairs), "account")
                .join(broadcast(inLots(inputs, pool)), new String[] {"account"}, "left")
                .join(contrasts, new String[] {"account"}, "left");
        Column excess = col("followers").multiply(lit(1).minus(lit(1).divide(col("lift"))));
        return found.withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("in_lots_share", coalesce(col("in_lots").divide(col("followers")), lit(0.0)))
                .withColumn("tier", tier())
                .withColumn("score", col("lift"))
                .withColumn("support", col("followers"))
                .withColumn(
                        "share_low",
                        greatest(lit(0.0), excess.divide(col("followers")).multiply(col("followers_share"))))
                .withColumn("share_high", col("followers_share"))
                .withColumn("evidence", evidence())
                .withColumn(
                        "query",
                        concat(
                                lit("select * from shared_audiences where account = "),
                                col("account"),
                                lit(" or other_account = "),
                                col("account")));
    }

    /** For each account, its pairs and the one with the largest lift. */
    private static Dataset<Row> partners(Dataset<Row> pairs) {
        Column both = explode(array(
                struct(col("account").as("account"), col("other_account").as("partner")),
                struct(col("other_account").as("account"), col("account").as("partner"))));
        return pairs.select(both.as("side"), col("shared_followers"), col("expected"), col("lift"))
                .select(col("side.*"), col("shared_followers"), col("expected"), col("lift"))
                .groupBy("account")
                .agg(
                        count(lit(1)).as("pairs"),
                        max("lift").as("lift"),
                        max_by(
                                        struct("partner", "shared_followers", "expected", "lift"),
                                        struct(col("lift"), col("partner").multiply(-1)))
                                .as("most"));
    }

    private Dataset<Row> inLots(Inputs inputs, Dataset<Row> pool) {
        Dataset<Row> members = LotMembers.of(lots, inputs.of(ARRIVALS), inputs.of(LOTS))
                .select(col("account"), col("follower"), lit(true).as("in_lot"));
        return pool.join(members, new String[] {"account", "follower"}, "left")
                .groupBy("account")
                .agg(count_if(coalesce(col("in_lot"), lit(false))).as("in_lots"));
    }

    static Column tier() {
        Column confirmed =
                coalesce(col("differs"), lit(false)).or(col("in_lots_share").geq(IN_LOTS));
        return when(confirmed, "strong").otherwise("weak");
    }

    private static Column evidence() {
        Column summary = concat(
                Sentence.count(col("followers")),
                lit(" followers ("),
                Sentence.percent(col("followers_share")),
                lit(") are shared beyond chance with "),
                Sentence.count(col("pairs")),
                when(col("pairs").equalTo(1), " other account").otherwise(" other accounts"),
                lit("."));
        Column most = concat(
                lit("The most distinct pair, with account "),
                col("most.partner").cast("string"),
                lit(", shares "),
                Sentence.count(col("most.shared_followers")),
                lit(", where "),
                Sentence.decimal(col("most.expected")),
                lit(" were to be expected ("),
                Sentence.decimal(col("most.lift")),
                lit(" times)."));
        Column lots = when(
                col("in_lots_share").geq(IN_LOTS),
                concat(Sentence.percent(col("in_lots_share")), lit(" of them are in this account's lots.")));
        Column profiles = when(col("contrast").isNotNull(), concat(lit("Of them "), col("contrast"), lit(".")))
                .when(
                        col("traits_known").isNotNull(),
                        "Their profiles do not differ from those of the other followers, as with a circle of fans.")
                .otherwise("The export holds too few profiles to tell a vendor's pool from a circle of fans.");
        return array_join(array(summary, most, lots, profiles), " ");
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
