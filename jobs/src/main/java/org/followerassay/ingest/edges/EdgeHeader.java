package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Entry;

/**
 * What the beginning of an edge list says of the whole.
 *
 * @param comments the comment lines before the first tie, as one lower-case text
 * @param headerLines lines up to and including one that holds counts in place of a tie; otherwise 0
 * @param ties as the header counts them
 * @param accounts as the header counts them
 * @param tie the first line that holds a tie, or null if there is none
 */
record EdgeHeader(String comments, long headerLines, OptionalLong ties, OptionalLong accounts, String tie) {
    private static final Pattern NODES = Pattern.compile("(?:nodes|vertices):?\\s*([0-9][0-9,]{0,17})");
    private static final Pattern EDGES = Pattern.compile("(?:edges|arcs|links):?\\s*([0-9][0-9,]{0,17})");

    /** A shortest line is "1 2" and its end; a longest holds two ids of 19 digits, blank and line end. */
    private static final int SHORTEST_LINE = 4;

    private static final int LONGEST_LINE = 42;
    private static final int STRONGEST_PACKING = 20;

    static EdgeHeader of(Entry entry, List<String> lines) {
        String comments = String.join(
                        " ", lines.stream().takeWhile(EdgeHeader::isNoTie).toList())
                .toLowerCase(Locale.ROOT);
        int first = lines.size()
                - (int) lines.stream().dropWhile(EdgeHeader::isNoTie).count();
        String tie = first < lines.size() ? lines.get(first) : null;
        OptionalLong ties = stated(EDGES, comments);
        OptionalLong accounts = stated(NODES, comments);
        if (tie == null || !holdsCounts(entry, lines, first)) {
            return new EdgeHeader(comments, 0, ties, accounts, tie);
        }
        String next = lines.stream()
                .skip(first + 1L)
                .filter(line -> !isNoTie(line))
                .findFirst()
                .orElse(null);
        return new EdgeHeader(comments, first + 1L, number(tie, 1, ties), number(tie, 0, accounts), next);
    }

    /** True if the first line that is no comment holds one number, or the numbers of accounts and ties. */
    private static boolean holdsCounts(Entry entry, List<String> lines, int first) {
        String line = lines.get(first);
        int cells = EdgeCells.count(line);
        if (cells == 1) {
            return number(line, 0, OptionalLong.empty()).isPresent();
        }
        List<String> after =
                lines.stream().skip(first + 1L).filter(next -> !isNoTie(next)).toList();
        if (cells != 2 || after.isEmpty()) {
            return false;
        }
        long accounts = number(line, 0, OptionalLong.empty()).orElse(-1);
        long ties = number(line, 1, OptionalLong.empty()).orElse(-1);
        boolean isWhole = FirstLines.isWhole(entry) && after.size() == lines.size() - first - 1 && lines.size() < 200;
        boolean fits = isWhole ? ties == after.size() : fits(ties, entry);
        return fits && after.stream().allMatch(next -> isWithin(next, accounts));
    }

    /** True if a file of that size can hold so many lines. */
    private static boolean fits(long ties, Entry entry) {
        boolean isPacked = entry.stretch().compression() != Compression.NONE;
        long most = entry.bytes() * (isPacked ? STRONGEST_PACKING : 1) / SHORTEST_LINE;
        return ties >= entry.bytes() / LONGEST_LINE && ties <= most;
    }

    private static boolean isWithin(String line, long accounts) {
        return number(line, 0, OptionalLong.empty()).orElse(Long.MAX_VALUE) <= accounts
                && number(line, 1, OptionalLong.empty()).orElse(Long.MAX_VALUE) <= accounts;
    }

    private static OptionalLong number(String line, int place, OptionalLong otherwise) {
        String cell = EdgeCells.cell(line, place);
        long number = EdgeCells.number(cell, 0, cell.length());
        return number < 0 ? otherwise : OptionalLong.of(number);
    }

    private static boolean isNoTie(String line) {
        return line.isBlank() || EdgeCells.isComment(line);
    }

    private static OptionalLong stated(Pattern what, String comments) {
        Matcher number = what.matcher(comments);
        return number.find() ? OptionalLong.of(Long.parseLong(number.group(1).replace(",", ""))) : OptionalLong.empty();
    }
}
