package org.followerassay.churn;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;
import static org.followerassay.table.ChurnTables.RENAME_CANDIDATES;
import static org.followerassay.table.ChurnTables.TIE_TURNS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Every change of a tie, with its kind: what snapshots prove, and what an export dates itself.
 *
 * <p>docs/churn.md defines the kinds and the order in which they are tried. A change that both lists of a tie show is one row.
 * Inferred changes in whose interval the same change was observed give way to it. Reads changes only, and shuffles them by
 * tie, and losses by pair of accounts.
 */
final class FollowChanges implements Derivation {
    /** Lists of which those that matter are sent to every task. */
    private static final long BROADCAST_UP_TO = 2_000_000;

    private static final String[] TURN = {
        "followee", "follower", "there_after", "direction", "snapshot_before", "snapshot_after"
    };

    @Override
    public String name() {
        return "follow changes";
    }

    @Override
    public Table output() {
        return FOLLOW_CHANGES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(TIE_TURNS, LIST_LOSSES, PURGE_CALENDAR, RENAME_CANDIDATES, FOLLOW_EVENTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> turns = inputs.of(TIE_TURNS)
                .withColumn("lower", least(col("follower"), col("followee")))
                .withColumn("upper", greatest(col("follower"), col("followee")))
                .join(wholesale(inputs), ListPairs.PAIR, "left")
                .join(
                        purges(inputs.of(PURGE_CALENDAR)),
                        new String[] {"direction", "snapshot_before", "snapshot_after"},
                        "left")
                .join(renames(inputs.of(RENAME_CANDIDATES)), TURN, "left");
        Dataset<Row> inferred = named(merged(turns.repartition(col("lower"), col("upper"))));
        Dataset<Row> observed = observed(inputs.of(FOLLOW_EVENTS));
        return returns(unobserved(inferred, observed).unionByName(observed));
    }

    /** Lists that lost nearly all at once: few, so that ties are not shuffled to find them unless lists are many. */
    private static Dataset<Row> wholesale(Inputs inputs) {
        Dataset<Row> lists = inputs.of(LIST_LOSSES)
                .where(col("wholesale").isNotNull())
                .select("account", "direction", "snapshot_before", "snapshot_after", "wholesale");
        return inputs.rows(LIST_LOSSES) <= BROADCAST_UP_TO ? broadcast(lists) : lists;
    }

    private static Dataset<Row> purges(Dataset<Row> calendar) {
        return calendar.where(col("purge"))
                .select(lit("followers").as("direction"), col("snapshot_before"), col("snapshot_after"), col("purge"));
    }

    private static Dataset<Row> renames(Dataset<Row> candidates) {
        return renamed(candidates, "left_account", "came_account", false)
                .unionByName(renamed(candidates, "came_account", "left_account", true));
    }

    private static Dataset<Row> renamed(Dataset<Row> candidates, String one, String other, boolean thereAfter) {
        return candidates.select(
                col("followee"),
                col(one).as("follower"),
                lit(thereAfter).as("there_after"),
                lit("followers").as("direction"),
                col("snapshot_before"),
                col("snapshot_after"),
                col(other).as("rename_candidate"));
    }

    /** One row per change, with what either list of the tie knows; the owner of a list is there. */
    private static Dataset<Row> merged(Dataset<Row> turns) {
        Column ofFollowers = col("direction").equalTo("followers");
        Column alive = coalesce(col("sign").equalTo(AccountSigns.ALIVE), lit(false));
        return turns.groupBy("lower", "upper", "follower", "followee", "there_after", "earliest", "latest")
                .agg(
                        max("snapshot_before").as("snapshot_before"),
                        min("snapshot_after").as("snapshot_after"),
                        max(coalesce(col("sign").equalTo(AccountSigns.GONE), lit(false)))
                                .as("gone"),
                        max(not(ofFollowers).or(alive)).as("follower_alive"),
                        max(ofFollowers.or(alive)).as("followee_alive"),
                        max(coalesce(col("wholesale").equalTo(ListLosses.RESET), lit(false)))
                                .as("reset"),
                        max(coalesce(col("wholesale").equalTo(ListLosses.PRUNE), lit(false)))
                                .as("prune"),
                        max(coalesce(col("purge"), lit(false))).as("purge"),
                        max("rename_candidate").as("rename_candidate"));
    }

    private static Dataset<Row> named(Dataset<Row> changes) {
        WindowSpec bothWays = Window.partitionBy("lower", "upper", "there_after", "earliest", "latest");
        Column bothAlive = not(col("gone")).and(col("follower_alive")).and(col("followee_alive"));
        Column loss = when(col("gone").and(col("purge")), "purge")
                .when(col("gone"), "vanish")
                .when(col("reset"), "reset")
                .when(bothAlive.and(col("ways").gt(1)), "block-like")
                .when(col("prune"), "prune")
                .when(bothAlive, "unfollow")
                .when(col("purge"), "purge")
                .otherwise("unknown");
        return changes.withColumn("ways", count(lit(1)).over(bothWays))
                .select(
                        col("follower"),
                        col("followee"),
                        col("earliest"),
                        when(col("there_after"), "follow").otherwise(loss).as("change"),
                        col("latest"),
                        col("there_after"),
                        lit("inferred").as("source"),
                        col("snapshot_before"),
                        col("snapshot_after"),
                        when(not(col("there_after")).and(not(col("gone")).and(col("follower_alive"))), true)
                                .as("follower_alive"),
                        col("rename_candidate"));
    }

    private static Dataset<Row> observed(Dataset<Row> events) {
        return events.groupBy("follower", "followee", "change", "earliest")
                .agg(min("latest").as("latest"))
                .withColumn("there_after", col("change").equalTo("follow"))
                .withColumn("source", lit("observed"))
                .withColumn("snapshot_before", lit(null).cast(TimestampType))
                .withColumn("snapshot_after", lit(null).cast(TimestampType))
                .withColumn("follower_alive", when(col("change").equalTo("unfollow"), true))
                .withColumn("rename_candidate", lit(null).cast(LongType));
    }

    /** The inferred changes in whose interval no such change was observed. */
    private static Dataset<Row> unobserved(Dataset<Row> inferred, Dataset<Row> observed) {
        Dataset<Row> known = observed.select(
                col("follower").as("known_follower"),
                col("followee").as("known_followee"),
                col("there_after").as("known_there_after"),
                col("earliest").as("known_earliest"),
                col("latest").as("known_latest"));
        Column sameTie = col("follower")
                .equalTo(col("known_follower"))
                .and(col("followee").equalTo(col("known_followee")))
                .and(col("there_after").equalTo(col("known_there_after")));
        Column sameTime =
                col("known_earliest").leq(col("latest")).and(col("known_latest").geq(col("earliest")));
        return inferred.join(known, sameTie.and(sameTime), "left_anti");
    }

    /** A follow after a loss of the same tie is a return; of changes at one instant, losses go first. */
    private static Dataset<Row> returns(Dataset<Row> changes) {
        WindowSpec before = Window.partitionBy("follower", "followee")
                .orderBy("earliest", "latest", "there_after")
                .rowsBetween(Window.unboundedPreceding(), -1);
        Column lostBefore = coalesce(max(not(col("there_after"))).over(before), lit(false));
        return changes.withColumn(
                "change", when(col("there_after").and(lostBefore), "return").otherwise(col("change")));
    }
}
