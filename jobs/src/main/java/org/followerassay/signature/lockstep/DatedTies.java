package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
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
 * <p>A time at midnight is taken for a day. Times that only the order of a list bounds are no times. Who came by an event and is
 * missing in a whole list of later has left, and is none of the account's followers. One shuffle, and one of the lists where
 * there are events.
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
                .unionByName(events(inputs).select("account", "follower", "followed_at", "uncertain_seconds"))
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

    /** Without those who have left since; unlisted is true of those who are not in the account's newest list. */
    private static Dataset<Row> events(Inputs inputs) {
        Dataset<Row> events = inputs.of(FOLLOW_EVENTS)
                .where(col("change").equalTo("follow"))
                .select(
                        col("followee").as("account"),
                        col("follower"),
                        col("earliest").as("followed_at"),
                        col("latest"),
                        unix_seconds(col("latest"))
                                .minus(unix_seconds(col("earliest")))
                                .as("uncertain_seconds"));
        if (inputs.rows(FOLLOW_EVENTS) == 0) {
            return events.withColumn("unlisted", lit(true));
        }
        String[] tie = {"account", "follower"};
        Dataset<Row> listed = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .select(col("account"), col("follower"), lit(true).as("in_list"));
        Dataset<Row> whole = FollowerLists.whole(inputs.of(COVERAGE))
                .select(col("account"), col("snapshot").as("whole_at"));
        Column unlisted = col("in_list").isNull();
        return events.join(listed, tie, "left")
                .join(whole, new String[] {"account"}, "left")
                .where(not(unlisted)
                        .or(col("whole_at").isNull())
                        .or(col("latest").gt(col("whole_at"))))
                .withColumn("unlisted", unlisted);
    }

    /**
     * When each account was looked at and how many followers are known of it: those in its newest list, and those whom
     * events show besides.
     *
     * @return account, snapshot, listed
     */
    public static Dataset<Row> lists(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        if (inputs.rows(FOLLOW_EVENTS) == 0) {
            return lists;
        }
        Dataset<Row> events = events(inputs)
                .groupBy("account", "follower")
                .agg(max("latest").as("latest"), max("unlisted").as("unlisted"))
                .groupBy("account")
                .agg(max("latest").as("last_event"), count_if(col("unlisted")).as("besides"));
        return lists.join(events, new String[] {"account"}, "full_outer")
                .select(
                        col("account"),
                        coalesce(col("snapshot"), col("last_event")).as("snapshot"),
                        coalesce(col("listed"), lit(0L))
                                .plus(coalesce(col("besides"), lit(0L)))
                                .as("listed"));
    }
}
