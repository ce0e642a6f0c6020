package org.followerassay.ingest.edges;

import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.Rejection;
import org.followerassay.ingest.format.StagedRow;

/**
 * Where the cells of a line of numbers begin and end; any run of blanks, tabs and commas parts them.
 *
 * <p>Edge lists have 10^8 lines and more, so that a line is gone through once, and nothing is allocated for it.
 */
public final class EdgeCells {
    private static final int LONGEST_ID = 19;

    /** The place of the first character of the next cell, or the length of the line. */
    public static int begin(String line, int from) {
        int at = from;
        while (at < line.length() && isBetween(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The place after the last character of the cell that begins here. */
    public static int end(String line, int begin) {
        int at = begin;
        while (at < line.length() && !isBetween(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The decimal id in a cell, or -1 if it is none: a name, more than 19 digits, or with zeros before it. */
    public static long number(String line, int begin, int end) {
        int length = end - begin;
        if (length == 0 || length > LONGEST_ID || (length > 1 && line.charAt(begin) == '0')) {
            return -1;
        }
        long number = 0;
        for (int at = begin; at < end; at++) {
            int digit = line.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number < 0 ? -1 : number;
    }

    public static boolean isComment(String line) {
        int first = begin(line, 0);
        return first < line.length() && (line.charAt(first) == '#' || line.charAt(first) == '%');
    }

    /** How many cells the line has. */
    static int count(String line) {
        int cells = 0;
        for (int at = begin(line, 0); at < line.length(); at = begin(line, end(line, at))) {
            cells++;
        }
        return cells;
    }

    /** The cell at a place, from 0, or an empty text if there is none. */
    static String cell(String line, int place) {
        int at = begin(line, 0);
        for (int i = 0; i < place; i++) {
            at = begin(line, end(line, at));
        }
        return line.substring(at, end(line, at));
    }

    /** Puts the account in a cell at one end of a row; of what is no id, the row says so. */
    static StagedRow put(StagedRow row, String column, String line, int begin, int end) {
        long number = number(line, begin, end);
        if (number >= 0) {
            return row.account(column, number);
        }
        Rejection wrong = Rejection.of(RejectReason.BAD_ID, column, line.substring(begin, end), "is not an id");
        return row.reject(wrong.reason(), wrong.explanation());
    }

    private static boolean isBetween(char here) {
        return here == ' ' || here == '\t' || here == ',';
    }

    private EdgeCells() {}
}
