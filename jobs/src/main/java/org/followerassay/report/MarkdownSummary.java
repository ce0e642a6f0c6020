package org.followerassay.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report for a mail or a ticket: its sentences and its first tables, in Markdown.
 *
 * <p>Texts that strangers chose are escaped, so that a name is neither a link nor markup where the text is pasted.
 */
final class MarkdownSummary {
    /** Tables that make a summary; the others are named on the page. */
    private static final List<String> TABLES = List.of(
            "statements",
            "comparison",
            "arrival_estimates",
            "overlaps",
            "cover",
            "key_numbers",
            "bought_shares",
            "churn_league",
            "rank_quarters",
            "rank_agreement",
            "benchmark_shares",
            "changes");

    /** Rows of a table in a summary; the twins hold all. */
    private static final int MOST_ROWS = 20;

    static byte[] of(ReportHead head, List<ShownTable> tables) {
        StringBuilder text = new StringBuilder("# " + escaped(head.title()) + "\n\n");
        head.summary().forEach(sentence -> text.append(escaped(sentence)).append("\n\n"));
        text.append("> ").append(Messages.of("caveat")).append("\n");
        tables.stream()
                .filter(table -> TABLES.contains(table.name()) && !table.isEmpty())
                .forEach(table -> add(text, table));
        text.append("\n")
                .append(Messages.of("markdown.more", ReportFolder.HTML))
                .append("\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(StringBuilder text, ShownTable table) {
        boolean named = table.isNamed();
        int first = named ? 1 : 0;
        List<ShownColumn> columns =
                table.columns().subList(first, table.columns().size());
        text.append("\n## ").append(table.caption()).append("\n\n");
        text.append(line(columns.stream().map(ShownColumn::label).toList()));
        text.append(line(columns.stream()
                .map(column -> column.isNumber() ? "--:" : "---")
                .toList()));
        for (List<Object> row :
                table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
            List<Object> cells = row.subList(first, row.size());
            text.append(line(IntStream.range(0, cells.size())
                    .mapToObj(i -> cell(columns.get(i).kind(), cells.get(i)))
                    .toList()));
        }
        if (table.rows().size() > MOST_ROWS) {
            text.append("\n")
                    .append(Messages.of("markdown.rows", table.rows().size()))
                    .append("\n");
        }
    }

    private static String cell(Kind kind, Object value) {
        String text = escaped(Format.cell(kind, value));
        return value instanceof Measured measured && measured.hasBounds()
                ? text + " (" + Format.bounds(kind, measured.low(), measured.high()) + ")"
                : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A text without anything that Markdown or HTML inside of it would take for its own. */
    static String escaped(String text) {
        return text.replaceAll("[\\r\\n]+", " ")
                .replaceAll("([\\\\`*_{}\\[\\]#!|~$@])", "\\\\$1")
                .replaceAll("://|(?i)(?<=www)\\.", "\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private MarkdownSummary() {}
}
