package org.followerassay.ingest.research;

import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** Lines of followers.csv or friends.csv: the source follows the target, in either file. */
final class CresciTies extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final CellSplitter COMMA = new CellSplitter(',');

    private final String direction;
    private final int source;
    private final int target;
    private final int cells;

    /** @param direction of which list the file's ties are pieces */
    CresciTies(String direction, int source, int target, int cells) {
        super(1);
        this.direction = direction;
        this.source = source;
        this.target = target;
        this.cells = cells;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> row = COMMA.cells(line);
        if (row == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else if (row.size() != cells) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, "the line has " + row.size() + " cells, the header " + cells);
        } else {
            StagedRow tie = TwitterId.into(rows.tie(), "follower", row.get(source));
            TwitterId.into(tie, "followee", row.get(target))
                    .text("direction", direction)
                    .keep();
        }
    }
}
