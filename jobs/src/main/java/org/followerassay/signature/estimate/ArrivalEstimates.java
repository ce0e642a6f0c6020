package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.lockstep.DatedTies;
import org.followerassay.table.Table;

/**
 * The share of each account's followers whose arrival looks bought: between two bounds, beside a placebo.
 *
 * <p>The lower bound counts only ties of strong findings, each for the share that the reference leaves unexplained, less what
 * the same signatures may name in rewired data. The upper bound counts everybody that any finding rests on, less what they did
 * name there. Between them lies what the data cannot decide.
 *
 * <p>Where many accounts are looked at, some stand out by chance. A group of n followers where e were to be expected is bounded
 * by Chernoff's inequality for a negative binomial with the scan's overdispersion (variance e + e²/10), times all the groups
 * that the list was cut into; Benjamini and Hochberg's (1995) step-up over all lists makes it a rate of false discoveries.
 *
 * <p>Cost: one shuffle of the matched ties by tie; the rest is one row per list. The step-up sorts the lists with a match in
 * one task: 10^6 of them are 50 MB.
 */
public final class ArrivalEstimates implements Derivation {
    /** Negative binomial size: the inverse of the scan's overdispersion of 0.1. */
    private static final double SIZE = 10;

    /** Groups that a tie lies in at most, over all grids, windows and pairs: as many tests as a list has ties, times this. */
    private static final double GROUPS_PER_TIE = 20;

    private final EstimateOptions options;
    private final List<ScoredSignature> signatures;

    public ArrivalEstimates(EstimateOptions options, List<ScoredSignature> signatures) {
        this.options = options;
        this.signatures = List.copyOf(signatures);
    }

    @Override
    public String name() {
        return "estimates of arrivals";
    }

    @Override
    public Table output() {
        return ARRIVAL_ESTIMATES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, FOLLOW_EVENTS, FINDINGS, SIGNATURE_MATCHES, PLACEBO);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> found = inputs.of(FINDINGS)
                .where(col("axis").equalTo("arrivals"))
                .withColumn("family", familyOf(col("signature")));
        Dataset<Row> matches = matches(inputs.of(SIGNATURE_MATCHES), found);
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE)).select("account");
        Dataset<Row> known = DatedTies.lists(inputs).join(lists, new String[] {"account"}, "left_semi");
        Dataset<Row> accounts = known.join(perAccount(found), new String[] {"account"}, "left")
                .join(bounds(matches), new String[] {"account"}, "left")
                .join(placebos(found, inputs.of(PLACEBO)), new String[] {"account"}, "left");
        return judged(discovered(chance(accounts, matches)));
    }

    /** The matched ties with the family and the tier of their finding. */
    private Dataset<Row> matches(Dataset<Row> matches, Dataset<Row> found) {
        Dataset<Row> findings =
                found.groupBy("account", "signature").agg(max("tier").as("tier"));
        return matches.withColumnRenamed("followee", "account")
                .join(findings, new String[] {"account", "signature"})
                .withColumn("family", familyOf(col("signature")));
    }

    /** What is found about each account: tier of the best finding, families, followers of weak findings. */
    private static Dataset<Row> perAccount(Dataset<Row> found) {
        Column[] families = Arrays.stream(Family.values())
                .map(family -> max(when(col("family").equalTo(family.word()), family.word())))
                .toArray(Column[]::new);
        return found.groupBy("account")
                .agg(
                        array_join(array_compact(array(families)), ", ").as("families"),
                        max(when(col("tier").equalTo("strong"), 1).otherwise(0)).as("strong"),
                        max(when(col("tier").equalTo("moderate"), 1).otherwise(0))
                                .as("moderate"),
                        sum(when(col("tier").equalTo("weak"), col("support")).otherwise(0L))
                                .as("weak_support"));
    }

    /** Followers that findings rest on, and the sum of what is unexplained over those of strong findings. */
    private Dataset<Row> bounds(Dataset<Row> matches) {
        Column[] byFamily = Arrays.stream(Family.values())
                .map(family -> max(when(
                                        col("family")
                                                .equalTo(family.word())
                                                .and(col("tier").equalTo("strong")),
                                        col("excess_share"))
                                .otherwise(0.0))
                        .as(family.word()))
                .toArray(Column[]::new);
        Column explained = Arrays.stream(Family.values())
                .map(family -> lit(1.0).minus(col(family.word())))
                .reduce(Column::multiply)
                .orElseThrow();
        return matches.groupBy("account", "follower")
                .agg(byFamily[0], Arrays.copyOfRange(byFamily, 1, byFamily.length))
                .groupBy("account")
                .agg(count(lit(1)).as("matched"), sum(lit(1.0).minus(explained)).as("unexplained"));
    }

    /**
     * What signatures with a finding at the account name in rewired data, the largest share: account, placebo_share (upper end;
     * of those with a strong finding, if there are any), named_by_chance (the share itself).
     */
    private static Dataset<Row> placebos(Dataset<Row> found, Dataset<Row> placebo) {
        Column ofStrong = when(col("tier").equalTo("strong"), col("matched_share_high"));
        return found.select("account", "signature", "tier")
                .join(broadcast(placebo.where(col("placebo").equalTo("rewired"))), "signature")
                .groupBy("account")
                .agg(
                        coalesce(max(ofStrong), max("matched_share_high")).as("placebo_share"),
                        max("matched_share").as("named_by_chance"));
    }

    /**
     * Adds p_bound: the least likely of an account's groups, all groups of its list counted as tests. Ties of one group share its
     * name and its excess_share; two groups together would be a choice among far more than those.
     */
    private Dataset<Row> chance(Dataset<Row> accounts, Dataset<Row> matches) {
        Column n = col("named").cast("double");
        Column e = col("expected").plus(1);
        Column exponent = n.multiply(log(n.divide(e)))
                .minus(n.plus(SIZE).multiply(log(n.plus(SIZE).divide(e.plus(SIZE)))));
        Dataset<Row> unlikely = matches.groupBy("account", "signature", "found_in", "excess_share")
                .agg(count(lit(1)).as("named"))
                .withColumn("expected", n.multiply(lit(1.0).minus(col("excess_share"))))
                .withColumn("chance", when(n.gt(e), exp(exponent.multiply(-1))).otherwise(1.0))
                .groupBy("account")
                .agg(min("chance").as("chance"));
        double tests = GROUPS_PER_TIE * signatures.size();
        return accounts.join(unlikely, new String[] {"account"}, "left")
                .withColumn(
                        "p_bound",
                        when(
                                col("chance").isNotNull(),
                                least(
                                        lit(1.0),
                                        col("chance").multiply(col("listed")).multiply(tests))));
    }

    /** Adds q_value, by Benjamini and Hochberg's step-up over all lists. */
    private static Dataset<Row> discovered(Dataset<Row> accounts) {
        WindowSpec upwards = Window.orderBy(col("p_bound"), col("account"));
        WindowSpec fromHere = upwards.rowsBetween(Window.currentRow(), Window.unboundedFollowing());
        Dataset<Row> lists = accounts.agg(count(lit(1)).as("lists"));
        Dataset<Row> discovered = accounts.where(col("p_bound").isNotNull())
                .select("account", "p_bound")
                .crossJoin(broadcast(lists))
                .withColumn("raw", col("p_bound").multiply(col("lists")).divide(rank().over(upwards)))
                .withColumn("q_value", least(lit(1.0), min("raw").over(fromHere)))
                .select("account", "q_value");
        return accounts.join(discovered, new String[] {"account"}, "left");
    }

    private Dataset<Row> judged(Dataset<Row> accounts) {
        Column enough = col("listed").geq(options.minAudience());
        Column unlikely = coalesce(col("q_value"), lit(1.0)).leq(options.maxFalseDiscovery());
        Column tier = when(col("families").isNull(), "none")
                .when(col("strong").equalTo(1).and(unlikely), "strong")
                .when(col("moderate").equalTo(1).and(unlikely), "moderate")
                .otherwise("weak");
        Column placebo = coalesce(col("placebo_share"), lit(0.0));
        Column matched = coalesce(col("matched"), lit(0L));
        Column low = greatest(
                lit(0.0),
                coalesce(col("unexplained"), lit(0.0)).divide(col("listed")).minus(placebo));
        Column any = least(
                lit(1.0), matched.plus(coalesce(col("weak_support"), lit(0L))).divide(col("listed")));
        return accounts.withColumn("enough_data", enough)
                .withColumn("tier", tier)
                .withColumn("families", coalesce(col("families"), lit("")))
                .withColumn("matched", matched)
                .withColumn(
                        "share_low",
                        when(enough, when(tier.equalTo("strong"), low).otherwise(0.0)))
                .withColumn(
                        "share_high",
                        when(enough, greatest(low, any.minus(coalesce(col("named_by_chance"), lit(0.0))))));
    }

    private Column familyOf(Column signature) {
        Column family = lit(null).cast("string");
        for (ScoredSignature scored : signatures) {
            family = when(signature.equalTo(scored.signature()), scored.family().word())
                    .otherwise(family);
        }
        return family;
    }
}
