package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/** A comparison for a terminal: points with accounts side by side, overlaps, and what can be said of each account. */
public final class ComparisonText {
    /** Accounts that fit a line of a terminal; more are set below each other. */
    private static final int WIDEST = 4;

    public static String of(Inputs tables, Manifest manifest, ReportRequest request) {
        Selection selection = Selection.of(tables, request);
        AllTables all = AllTables.read(selection, manifest, request);
        StringBuilder text = new StringBuilder();
        List<ComparedAccount> accounts = selection.accounts();
        for (int from = 0; from < accounts.size(); from += WIDEST) {
            text.append(points(all, accounts, from)).append("\n");
        }
        text.append(Messages.of("text.places")).append("\n\n").append(overlaps(all));
        statements(text, selection, all);
        text.append(Messages.of("caveat")).append("\n");
        unsaid(text, all);
        return text.toString();
    }

    private static String points(AllTables all, List<ComparedAccount> accounts, int from) {
        int to = Math.min(accounts.size(), from + WIDEST);
        TextColumns lines = new TextColumns();
        List<String> head = new ArrayList<>(List.of(""));
        accounts.subList(from, to).forEach(account -> head.add(account.label()));
        head.add(Messages.of("points.order"));
        lines.add(head);
        String topic = "";
        for (SideBySide.Line line : all.compared().lines()) {
            if (!line.topic().equals(topic)) {
                topic = line.topic();
                lines.add(List.of(line.topicLabel()));
            }
            List<String> cells = new ArrayList<>(List.of("  " + line.label()));
            line.cells().subList(from, to).forEach(cell -> cells.add(cell.text()));
            cells.add(line.order());
            lines.add(cells);
        }
        return lines.text();
    }

    private static String overlaps(AllTables all) {
        ShownTable overlaps = all.compared().overlaps();
        TextColumns lines = new TextColumns();
        lines.add(List.of(
                overlaps.caption(),
                "",
                Messages.of("column.shared_followers"),
                Messages.of("column.smaller_share"),
                Messages.of("column.jaccard")));
        Line.of(overlaps)
                .forEach(pair -> lines.add(List.of(
                        "  " + pair.text("handle"),
                        pair.text("other_handle"),
                        pair.text("shared_followers"),
                        pair.text("smaller_share"),
                        pair.text("jaccard"))));
        return lines.text() + "\n";
    }

    private static void statements(StringBuilder text, Selection selection, AllTables all) {
        ShownTable statements = Statements.table(selection, all);
        for (ComparedAccount account : selection.accounts()) {
            text.append(account.label()).append("\n");
            Line.of(statements.of(account))
                    .forEach(one ->
                            text.append("  ").append(one.text("statement")).append("\n"));
            text.append("\n");
        }
    }

    /** Signatures that could not look, and lists that are not whole. */
    private static void unsaid(StringBuilder text, AllTables all) {
        Line.of(all.signatureRuns())
                .filter(run -> !run.text("ran").equals("yes"))
                .forEach(run -> text.append(Messages.of(
                                "text.not_run",
                                Messages.orName("signature", run.text("signature")),
                                run.text("reason")))
                        .append("\n"));
        Line.of(all.incompleteLists())
                .forEach(list -> text.append(Messages.of(
                                "text.not_whole", list.text("handle"), list.text("snapshot"), list.text("reason")))
                        .append("\n"));
    }

    private ComparisonText() {}
}
