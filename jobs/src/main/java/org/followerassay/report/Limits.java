package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What the data cannot say: signatures that did not run, lists that are not whole, pairs that can't be compared. */
final class Limits {
    private static final List<String> RAN = List.of("no", "partly", "yes");
    private static final int MOST_SIGNATURES = 500;

    private final Selection selection;
    private final SmallGroups groups;

    Limits(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable signatureRuns() {
        ShownTable.Builder table = ShownTable.named(
                "signature_runs",
                ShownColumn.of("signature", Kind.CODE),
                ShownColumn.of("question", Kind.TEXT),
                ShownColumn.of("needs", Kind.TEXT),
                ShownColumn.of("ran", Kind.TEXT),
                ShownColumn.of("reason", Kind.TEXT));
        selection.tables().of(SIGNATURE_RUNS).orderBy("signature").limit(MOST_SIGNATURES).collectAsList().stream()
                .sorted(Comparator.comparingInt(row -> RAN.indexOf(Cells.text(row, "ran"))))
                .forEach(row -> table.row(
                        Cells.text(row, "signature"),
                        Cells.text(row, "question"),
                        Cells.text(row, "needs"),
                        Cells.text(row, "ran"),
                        Cells.text(row, "reason")));
        return table.build().regeneratedBy("select signature, question, needs, ran, reason from signature_runs");
    }

    ShownTable incompleteLists() {
        ShownTable.Builder table = ShownTable.named(
                "incomplete_lists",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("snapshot", Kind.TIME),
                ShownColumn.of("direction", Kind.TEXT),
                ShownColumn.of("listed", Kind.FOLLOWERS),
                ShownColumn.of("stated", Kind.FOLLOWERS),
                ShownColumn.of("reason", Kind.TEXT));
        for (Row row : selection.rows(COVERAGE, "account", "snapshot", "direction")) {
            if (!Cells.flag(row, "complete")) {
                ComparedAccount account = selection.account(row.getAs("account"));
                table.row(
                        account.account(),
                        account.label(),
                        Cells.time(row, "snapshot"),
                        Cells.text(row, "direction"),
                        groups.count(Cells.count(row, "listed")),
                        groups.count(Cells.count(row, "stated")),
                        Cells.text(row, "reason"));
            }
        }
        return table.build()
                .regeneratedBy(
                        "select account, snapshot, direction, listed, stated, reason from coverage where not complete and "
                                + selection.whereAccounts());
    }

    ShownTable unusablePairs() {
        ShownTable.Builder table = ShownTable.named(
                "unusable_pairs",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("direction", Kind.TEXT),
                ShownColumn.of("snapshot_before", Kind.TIME),
                ShownColumn.of("snapshot_after", Kind.TIME),
                ShownColumn.of("days", Kind.NUMBER),
                ShownColumn.of("reason", Kind.TEXT));
        for (Row row : selection.rows(SNAPSHOT_PAIRS, "account", "direction", "snapshot_before", "snapshot_after")) {
            if (!Cells.flag(row, "usable")) {
                ComparedAccount account = selection.account(row.getAs("account"));
                table.row(
                        account.account(),
                        account.label(),
                        Cells.text(row, "direction"),
                        Cells.time(row, "snapshot_before"),
                        Cells.time(row, "snapshot_after"),
                        Cells.number(row, "days"),
                        Cells.text(row, "reason"));
            }
        }
        return table.build()
                .regeneratedBy(
                        "select account, direction, snapshot_before, snapshot_after, days, reason from snapshot_pairs"
                                + " where not usable and " + selection.whereAccounts());
    }

    /** What the signatures say of their own error, measured on a shuffled copy. */
    List<String> placeboRemarks() {
        return selection
                .tables()
                .of(SIGNATURE_RUNS)
                .where(col("reason").contains("placebo"))
                .orderBy("signature")
                .limit(MOST_SIGNATURES)
                .collectAsList()
                .stream()
                .map(row ->
                        Messages.orName("signature", Cells.text(row, "signature")) + ": " + Cells.text(row, "reason"))
                .toList();
    }
}
