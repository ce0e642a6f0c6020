package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.BatchTier;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.table.Table;

/**
 * Accounts with lots among their followers.
 *
 * <p>See {@link #about()} for what is looked for and what it can be mistaken for. The tier follows from a second, independent
 * kind of evidence: the profiles of the lot's followers, where the export holds profiles.
 */
public final class LotFindings implements ScoredSignature {
    private static final About ABOUT = new About(
            "Did runs of followers come from batches of accounts that were created together?",
            "A seller creates or buys accounts in batches and delivers from one batch at a time.",
            "Within a run of the follow order, one narrow range of creation dates holds many times the followers that the"
                    + " dates around it hold: a brick in the plot of follow order against creation date.",
            "A platform grows in a day, an event makes people sign up, a platform suggests an account to newcomers. The first"
                    + " raises most lists alike and is subtracted; followers younger than 14 days on arrival are left out,"
                    + " unless they continue a lot of older ones; for the rest, a finding is weak unless the profiles differ as well, and"
                    + " from people of the same age, too, where the lot is the smaller part of its stretch of the list. Readers for whom"
                    + " a newsletter's form made accounts on one day, and who are then brought to another, look just like a"
                    + " delivery.",
            "Blind to batches of mixed age and to followers created within 14 days of following. Compared with its own list"
                    + " only, blind to a batch that holds more than about 30 % of that list. Says nothing about who paid.",
            "Linear in the ties: each becomes one row per width and shift of creation bins, counted before it is shuffled.",
            "Confessore et al., New York Times 2018 (the picture); Meeder et al., WWW 2011 (arrival bounds); Zouzou and Varol,"
                    + " EPJ Data Science 2024 (sliding windows)",
            "O P");

    private final LotOptions options;

    public LotFindings(LotOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lot findings";
    }

    @Override
    public String signature() {
        return "lots";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.BATCH;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LOTS, ARRIVALS, FOLLOWS, COVERAGE, ACCOUNTS, REFERENCE_ACCOUNTS, PROFILE_CONTRASTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(ARRIVALS, LOTS, REFERENCE_ACCOUNTS);
    }

    @Override
    public Dataset<Row> scores(Inputs inputs) {
        return LotScores.of(options, inputs)
                .unionByName(members(inputs).select("account", "follower", "excess_share"))
                .groupBy("account", "follower")
                .agg(max("excess_share").as("excess_share"));
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        return LotMembers.of(options, inputs.of(ARRIVALS), inputs.of(LOTS));
    }

    @Override
    public long smallestGroup() {
        return options.minLot();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> found = perAccount(inputs.of(LOTS))
                .join(members(inputs).groupBy("account").agg(count(lit(1)).as("support")), "account")
                .join(lists.select("account", "listed"), "account")
                .join(Contrasts.of(inputs, signature()), new String[] {"account"}, "left");
        Column doubt = sqrt(col("variance")).multiply(1.96);
        Column low = greatest(lit(0.0), col("support").minus(col("expected")).minus(doubt));
        return found.withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", BatchTier.of(col("support").multiply(2).geq(col("stretch"))))
                .withColumn("score", col("z"))
                .withColumn("share_low", low.divide(col("listed")))
                .withColumn("share_high", least(lit(1.0), col("support").divide(col("listed"))))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        select l.*, v.listed, greatest(%d - (l.position_to - l.position_from + 1), 0) div 2 as margin,
                          greatest(l.position_to, least(l.position_to + margin, v.listed - 1))
                            - greatest(l.position_from - margin, 0) + 1 as looked_around, s.in_lots, %s
                        from lots l join coverage v
                          on v.direction = 'followers' and v.account = l.account and v.snapshot = l.snapshot%s
                        cross join (
                          select count(distinct a.follower) as in_lots from arrivals a join lots k
                            on k.account = a.followee and k.snapshot = a.snapshot
                            and a.position between k.position_from and k.position_to
                            and to_date(a.created_at) between k.created_from and k.created_to
                            and (unix_seconds(a.arrived_after) - unix_seconds(a.created_at) >= %d * 86400
                              or k.young_followers > 0)
                          where a.followee = {account}) s
                        where l.account = {account} order by lot
                        """.formatted(
                        Lots.PEAK_SPAN, Contrasts.QUERIED, Contrasts.query("l", signature()), options.minAgeDays())));
    }

    private static Dataset<Row> perAccount(Dataset<Row> lots) {
        Column largest = struct(
                "followers",
                "position_from",
                "position_to",
                "created_from",
                "created_to",
                "peak_followers",
                "peak_day");
        return lots.groupBy("snapshot", "account")
                .agg(
                        count(lit(1)).as("lots"),
                        sum("expected").as("expected"),
                        sum(col("position_to").minus(col("position_from")).plus(1))
                                .as("stretch"),
                        sum(CreationScan.variance(col("expected"))).as("variance"),
                        max("z").as("z"),
                        max("reference").as("reference"),
                        max_by(largest, struct(col("z"), col("lot").multiply(-1)))
                                .as("most"),
                        count_distinct(col("package_size")).as("packages"),
                        max("package_size").as("package_size"),
                        sum("young_followers").as("young"));
    }

    private static Column evidence() {
        Column summary = concat(
                when(col("lots").equalTo(1), "1 lot holds ")
                        .otherwise(concat(Sentence.count(col("lots")), lit(" lots hold "))),
                Sentence.count(col("support")),
                lit(" of "),
                Sentence.count(col("listed")),
                lit(" followers, where "),
                Sentence.decimal(col("expected")),
                lit(" were to be expected."));
        Column most = concat(
                when(col("lots").equalTo(1), "It has ").otherwise("The most distinct has "),
                Sentence.count(col("most.followers")),
                lit(" followers created "),
                Sentence.days(col("most.created_from"), col("most.created_to")),
                lit(", at positions "),
                Sentence.count(col("most.position_from")),
                lit(" to "),
                Sentence.count(col("most.position_to")),
                lit(" of the list (oldest = 0); "),
                Sentence.count(col("most.peak_followers")),
                lit(" of "),
                Sentence.count(Lots.peakSpan(col("most.position_from"), col("most.position_to"), col("listed"))),
                lit(" consecutive followers were created on one day, "),
                Sentence.day(col("most.peak_day")),
                lit("."));
        Column young = when(
                col("young").gt(0),
                concat(
                        Sentence.count(col("young")),
                        lit(
                                " of them may have been created less than 14 days before they arrived; they continue its creation"
                                        + " dates without a break.")));
        Column packages = when(
                col("packages").gt(0),
                concat(lit("A lot is within 2 % of the package size "), Sentence.count(col("package_size")), lit(".")));
        Column profiles = when(
                        col("contrast").isNotNull(),
                        concat(lit("Of its followers "), col("contrast"), lit("."), BatchTier.sameAge()))
                .when(
                        col("traits_known").isNotNull(),
                        "Their profiles do not differ from those of the other followers, as"
                                + " after a wave of sign-ups.")
                .otherwise("The export holds too few profiles to compare them with the other followers.");
        Column reference = when(
                col("reference").equalTo("own list"),
                "Compared with the account's own other followers only: a batch above about 30 % of the list would not show.");
        return array_join(array(summary, most, young, packages, profiles, reference), " ");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        String why = inputs.present(FOLLOWS, "position") == 0
                ? "no follow order"
                : inputs.present(ACCOUNTS, "created_at") == 0
                        ? "no creation dates"
                        : inputs.rows(ARRIVALS) == 0
                                ? "no follower in an ordered list has a creation date"
                                : "no ordered list has " + options.minLot() + " followers";
        Column own = concat_ws(
                "",
                lit("fewer than "),
                lit(options.minLists()),
                lit(" ordered lists have " + options.minAudience()
                        + " followers with creation dates: each is compared with its own other followers only, and a batch above"
                        + " about 30 % of a list would not show"));
        return inputs.of(ARRIVALS)
                .where(col("listed").geq(options.minLot()))
                .agg(count_distinct(col("followee")).as("lists"))
                .crossJoin(new CreationScan(options, inputs)
                        .frame()
                        .select(col("lists").as("reference_lists")))
                .select(
                        when(col("lists").equalTo(0), "no")
                                .when(col("reference_lists").lt(options.minLists()), "partly")
                                .otherwise("yes")
                                .as("ran"),
                        when(col("lists").equalTo(0), why)
                                .when(col("reference_lists").lt(options.minLists()), own)
                                .otherwise("")
                                .as("reason"));
    }
}
