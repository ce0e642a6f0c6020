package org.followerassay.report;

import static org.followerassay.table.ChurnTables.COHORT_RETENTION;

import org.apache.spark.sql.Row;

/** How many of those who came together are still there later: one row per account, cohort and later snapshot. */
final class Retention {
    private final Selection selection;
    private final SmallGroups groups;

    Retention(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable table() {
        ShownTable.Builder table = ShownTable.ofAccounts(
                "cohort_retention",
                ShownColumn.of("snapshot_before", Kind.TIME),
                ShownColumn.of("snapshot_after", Kind.TIME),
                ShownColumn.of("snapshot", Kind.TIME),
                ShownColumn.of("gained", Kind.FOLLOWERS),
                ShownColumn.of("kept", Kind.FOLLOWERS),
                ShownColumn.of("retention", Kind.SHARE),
                ShownColumn.of("age_days_low", Kind.NUMBER),
                ShownColumn.of("age_days_high", Kind.NUMBER));
        for (Row row : selection.rows(
                COHORT_RETENTION, "account", "direction", "snapshot_before", "snapshot_after", "snapshots_later")) {
            if (Cells.text(row, "direction").equals("followers")) {
                table.row(cells(selection.account(row.getAs("account")), row));
            }
        }
        return table.build()
                .regeneratedBy("select account, snapshot_before, snapshot_after, snapshot, gained, kept, retention,"
                        + " age_days_low, age_days_high from cohort_retention where direction = 'followers' and "
                        + selection.whereAccounts());
    }

    private Object[] cells(ComparedAccount account, Row row) {
        Long gained = Cells.count(row, "gained");
        Long kept = Cells.count(row, "kept");
        return new Object[] {
            account.account(),
            account.label(),
            Cells.time(row, "snapshot_before"),
            Cells.time(row, "snapshot_after"),
            Cells.time(row, "snapshot"),
            groups.count(gained),
            groups.figure(kept, kept, gained - kept),
            groups.figure(Cells.number(row, "retention"), kept, gained - kept),
            Cells.number(row, "age_days_low"),
            Cells.number(row, "age_days_high")
        };
    }
}
