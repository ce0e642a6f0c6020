package org.followerassay.report;

import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;

import java.util.List;
import org.apache.spark.sql.Row;

/** Who came to each compared account and left it, and whom it followed and dropped itself. */
final class ChangeTables {
    private final Selection selection;
    private final SmallGroups groups;

    ChangeTables(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable churn() {
        ShownTable.Builder table = ShownTable.ofAccounts(
                "churn",
                ShownColumn.of("snapshot_before", Kind.TIME),
                ShownColumn.of("snapshot_after", Kind.TIME),
                ShownColumn.of("days", Kind.NUMBER),
                ShownColumn.of("listed_before", Kind.FOLLOWERS),
                ShownColumn.of("gained", Kind.FOLLOWERS),
                ShownColumn.of("lost", Kind.FOLLOWERS),
                ShownColumn.of("net", Kind.SIGNED),
                ShownColumn.of("churn_rate", Kind.SHARE));
        List<Row> rows = selection.rows(CHURN, "account", "snapshot_before", "snapshot_after");
        for (Row row : rows) {
            if (!Cells.text(row, "direction").equals("followers")) {
                continue;
            }
            ComparedAccount account = selection.account(row.getAs("account"));
            Long gained = Cells.count(row, "gained");
            Long lost = Cells.count(row, "lost");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.time(row, "snapshot_before"),
                    Cells.time(row, "snapshot_after"),
                    Cells.number(row, "days"),
                    groups.count(Cells.count(row, "listed_before")),
                    groups.oneOf(gained, lost),
                    groups.oneOf(lost, gained),
                    groups.figure(Cells.count(row, "net"), gained, lost),
                    groups.figure(Cells.number(row, "churn_rate"), gained, lost));
        }
        return table.build()
                .regeneratedBy(
                        "select account, snapshot_before, snapshot_after, days, listed_before, gained, lost, net, churn_rate"
                                + " from churn where direction = 'followers' and " + selection.whereAccounts())
                .leavingOut(Selection.leftOut(rows.stream()
                        .filter(row -> Cells.text(row, "direction").equals("followers"))
                        .toList()));
    }

    ShownTable massFollowers() {
        ShownTable.Builder table = ShownTable.ofAccounts(
                "mass_followers",
                ShownColumn.of("snapshot_peak", Kind.TIME),
                ShownColumn.of("snapshot_last", Kind.TIME),
                ShownColumn.of("followees_peak", Kind.COUNT),
                ShownColumn.of("followees_last", Kind.COUNT),
                ShownColumn.of("drop_share", Kind.SHARE),
                ShownColumn.of("followers_before", Kind.FOLLOWERS),
                ShownColumn.of("followers_peak", Kind.FOLLOWERS),
                ShownColumn.of("followers_last", Kind.FOLLOWERS),
                ShownColumn.of("kept_share", Kind.SHARE));
        for (Row row : selection.rows(MASS_FOLLOWERS, "account")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long before = Cells.count(row, "followers_before");
            Long peak = Cells.count(row, "followers_peak");
            Long last = Cells.count(row, "followers_last");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.time(row, "snapshot_peak"),
                    Cells.time(row, "snapshot_last"),
                    Cells.count(row, "followees_peak"),
                    Cells.count(row, "followees_last"),
                    Cells.number(row, "drop_share"),
                    groups.count(before),
                    groups.count(peak),
                    groups.count(last),
                    groups.figure(Cells.number(row, "kept_share"), before, peak, last));
        }
        return table.build()
                .regeneratedBy(
                        "select account, snapshot_peak, snapshot_last, followees_peak, followees_last, drop_share,"
                                + " followers_before, followers_peak, followers_last, kept_share from mass_followers where "
                                + selection.whereAccounts());
    }
}
