package org.followerassay.ingest.research;

import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/**
 * Lines of profiles: id, created at, collected at, followees, followers, posts, length of the name, length of the bio.
 *
 * <p>The times carry no zone and are taken as UTC.
 */
final class HoneypotAccounts extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final int CELLS = 8;

    HoneypotAccounts() {
        super(0);
    }

    static boolean isOne(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        return cells.size() == CELLS && TwitterId.isOne(cells.get(0)) && TwitterId.isOne(cells.get(CELLS - 1));
    }

    @Override
    public Set<String> columns() {
        return Set.of("account", "snapshot", "created_at", "posts", "followers", "followees", "has_bio");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != CELLS) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, "the line has " + cells.size() + " cells, not " + CELLS);
            return;
        }
        TwitterId.into(rows.profile(), "account", cells.get(0))
                .requiredTime("created_at", cells.get(1))
                .requiredTime("snapshot", cells.get(2))
                .count("followees", cells.get(3))
                .count("followers", cells.get(4))
                .count("posts", cells.get(5))
                .cell("has_bio", CellKind.ABOVE_ZERO, cells.get(7))
                .keep();
    }
}
