package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many followers an account had when: whole lists, counts without names, and what platforms stated. */
final class Growth {
    /** Points of one account and source that a chart can tell apart; the newest are shown. */
    private static final int MOST_POINTS = 4_000;

    private final Selection selection;
    private final SmallGroups groups;

    Growth(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /** One row per account, instant and source. */
    ShownTable table() {
        ShownTable.Builder table = ShownTable.named(
                "growth",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("observed_at", Kind.TIME),
                ShownColumn.of("source", Kind.CODE),
                ShownColumn.of("followers", Kind.FOLLOWERS));
        List<Row> rows = rows();
        for (Row row : rows) {
            ComparedAccount account = selection.account(row.getAs("account"));
            table.row(
                    account.account(),
                    account.label(),
                    Cells.time(row, "observed_at"),
                    Cells.text(row, "source"),
                    groups.count(Cells.count(row, "followers")));
        }
        return table.build().regeneratedBy(query()).leavingOut(Selection.leftOut(rows));
    }

    private List<Row> rows() {
        Object[] ids =
                selection.accounts().stream().map(ComparedAccount::account).toArray();
        Dataset<Row> lists = selection
                .tables()
                .of(COVERAGE)
                .where(col("direction").equalTo("followers").and(col("complete")))
                .select(
                        col("account"),
                        col("snapshot").as("observed_at"),
                        lit("list").as("source"),
                        col("listed").as("followers"));
        Dataset<Row> counts = selection
                .tables()
                .of(COUNTS)
                .select(col("account"), col("observed_at"), lit("count").as("source"), col("followers"));
        Dataset<Row> stated = selection
                .tables()
                .of(ACCOUNTS)
                .select(
                        col("account"),
                        col("snapshot").as("observed_at"),
                        lit("profile").as("source"),
                        col("followers"));
        Dataset<Row> own = lists.unionByName(counts)
                .unionByName(stated)
                .where(col("account").isin(ids).and(col("followers").isNotNull()));
        return Selection.newest(
                        own,
                        List.of("account", "source"),
                        MOST_POINTS,
                        col("observed_at").desc(),
                        col("followers").desc())
                .orderBy("account", "observed_at", "source")
                .collectAsList();
    }

    private String query() {
        String own = selection.whereAccounts();
        return "select account, snapshot as observed_at, 'list' as source, listed as followers from coverage where"
                + " direction = 'followers' and complete and " + own
                + " union all select account, observed_at, 'count', followers from counts where followers is not null"
                + " and " + own
                + " union all select account, snapshot, 'profile', followers from accounts where followers is not null"
                + " and " + own;
    }
}
