package org.followerassay.report;

import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.COHORT_RETENTION;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<Pair> few = pairsThatFewLeft();
        List<Row> rows = selection.rows(
                COHORT_RETENTION, "account", "direction", "snapshot_before", "snapshot_after", "snapshots_later");
        for (Row row : rows) {
            if (Cells.text(row, "direction").equals("followers")) {
                table.row(cells(selection.account(row.getAs("account")), row, few.contains(Pair.of(row))));
            }
        }
        return table.build()
                .regeneratedBy("select account, snapshot_before, snapshot_after, snapshot, gained, kept, retention,"
                        + " age_days_low, age_days_high from cohort_retention where direction = 'followers' and "
                        + selection.whereAccounts())
                .leavingOut(Selection.leftOut(rows.stream()
                        .filter(row -> Cells.text(row, "direction").equals("followers"))
                        .toList()));
    }

    /** Two neighbouring lists of an account. */
    private record Pair(long account, Instant before, Instant after) {
        static Pair of(Row row) {
            return new Pair(
                    row.getAs("account"), Cells.time(row, "snapshot_before"), Cells.time(row, "snapshot_after"));
        }
    }

    /** Who left in their time could be worked out from who came and from the sizes of the lists. */
    private Set<Pair> pairsThatFewLeft() {
        return selection.rows(CHURN, "account", "snapshot_before", "snapshot_after").stream()
                .filter(row -> Cells.text(row, "direction").equals("followers"))
                .filter(row -> groups.hides(Cells.count(row, "lost")))
                .map(Pair::of)
                .collect(Collectors.toSet());
    }

    private Object[] cells(ComparedAccount account, Row row, boolean fewLeft) {
        Hidden withLost = new Hidden(groups.smallest(), false);
        Long gained = Cells.count(row, "gained");
        Long kept = Cells.count(row, "kept");
        return new Object[] {
            account.account(),
            account.label(),
            Cells.time(row, "snapshot_before"),
            Cells.time(row, "snapshot_after"),
            Cells.time(row, "snapshot"),
            fewLeft ? withLost : groups.count(gained),
            fewLeft ? withLost : groups.figure(kept, kept, gained - kept),
            fewLeft ? withLost : groups.figure(Cells.number(row, "retention"), kept, gained - kept),
            Cells.number(row, "age_days_low"),
            Cells.number(row, "age_days_high")
        };
    }
}
