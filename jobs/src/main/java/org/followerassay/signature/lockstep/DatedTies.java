package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.LockstepTables.DATED_TIES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Ties whose time is known to a day or better: of the newest lists, and of events; of several times, the first.
 *
 * <p>A time at midnight is taken for a day. Times that only the order of a list bounds are no times. One shuffle.
 */
public final class DatedTies implements Derivation {
    private static final long DAY = 86_400;

    @Override
    public String name() {
        return "dated ties";
    }

    @Override
    public Table output() {
        return DATED_TIES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, FOLLOW_EVENTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return stated(inputs)
                .unionByName(events(inputs.of(FOLLOW_EVENTS)))
                .where(col("uncertain_seconds").leq(DAY))
                .groupBy("account", "follower")
                .agg(min(struct("followed_at", "uncertain_seconds")).as("first"))
                .select("account", "follower", "first.followed_at", "first.uncertain_seconds");
    }

    /** The table with times as numbers: account, follower, at (seconds since 1970), blur (seconds). */
    static Dataset<Row> of(Inputs inputs) {
        return inputs.of(DATED_TIES)
                .select(
                        col("account"),
                        col("follower"),
                        unix_seconds(col("followed_at")).as("at"),
                        col("uncertain_seconds").as("blur"));
    }

    private static Dataset<Row> stated(Inputs inputs) {
        Dataset<Row> dated = inputs.of(FOLLOWS).where(col("followed_at").isNotNull());
        Column wholeDay = col("followed_at").equalTo(date_trunc("day", col("followed_at")));
        return FollowerLists.ties(dated, FollowerLists.newest(inputs.of(COVERAGE)))
                .select(
                        col("account"),
                        col("follower"),
                        col("followed_at"),
                        when(wholeDay, DAY).otherwise(0L).as("uncertain_seconds"));
    }

    private static Dataset<Row> events(Dataset<Row> events) {
        return events.where(col("change").equalTo("follow"))
                .select(
                        col("followee").as("account"),
                        col("follower"),
                        col("earliest").as("followed_at"),
                        unix_seconds(col("latest"))
                                .minus(unix_seconds(col("earliest")))
                                .as("uncertain_seconds"));
    }

    /**
     * When each account was looked at and how many followers are known of it: its newest list, or else its events.
     *
     * @return account, snapshot, listed
     */
    static Dataset<Row> lists(Inputs inputs) {
        Dataset<Row> events = inputs.of(FOLLOW_EVENTS)
                .where(col("change").equalTo("follow"))
                .groupBy(col("followee").as("account"), col("follower"))
                .agg(max("latest").as("latest"))
                .groupBy("account")
                .agg(max("latest").as("last_event"), count(lit(1)).as("events"));
        return FollowerLists.newest(inputs.of(COVERAGE))
                .join(events, new String[] {"account"}, "full_outer")
                .select(
                        col("account"),
                        coalesce(col("snapshot"), col("last_event")).as("snapshot"),
                        coalesce(col("listed"), col("events")).as("listed"));
    }
}
