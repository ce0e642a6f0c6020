package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The week in which most followers of an account arrived, as far as creation dates tell: one row per account.
 *
 * <p>The earliest possible arrival stands for the arrival. A surge by itself says nothing of purchase: press, television
 * and giveaways bring one, too, which is why it is shown beside what the signatures say of it.
 */
final class Surges {
    private final Selection selection;
    private final SmallGroups groups;

    Surges(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable table() {
        ShownTable.Builder table = ShownTable.named(
                "surges",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("week", Kind.DAY),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("followers_share", Kind.SHARE),
                ShownColumn.of("usual_week", Kind.NUMBER),
                ShownColumn.of("position_from", Kind.COUNT),
                ShownColumn.of("position_to", Kind.COUNT));
        for (Row row : weeks().collectAsList()) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long followers = Cells.count(row, "followers");
            long dated = Cells.count(row, "dated");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.day(row, "week"),
                    groups.count(followers),
                    groups.figure((double) followers / dated, followers, dated - followers),
                    groups.figure(Cells.number(row, "usual_week"), followers),
                    groups.figure(Cells.count(row, "position_from"), followers),
                    groups.figure(Cells.count(row, "position_to"), followers));
        }
        return table.build().regeneratedBy(query());
    }

    /** Weeks without an arrival are left out of the usual week, so that an old list is not told by its early years. */
    private Dataset<Row> weeks() {
        Dataset<Row> arrivals = selection.ofSnapshot(selection
                .tables()
                .of(ARRIVALS)
                .select(
                        col("snapshot"),
                        col("followee").as("account"),
                        col("position"),
                        date_trunc("week", col("arrived_after")).cast("date").as("week")));
        return arrivals.groupBy("account", "week")
                .agg(
                        count(lit(1)).as("followers"),
                        min("position").as("position_from"),
                        max("position").as("position_to"))
                .groupBy("account")
                .agg(
                        max(struct("followers", "week", "position_from", "position_to"))
                                .as("top"),
                        sum("followers").as("dated"),
                        median(col("followers")).as("usual_week"))
                .select("account", "top.*", "dated", "usual_week")
                .orderBy("account");
    }

    private String query() {
        return "with weeks as (select followee as account, date(date_trunc('week', arrived_after)) as week, count(*) as"
                + " followers, min(position) as position_from, max(position) as position_to from arrivals where "
                + selection.whereSnapshots().replace("account in", "followee in")
                + " group by followee, week), tops as (select account, max(struct(followers, week, position_from,"
                + " position_to)) as top, sum(followers) as dated, median(followers) as usual_week from weeks group by"
                + " account) select account, top.week, top.followers, top.followers / dated as followers_share,"
                + " usual_week, top.position_from, top.position_to from tops";
    }
}
