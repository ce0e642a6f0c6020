package org.followerassay.ingest.series;

import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/** One follow a line: the follower, the account that is followed, and since when. */
final class GhTorrentLines extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final CellSplitter COMMAS = new CellSplitter(',');

    GhTorrentLines() {
        super(0);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "followed_at");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = COMMAS.cells(line);
        if (cells == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else if (cells.size() != 3) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, cells.size() + " cells where the table has 3");
        } else {
            rows.tie()
                    .account("follower", cells.get(0))
                    .account("followee", cells.get(1))
                    .time("followed_at", cells.get(2))
                    .keep();
        }
    }
}
