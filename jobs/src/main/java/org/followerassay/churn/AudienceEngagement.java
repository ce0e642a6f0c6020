package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_dt_interval;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EngagementTables.AUDIENCE_ENGAGEMENT;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.INTERACTIONS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Engagement;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.SizeTier;
import org.followerassay.table.Table;

/**
 * How many followers of an account's newest whole list show no sign of activity, and how many come back to it.
 *
 * <p>Two hundred who return are worth more than two thousand who forgot. A follower is dormant if its newest post and its newest
 * interaction with anybody are older than three months; it is known not to have posted since only if a profile of that day or
 * later says when it last did, or that it never did. An account younger than that is not called dormant, and neither is one that
 * posts nothing and likes. Dormant is no synonym of bought: silent readers look the same where interactions are not exported.
 *
 * <p>Joins of followers with profiles and with interactions, by follower; one shuffle of counts.
 */
final class AudienceEngagement implements Derivation {
    private final Engagement options;

    AudienceEngagement(Engagement options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "audience engagement";
    }

    @Override
    public Table output() {
        return AUDIENCE_ENGAGEMENT;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS, INTERACTIONS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> interactions = inputs.of(INTERACTIONS);
        Dataset<Row> followers = signed(followers(inputs), inputs.of(ACCOUNTS), interactions);
        Dataset<Row> counted = followers
                .groupBy("account", "snapshot")
                .agg(
                        count(lit(1)).as("followers"),
                        count_if(col("is_known")).as("activity_known"),
                        count_if(col("is_dormant")).as("dormant"),
                        count_if(col("weeks").geq(1)).as("seen"),
                        count_if(col("weeks").geq(2)).as("seen_again"));
        Dataset<Row> periods = interactions
                .groupBy(col("target").as("account"))
                .agg(min("period").as("interactions_from"), max("period").as("interactions_until"));
        Column some = col("interactions_from").isNotNull();
        return amongPeers(shares(counted.join(periods, new String[] {"account"}, "left"))
                .withColumn("interacting", when(some, col("seen")))
                .withColumn("engaged_core", when(some, col("seen_again")))
                .withColumn("responsiveness", when(some, col("seen").divide(col("followers"))))
                .withColumn("core_share", when(some, col("seen_again").divide(col("followers")))));
    }

    /** The followers in the newest whole list of each account; a tie that two lists show is there once. */
    private static Dataset<Row> followers(Inputs inputs) {
        Dataset<Row> newest = inputs.of(COVERAGE)
                .where(col("direction").equalTo("followers").and(col("complete")))
                .groupBy(col("account").as("followee"))
                .agg(max("snapshot").as("snapshot"));
        return inputs.of(FOLLOWS)
                .join(newest, new String[] {"followee", "snapshot"})
                .select(col("followee").as("account"), col("snapshot"), col("follower"))
                .distinct();
    }

    /** Followers with what is known of their activity, and the weeks in which they interacted with this account. */
    private Dataset<Row> signed(Dataset<Row> followers, Dataset<Row> accounts, Dataset<Row> interactions) {
        Dataset<Row> profiles = accounts.groupBy(col("account").as("follower"))
                .agg(max(struct("snapshot", "last_post_at", "posts", "created_at"))
                        .as("profile"));
        Dataset<Row> acted = interactions
                .groupBy(col("actor").as("follower"))
                .agg(max(col("period").cast("timestamp")).as("acted_at"));
        Dataset<Row> reactions = interactions
                .groupBy(col("actor").as("follower"), col("target").as("account"))
                .agg(countDistinct(date_trunc("week", col("period"))).as("weeks"));
        Column longAgo = col("snapshot").minus(make_dt_interval(lit(options.dormantDays())));
        Column isActive =
                coalesce(greatest(col("profile.last_post_at"), col("acted_at")).geq(longAgo), lit(false));
        Column lastPostKnown = col("profile.last_post_at")
                .isNotNull()
                .or(coalesce(col("profile.posts").equalTo(0), lit(false)));
        Column isProfiled = coalesce(
                col("profile.snapshot")
                        .cast("date")
                        .geq(col("snapshot").cast("date"))
                        .and(lastPostKnown),
                lit(false));
        Column isNew = coalesce(col("profile.created_at").geq(longAgo), lit(false));
        return followers
                .join(profiles, new String[] {"follower"}, "left")
                .join(acted, new String[] {"follower"}, "left")
                .join(reactions, new String[] {"follower", "account"}, "left")
                .withColumn("is_known", isActive.or(isProfiled))
                .withColumn("is_dormant", isProfiled.and(not(isActive)).and(not(isNew)));
    }

    private Dataset<Row> shares(Dataset<Row> counted) {
        Column followers = col("followers");
        Column known = col("activity_known");
        Column enough = known.geq(options.knownMin()).and(known.geq(followers.multiply(options.knownShare())));
        Column notEnough = concat(
                lit("not enough data: the activity of "),
                format_number(known, 0),
                lit(" of "),
                format_number(followers, 0),
                lit(" followers is known"));
        return counted.withColumn("dormant_low", col("dormant").divide(followers))
                .withColumn(
                        "dormant_high",
                        col("dormant").plus(followers).minus(known).divide(followers))
                .withColumn("dormant_share", when(enough, col("dormant").divide(known)))
                .withColumn("reason", when(enough, "").otherwise(notEnough));
    }

    private Dataset<Row> amongPeers(Dataset<Row> audiences) {
        WindowSpec tier = Window.partitionBy("tier");
        Column median = percentile(col("responsiveness"), lit(0.5)).over(tier);
        return audiences
                .withColumn("tier", SizeTier.of(col("followers")))
                .withColumn("measured_peers", count("responsiveness").over(tier))
                .withColumn("tier_responsiveness", when(col("measured_peers").geq(options.peersMin()), median));
    }
}
