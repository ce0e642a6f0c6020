package org.followerassay.churn;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.MassFollowing;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Accounts that followed many and unfollowed most of them, with the followers that it left them.
 *
 * <p><b>Mechanism.</b> Follow thousands, wait for courtesy follow-backs, unfollow: the followers stay.
 *
 * <p><b>Trace.</b> Followees peak and fall by nine tenths, while most followers gained up to the peak stay.
 *
 * <p><b>Innocent look-alike.</b> Somebody who starts over with an empty list; then few of the unfollowed had followed back
 * and no follower was gained in the run-up.
 *
 * <p><b>Limits.</b> Needs two complete lists of followees. An account that refills its list by the last snapshot does not
 * show, and what happened before the first snapshot is not known: with the peak in the first one, no follower counts as
 * gained. Where followers were listed at other times than followees, the newest list up to the peak stands for the peak.
 *
 * <p>One shuffle of the ties of such accounts, all of which are few.
 */
final class MassFollowers implements Derivation {
    private static final Column OF_FOLLOWEES = col("direction").equalTo("followees");
    private static final Column OF_FOLLOWERS = col("direction").equalTo("followers");

    private final MassFollowing options;

    MassFollowers(MassFollowing options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "mass followers";
    }

    @Override
    public Table output() {
        return MASS_FOLLOWERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = UsableLists.of(inputs.of(SNAPSHOT_PAIRS));
        Dataset<Row> campaigns = withFollowers(campaigns(lists), lists);
        Column gained = col("gained").gt(0).and(col("followers_last").isNotNull());
        return campaigns
                .join(outcomes(inputs.of(FOLLOWS), campaigns), new String[] {"account"}, "left")
                .withColumn("kept_share", when(gained, col("kept").divide(col("gained"))))
                .withColumn("unfollowed_mutual", coalesce(col("unfollowed_mutual"), lit(0L)));
    }

    /** Accounts whose followees peaked high and were nearly all gone in the last snapshot. */
    private Dataset<Row> campaigns(Dataset<Row> lists) {
        Column dropShare = lit(1.0).minus(col("last.listed").divide(col("peak.listed")));
        return lists.where(OF_FOLLOWEES)
                .groupBy("account")
                .agg(
                        max(struct("listed", "snapshot")).as("peak"),
                        max(struct("snapshot", "listed")).as("last"))
                .where(col("peak.listed").geq(options.massFollowMin()))
                .select(
                        col("account"),
                        col("peak.snapshot").as("snapshot_peak"),
                        col("last.snapshot").as("snapshot_last"),
                        col("peak.listed").as("followees_peak"),
                        col("last.listed").as("followees_last"),
                        dropShare.as("drop_share"))
                .where(col("drop_share").geq(options.dropMin()));
    }

    /** The follower lists that stand for the beginning, the peak and the end of each campaign. */
    private static Dataset<Row> withFollowers(Dataset<Row> campaigns, Dataset<Row> lists) {
        Column list = struct("snapshot", "listed");
        Column upToPeak = col("snapshot").leq(col("snapshot_peak"));
        Dataset<Row> moments = lists.where(OF_FOLLOWERS)
                .join(campaigns.select("account", "snapshot_peak"), "account")
                .groupBy("account")
                .agg(
                        min(when(upToPeak, list)).as("first"),
                        max(when(upToPeak, list)).as("at_peak"),
                        max(when(not(upToPeak), list)).as("in_the_end"))
                .select(
                        col("account"),
                        col("first.listed").as("followers_before"),
                        col("at_peak.listed").as("followers_peak"),
                        col("in_the_end.listed").as("followers_last"),
                        col("first.snapshot").as("listed_first"),
                        col("at_peak.snapshot").as("listed_at_peak"),
                        col("in_the_end.snapshot").as("listed_last"));
        return campaigns.join(moments, new String[] {"account"}, "left");
    }

    /** Of each campaign: followers gained, those kept, and unfollowed accounts that had followed back. */
    private static Dataset<Row> outcomes(Dataset<Row> follows, Dataset<Row> campaigns) {
        Column unfollowed = col("followed_at_peak").and(not(col("followed_last")));
        Column gained = col("follower_at_peak").and(not(col("follower_first")));
        return ListedTies.of(follows)
                .drop("follower", "followee", "followed_at")
                .join(campaigns, "account")
                .groupBy("account", "other")
                .agg(
                        bool_or(OF_FOLLOWEES.and(at("snapshot_peak"))).as("followed_at_peak"),
                        bool_or(OF_FOLLOWEES.and(at("snapshot_last"))).as("followed_last"),
                        bool_or(OF_FOLLOWERS.and(col("snapshot").leq(col("snapshot_peak"))))
                                .as("followed_back"),
                        bool_or(OF_FOLLOWERS.and(at("listed_first"))).as("follower_first"),
                        bool_or(OF_FOLLOWERS.and(at("listed_at_peak"))).as("follower_at_peak"),
                        bool_or(OF_FOLLOWERS.and(at("listed_last"))).as("follower_last"))
                .groupBy("account")
                .agg(
                        count_if(gained).as("gained"),
                        count_if(gained.and(col("follower_last"))).as("kept"),
                        count_if(unfollowed.and(col("followed_back"))).as("unfollowed_mutual"));
    }

    private static Column at(String moment) {
        return col("snapshot").equalTo(col(moment));
    }
}
