package org.followerassay.ingest.research;

import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** Lines of edge.csv: each is a piece of its source's followees or followers, or no tie at all (post, like, own …). */
final class TwiBot22Edges extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final CellSplitter COMMA = new CellSplitter(',');

    TwiBot22Edges() {
        super(1);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = COMMA.cells(line);
        if (cells == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
            return;
        }
        if (cells.size() != 3) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, "the line has " + cells.size() + " cells, not 3");
            return;
        }
        switch (cells.get(1).strip()) {
            case "following" -> tie(Owner.FOLLOWEES, cells, rows);
            case "followers" -> tie(Owner.FOLLOWERS, cells, rows);
            case "" -> rows.reject(RejectReason.MISSING_CELL, "relation is missing");
            default -> rows.other();
        }
    }

    private static void tie(String direction, List<String> cells, RowSink rows) {
        StagedRow tie = account(rows.tie(), Owner.ownEnd(direction), cells.get(0));
        account(tie, Owner.otherEnd(direction), cells.get(2))
                .text("direction", direction)
                .keep();
    }

    /** An id without the u that tells accounts from tweets (t), lists (l) and hashtags. */
    private static StagedRow account(StagedRow row, String column, String text) {
        String id = text.strip();
        return id.isEmpty() || id.startsWith("u")
                ? TwitterId.into(row, column, id.isEmpty() ? id : id.substring(1))
                : row.reject(RejectReason.BAD_ID, column + " is not an account's id, which begins with u");
    }
}
