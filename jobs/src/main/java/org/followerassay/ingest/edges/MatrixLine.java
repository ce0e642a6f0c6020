package org.followerassay.ingest.edges;

import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Words;

/** Reads the entries of a matrix, {@code row column [value]}, as ties. */
final class MatrixLine extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final Pattern NONE = Pattern.compile("-.*|[+]?0+(?:\\.0*)?(?:[eE].*)?");
    private static final int MOST_CELLS = 3;

    private final long accounts;
    private final boolean reversed;
    private final boolean symmetric;

    /** @param headerLines up to and including the line of sizes */
    MatrixLine(long headerLines, long accounts, boolean reversed, boolean symmetric) {
        super(headerLines);
        this.accounts = accounts;
        this.reversed = reversed;
        this.symmetric = symmetric;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee");
    }

    @Override
    protected void line(String line, RowSink rows) {
        int first = EdgeCells.begin(line, 0);
        if (first < line.length() && line.charAt(first) == '%') {
            rows.header();
            return;
        }
        int firstEnd = EdgeCells.end(line, first);
        int second = EdgeCells.begin(line, firstEnd);
        int secondEnd = EdgeCells.end(line, second);
        int third = EdgeCells.begin(line, secondEnd);
        long row = EdgeCells.number(line, first, firstEnd);
        long column = EdgeCells.number(line, second, secondEnd);
        if (second == line.length() || EdgeCells.count(line) > MOST_CELLS) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT, Words.count(EdgeCells.count(line), "cell") + " instead of 2 or 3");
        } else if (!isWithin(row) || !isWithin(column)) {
            rows.reject(RejectReason.BAD_ID, "a number is not between 1 and " + accounts + ", the size of the matrix");
        } else if (third < line.length()
                && NONE.matcher(line.substring(third, EdgeCells.end(line, third)))
                        .matches()) {
            rows.reject(RejectReason.NOT_A_TIE, "its value is 0 or less");
        } else {
            tie(reversed ? column : row, reversed ? row : column, rows);
            if (symmetric && row != column) {
                tie(reversed ? row : column, reversed ? column : row, rows);
            }
        }
    }

    private boolean isWithin(long number) {
        return number >= 1 && number <= accounts;
    }

    private static void tie(long follower, long followee, RowSink rows) {
        rows.tie().account("follower", follower).account("followee", followee).keep();
    }
}
