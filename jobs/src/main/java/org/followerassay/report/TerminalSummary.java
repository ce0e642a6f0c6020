package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** The compared accounts in a few lines for a terminal: size beside quality, and the weightiest finding. */
public final class TerminalSummary {
    /** Rows that fit a terminal beside a prompt. */
    private static final int MOST_LINES = 10;

    private static final List<Kind> KINDS =
            List.of(Kind.TEXT, Kind.FOLLOWERS, Kind.RANK, Kind.RANK, Kind.SHARE, Kind.TEXT);

    public static String of(Inputs tables, ReportRequest request) {
        Selection selection = Selection.of(tables, request);
        SmallGroups groups = new SmallGroups(request.minGroup());
        ComparisonTables comparison = new ComparisonTables(selection, groups);
        List<Row> findings = selection.findings();
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("account", "followers", "rank", "by_attention", "in_lots", "finding").stream()
                .map(column -> Messages.of("terminal." + column))
                .toList());
        selection.accounts().stream()
                .limit(MOST_LINES)
                .map(account -> line(account, comparison, FindingTable.newestOf(account, findings)))
                .forEach(lines::add);
        int left = selection.accounts().size() - MOST_LINES;
        return aligned(lines) + (left > 0 ? Messages.of("terminal.more", left) + "\n" : "");
    }

    private static List<String> line(ComparedAccount account, ComparisonTables comparison, List<Row> findings) {
        String finding = findings.isEmpty()
                ? ""
                : Messages.orName("signature", Cells.text(findings.get(0), "signature")) + " ("
                        + Cells.text(findings.get(0), "tier") + ")";
        return List.of(
                account.label(),
                Format.cell(Kind.FOLLOWERS, comparison.shown(account, "followers")),
                Format.cell(Kind.RANK, comparison.value(account, "rank_by_followers")),
                Format.cell(Kind.RANK, comparison.value(account, "rank_by_attention")),
                Format.cell(Kind.SHARE, comparison.shown(account, "lot_followers_share")),
                Format.cell(Kind.TEXT, finding));
    }

    private static String aligned(List<List<String>> lines) {
        int[] widths = new int[KINDS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - length(line.get(i)));
            text.append(KINDS.get(i).isNumber() ? space + line.get(i) : line.get(i) + space)
                    .append("  ");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private TerminalSummary() {}
}
