package org.followerassay.ingest.format;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a line into cells: a separator, or any run of blanks, and double quotes that end on their line.
 *
 * <p>Written here because Spark's own CSV reader drops and repairs lines without saying so.
 */
public record CellSplitter(char separator) implements Serializable {
    /** The cells, or null if a quote stays open or text follows a closed one. */
    public List<String> cells(String line) {
        return separator == ' ' ? runs(line) : separated(line);
    }

    /** How a line leaves the cell that it ends in. */
    enum End {
        WHOLE,
        WITHIN_QUOTES,
        DAMAGED
    }

    /** @param quoted true if the line goes on with a quoted cell of the line before */
    End endOf(String line, boolean quoted) {
        boolean within = quoted;
        int at = 0;
        while (true) {
            if (!within) {
                int begin = afterBlanks(line, at);
                int next = line.indexOf(separator, at);
                within = begin < line.length() && line.charAt(begin) == '"';
                at = within ? begin + 1 : next < 0 ? line.length() : next;
            }
            if (within) {
                int close = closing(line, at);
                if (close < 0) {
                    return End.WITHIN_QUOTES;
                }
                at = afterBlanks(line, close + 1);
                if (at < line.length() && line.charAt(at) != separator) {
                    return End.DAMAGED;
                }
                within = false;
            }
            if (at >= line.length()) {
                return End.WHOLE;
            }
            at++;
        }
    }

    /** The place of the quote that ends a cell, or -1. */
    private static int closing(String line, int from) {
        int quote = line.indexOf('"', from);
        while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quote = line.indexOf('"', quote + 2);
        }
        return quote;
    }

    private int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ' && separator != ' ') {
            at++;
        }
        return at;
    }

    /** The separator of a header: tab, comma, semicolon or, failing these, blanks. */
    public static CellSplitter of(String header) {
        for (char separator : new char[] {'\t', ',', ';'}) {
            if (header.indexOf(separator) >= 0) {
                return new CellSplitter(separator);
            }
        }
        return new CellSplitter(header.strip().indexOf(' ') >= 0 ? ' ' : ',');
    }

    private static List<String> runs(String line) {
        List<String> cells = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            char here = i < line.length() ? line.charAt(i) : ' ';
            boolean between = here == ' ' || here == '\t' || here == ',';
            if (between && start >= 0) {
                cells.add(line.substring(start, i));
                start = -1;
            } else if (!between && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    private List<String> separated(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int begin = at;
            while (begin < line.length() && line.charAt(begin) == ' ' && separator != ' ') {
                begin++;
            }
            if (begin < line.length() && line.charAt(begin) == '"') {
                StringBuilder cell = new StringBuilder();
                at = quoted(line, begin + 1, cell);
                if (at < 0) {
                    return null;
                }
                cells.add(cell.toString());
            } else {
                int end = line.indexOf(separator, at);
                end = end < 0 ? line.length() : end;
                cells.add(line.substring(at, end));
                at = end;
            }
            if (at >= line.length()) {
                return cells;
            }
            at++;
        }
    }

    /** Reads a quoted cell; returns the place of the separator or end after it, or -1. */
    private int quoted(String line, int from, StringBuilder cell) {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            cell.append(line, at, quote);
            if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
                cell.append('"');
                at = quote + 2;
                continue;
            }
            int end = quote + 1;
            while (end < line.length() && line.charAt(end) == ' ' && separator != ' ') {
                end++;
            }
            return end == line.length() || line.charAt(end) == separator ? end : -1;
        }
    }
}
