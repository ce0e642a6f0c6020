package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.FOLLOW_EPISODES;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.TIE_SPELLS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Hazards;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.NewestTies;
import org.followerassay.table.Table;

/**
 * Each follow whose going on or end was watched, with its age at that end and the ages between which it was returned.
 *
 * <p>A follow is watched by a list that was whole before and after it, and at intervals of a month at most from then on: a longer
 * one ends the watch at its beginning, with what happens in it left out, for neither the age nor the risk of a day is known there.
 * When within its interval a tie came or went is not known either; the middle stands for it, and two bounds beside it.
 *
 * <p>A follow back that the ledger did not see begin was there from the first: either its end is the first change of that tie, or
 * the newest lists still show it. One join by account with lists, one by tie with follows back; the newest ties are shuffled once.
 */
final class TieSpells implements Derivation {
    private static final double MICROSECONDS_PER_DAY = 86_400_000_000.0;

    private static final String[] TIE = {"follower", "followee"};

    private final Hazards options;

    TieSpells(Hazards options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "tie spells";
    }

    @Override
    public Table output() {
        return TIE_SPELLS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_EPISODES, FOLLOW_CHANGES, LIST_LOSSES, FOLLOWS, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> spells = aged(watched(inputs.of(FOLLOW_EPISODES), stretches(inputs.of(LIST_LOSSES))));
        Dataset<Row> backs = presences(inputs)
                .select(
                        col("followee").as("follower"),
                        col("follower").as("followee"),
                        col("there_from"),
                        col("there_until"));
        Column end = col("begun").plus(col("age_days"));
        Column meet = col("there_from")
                .lt(end)
                .and(col("there_until").isNull().or(col("there_until").gt(col("begun"))));
        Column from = greatest(lit(0.0), col("back.there_from").minus(col("begun")));
        Column until = least(col("age_days"), col("back.there_until").minus(col("begun")));
        return spells.join(backs, TIE, "left")
                .groupBy(
                        "follower",
                        "followee",
                        "earliest",
                        "begun",
                        "age_days",
                        "age_low",
                        "age_high",
                        "dropped",
                        "known")
                .agg(min(when(meet, struct("there_from", "there_until"))).as("back"))
                .withColumn("reciprocity_known", col("known"))
                .withColumn("mutual_from", when(col("known").and(col("back").isNotNull()), from))
                .withColumn(
                        "mutual_until",
                        when(col("known").and(col("back").isNotNull()), coalesce(until, col("age_days"))));
    }

    /** The times in which a list was looked at again within a month, without a break. */
    private Dataset<Row> stretches(Dataset<Row> pairs) {
        WindowSpec soFar = Window.partitionBy("account", "direction")
                .orderBy("snapshot_after")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column isLong = days("snapshot_after").minus(days("snapshot_before")).gt(options.intervalMax());
        return pairs.select("account", "direction", "snapshot_before", "snapshot_after")
                .withColumn("is_long", isLong)
                .withColumn("stretch", sum(when(isLong, 1).otherwise(0)).over(soFar))
                .where(not(col("is_long")))
                .groupBy("account", "direction", "stretch")
                .agg(
                        min("snapshot_before").as("watched_from"),
                        max("snapshot_after").as("watched_until"));
    }

    /** Episodes with the times until which lists would have shown the end of the follow, and of one back. */
    private static Dataset<Row> watched(Dataset<Row> episodes, Dataset<Row> stretches) {
        Column end = array(
                struct(col("followee").as("account"), lit("followers").as("shows")),
                struct(col("follower").as("account"), lit("followees").as("shows")));
        Column inTime = col("watched_from")
                .leq(col("earliest"))
                .and(col("watched_until").geq(col("latest")));
        Column shows = col("direction").equalTo(col("shows"));
        return episodes.withColumn("end", explode(end))
                .select(
                        "follower",
                        "followee",
                        "earliest",
                        "latest",
                        "lost_earliest",
                        "lost_latest",
                        "dropped",
                        "end.*")
                .join(stretches, "account")
                .where(inTime)
                .groupBy("follower", "followee", "earliest", "latest", "lost_earliest", "lost_latest", "dropped")
                .agg(
                        max(when(shows, col("watched_until"))).as("seen_until"),
                        max(when(not(shows), col("watched_until"))).as("back_seen_until"))
                .where(col("seen_until").isNotNull());
    }

    private static Dataset<Row> aged(Dataset<Row> watched) {
        Column ends = coalesce(col("lost_latest").leq(col("seen_until")), lit(false));
        Column ended = when(col("ends"), middle("lost_earliest", "lost_latest")).otherwise(days("seen_until"));
        Column lastLook = when(col("ends"), col("lost_latest")).otherwise(col("seen_until"));
        return watched.withColumn("ends", ends)
                .withColumn("begun", middle("earliest", "latest"))
                .withColumn("age_days", ended.minus(col("begun")))
                .withColumn(
                        "age_low",
                        days(least(col("lost_earliest"), col("seen_until"))).minus(days(col("latest"))))
                .withColumn("age_high", days(lastLook).minus(days(col("earliest"))))
                .withColumn("dropped", col("ends").and(col("dropped")))
                .withColumn("known", coalesce(col("back_seen_until").geq(lastLook), lit(false)))
                .where(col("age_days").gt(0));
    }

    /** The times at which ties were there, as far back as the lists go; a tie that was there at first has none to begin with. */
    private static Dataset<Row> presences(Inputs inputs) {
        Column first = min(struct("earliest", "latest", "there_after"));
        Dataset<Row> changed = inputs.of(FOLLOW_CHANGES)
                .groupBy(TIE[0], TIE[1])
                .agg(first.as("first"))
                .select("follower", "followee", "first.*");
        Dataset<Row> atFirst = changed.where(not(col("there_after")))
                .select(
                        col("follower"),
                        col("followee"),
                        lit(0.0).as("there_from"),
                        middle("earliest", "latest").as("there_until"));
        Dataset<Row> always = NewestTies.of(inputs)
                .join(changed.select("follower", "followee"), TIE, "left_anti")
                .select(
                        col("follower"),
                        col("followee"),
                        lit(0.0).as("there_from"),
                        lit(null).cast(DoubleType).as("there_until"));
        Dataset<Row> since = inputs.of(FOLLOW_EPISODES)
                .select(
                        col("follower"),
                        col("followee"),
                        middle("earliest", "latest").as("there_from"),
                        middle("lost_earliest", "lost_latest").as("there_until"));
        return since.unionByName(atFirst).unionByName(always);
    }

    private static Column middle(String earliest, String latest) {
        return days(earliest).plus(days(latest)).divide(2);
    }

    private static Column days(String time) {
        return days(col(time));
    }

    private static Column days(Column time) {
        return unix_micros(time).divide(MICROSECONDS_PER_DAY);
    }
}
