package org.followerassay.report;

import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;

import org.followerassay.flow.Inputs;

/** What an edition says of its own method: what signatures find where there is nothing, and which of them ran. */
final class EditionChecks {
    private static final int MOST_ROWS = 200;

    private final Inputs tables;

    EditionChecks(Inputs tables) {
        this.tables = tables;
    }

    ShownTable placebo() {
        ShownTable.Builder table = ShownTable.named(
                "placebo",
                ShownColumn.of("signature", Kind.TEXT),
                ShownColumn.of("placebo", Kind.CODE),
                ShownColumn.of("ties", Kind.COUNT),
                ShownColumn.of("matched_share", Kind.SHARE),
                ShownColumn.of("matched_share_high", Kind.SHARE));
        tables.of(PLACEBO)
                .orderBy("signature", "placebo")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Messages.orName("signature", Cells.text(row, "signature")),
                        Cells.text(row, "placebo"),
                        Cells.count(row, "ties"),
                        Cells.number(row, "matched_share"),
                        Cells.number(row, "matched_share_high")));
        return table.build()
                .regeneratedBy(
                        "select signature, placebo, ties, matched_share, matched_share_high from placebo order by"
                                + " signature, placebo limit " + MOST_ROWS);
    }

    /** A remark with a number in it may count few accounts, and stays in the warehouse. */
    ShownTable signatureRuns() {
        ShownTable.Builder table = ShownTable.named(
                "signature_runs",
                ShownColumn.of("signature", Kind.CODE),
                ShownColumn.of("question", Kind.TEXT),
                ShownColumn.of("ran", Kind.TEXT),
                ShownColumn.of("reason", Kind.TEXT));
        tables.of(SIGNATURE_RUNS)
                .orderBy("signature")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> {
                    String reason = Cells.text(row, "reason");
                    table.row(
                            Cells.text(row, "signature"),
                            Cells.text(row, "question"),
                            Cells.text(row, "ran"),
                            reason.matches(".*[0-9].*") ? "" : reason);
                });
        return table.build()
                .regeneratedBy(
                        "select signature, question, ran, case when reason rlike '[0-9]' then '' else reason end as"
                                + " reason from signature_runs order by signature limit " + MOST_ROWS);
    }
}
