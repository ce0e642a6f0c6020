package org.followerassay.ingest.edges;

import java.util.Set;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/**
 * Reads one tie per line from its first two cells. Further cells are not read, but a third that is negative says that the
 * pair is no tie: removed, or distrusted.
 */
public final class EdgeLine extends LineReader implements PlainTies {
    private static final long serialVersionUID = 1L;

    private final boolean reversed;
    private final boolean undirected;
    private final boolean named;

    /**
     * @param headerLines lines up to and including the one that states the counts
     * @param reversed true if the first account is the one that is followed
     * @param undirected true if each line stands for a tie in either direction
     * @param named true if accounts may be names, too; otherwise a word among numbers is rejected
     */
    EdgeLine(long headerLines, boolean reversed, boolean undirected, boolean named) {
        super(headerLines);
        this.reversed = reversed;
        this.undirected = undirected;
        this.named = named;
    }

    @Override
    public boolean reversed() {
        return reversed;
    }

    @Override
    public boolean undirected() {
        return undirected;
    }

    @Override
    public boolean named() {
        return named;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee");
    }

    @Override
    protected void line(String line, RowSink rows) {
        if (EdgeCells.isComment(line)) {
            rows.header();
            return;
        }
        int first = EdgeCells.begin(line, 0);
        int firstEnd = EdgeCells.end(line, first);
        int second = EdgeCells.begin(line, firstEnd);
        int secondEnd = EdgeCells.end(line, second);
        int third = EdgeCells.begin(line, secondEnd);
        if (second == line.length()) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, "fewer than 2 cells");
        } else if (third < line.length() && line.charAt(third) == '-') {
            rows.reject(RejectReason.NOT_A_TIE, "its third cell is negative: the tie was removed, or says distrust");
        } else if (reversed) {
            ties(line, second, secondEnd, first, firstEnd, rows);
        } else {
            ties(line, first, firstEnd, second, secondEnd, rows);
        }
    }

    private void ties(String line, int follower, int followerEnd, int followee, int followeeEnd, RowSink rows) {
        tie(line, follower, followerEnd, followee, followeeEnd, rows);
        if (undirected
                && isAccount(line, follower, followerEnd)
                && isAccount(line, followee, followeeEnd)
                && !isSame(line, follower, followerEnd, followee, followeeEnd)) {
            tie(line, followee, followeeEnd, follower, followerEnd, rows);
        }
    }

    private void tie(String line, int follower, int followerEnd, int followee, int followeeEnd, RowSink rows) {
        StagedRow row = put(rows.tie(), "follower", line, follower, followerEnd);
        put(row, "followee", line, followee, followeeEnd).keep();
    }

    private StagedRow put(StagedRow row, String column, String line, int begin, int end) {
        return named && EdgeCells.number(line, begin, end) < 0
                ? row.account(column, line.substring(begin, end))
                : EdgeCells.put(row, column, line, begin, end);
    }

    /** True if the tie can be turned round without rejecting it a second time. */
    private boolean isAccount(String line, int begin, int end) {
        char first = line.charAt(begin);
        return EdgeCells.number(line, begin, end) >= 0
                || (named && (Character.isLetter(first) || first == '_' || first == '@'));
    }

    private static boolean isSame(String line, int one, int oneEnd, int other, int otherEnd) {
        return oneEnd - one == otherEnd - other && line.regionMatches(one, line, other, oneEnd - one);
    }
}
