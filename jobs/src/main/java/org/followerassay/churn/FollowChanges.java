package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_dt_interval;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.FOLLOWS;
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
 * Every follow and unfollow between two sightings of a tie, and every one that an export dates itself.
 *
 * <p>A sighting is a snapshot at which a usable list shows the tie, or lacks it next to one that shows it. Sightings through
 * both lists of a tie share one timeline, so that a change seen twice is one change with the narrowest interval. One shuffle
 * of the ties in usable lists (at most three rows each), grouped and sorted per tie, however long the lists are; a second
 * one, of changes, where an export dates events.
 */
final class FollowChanges implements Derivation {
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
        return List.of(FOLLOWS, SNAPSHOT_PAIRS, FOLLOW_EVENTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = UsableLists.of(inputs.of(SNAPSHOT_PAIRS));
        Dataset<Row> inferred = dated(turns(sightings(inputs.of(FOLLOWS), lists)));
        Dataset<Row> observed = observed(inputs.of(FOLLOW_EVENTS));
        return unobserved(inferred, observed).unionByName(observed);
    }

    /** One row per tie and snapshot at which it is known to be there (1) or not (0). */
    private static Dataset<Row> sightings(Dataset<Row> follows, Dataset<Row> lists) {
        Column nowhere = lit(null).cast(TimestampType);
        return ListedTies.of(follows)
                .join(lists, new String[] {"account", "direction", "snapshot"})
                .select(
                        col("follower"),
                        col("followee"),
                        explode(array(
                                        sighting(col("snapshot"), 1, col("followed_at")),
                                        sighting(col("previous"), 0, nowhere),
                                        sighting(col("next"), 0, nowhere)))
                                .as("sighting"))
                .select("follower", "followee", "sighting.*")
                .where(col("at").isNotNull())
                .repartition(col("follower"), col("followee"))
                .groupBy("follower", "followee", "at")
                .agg(max("there").as("there"), min("followed_at").as("followed_at"));
    }

    private static Column sighting(Column at, int there, Column followedAt) {
        return struct(at.as("at"), lit(there).as("there"), followedAt.as("followed_at"));
    }

    /** The sightings that differ from the one before. */
    private static Dataset<Row> turns(Dataset<Row> sightings) {
        WindowSpec timeline = Window.partitionBy("follower", "followee").orderBy("at");
        return sightings
                .withColumn("there_before", lag("there", 1).over(timeline))
                .withColumn("snapshot_before", lag("at", 1).over(timeline))
                .where(col("there").notEqual(col("there_before")))
                .withColumn("change", when(col("there").equalTo(1), "follow").otherwise("unfollow"))
                .withColumnRenamed("at", "snapshot_after");
    }

    /** A stated time narrows the interval of a follow; at midnight it is taken for a day. */
    private static Dataset<Row> dated(Dataset<Row> turns) {
        Column stated = when(col("change").equalTo("follow"), col("followed_at"));
        Column day = stated.equalTo(date_trunc("day", stated));
        Column statedUntil = when(day, stated.plus(make_dt_interval(lit(1)))).otherwise(stated);
        Column from = greatest(stated, col("snapshot_before"));
        Column until = least(statedUntil, col("snapshot_after"));
        Column fits = stated.isNotNull().and(from.leq(until)).and(until.gt(col("snapshot_before")));
        return turns.select(
                col("follower"),
                col("followee"),
                col("change"),
                when(fits, from).otherwise(col("snapshot_before")).as("earliest"),
                when(fits, until).otherwise(col("snapshot_after")).as("latest"),
                lit("inferred").as("source"),
                col("snapshot_before"),
                col("snapshot_after"));
    }

    private static Dataset<Row> observed(Dataset<Row> events) {
        return events.groupBy("follower", "followee", "change", "earliest")
                .agg(min("latest").as("latest"))
                .withColumn("source", lit("observed"))
                .withColumn("snapshot_before", lit(null).cast(TimestampType))
                .withColumn("snapshot_after", lit(null).cast(TimestampType));
    }

    /** The inferred changes in whose interval no such change was observed. */
    private static Dataset<Row> unobserved(Dataset<Row> inferred, Dataset<Row> observed) {
        Dataset<Row> known = observed.select(
                col("follower").as("known_follower"),
                col("followee").as("known_followee"),
                col("change").as("known_change"),
                col("earliest").as("known_earliest"),
                col("latest").as("known_latest"));
        Column sameTie = col("follower")
                .equalTo(col("known_follower"))
                .and(col("followee").equalTo(col("known_followee")));
        Column sameTime =
                col("known_earliest").leq(col("latest")).and(col("known_latest").geq(col("earliest")));
        return inferred.join(
                known, sameTie.and(col("change").equalTo(col("known_change"))).and(sameTime), "left_anti");
    }
}
