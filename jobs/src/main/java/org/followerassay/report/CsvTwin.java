package org.followerassay.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shown table as CSV after RFC 4180: plain numbers, UTC times, quoted texts, and no cell that a spreadsheet would run. */
final class CsvTwin {
    /** A formula at the start of a text, or where another separator than ours would start a cell; quotes may enclose it. */
    private static final Pattern FORMULA = Pattern.compile("(^|[;|,])([\\p{Z}\\p{C}\"]*)(?=[=+\\-@＝＋－＠])");

    static byte[] of(ShownTable table) {
        return Stream.concat(
                        Stream.of(table.twinColumns().stream()
                                .map(ShownColumn::name)
                                .toList()),
                        table.twinRows().stream()
                                .map(row -> row.stream().map(CsvTwin::cell).toList()))
                .map(cells -> String.join(",", cells) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof String text
                ? text.isEmpty() ? "" : "\"" + harmless(text).replace("\"", "\"\"") + "\""
                : value.toString();
    }

    /**
     * A text that no spreadsheet takes for a formula, whichever separator it splits at: what starts like one, after spaces
     * too, gets an apostrophe; a line break becomes a space, since each line of a cell counts as a start in some of them.
     */
    static String harmless(String text) {
        boolean startsWithTab = text.startsWith("\t") || text.startsWith("\r");
        String line = text.replaceAll("[\\r\\n\\t]+", " ");
        String safe = FORMULA.matcher(line).replaceAll("$1'$2");
        return startsWithTab && !safe.startsWith("'") ? "'" + safe : safe;
    }

    private CsvTwin() {}
}
