package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/** Reads relationships for Neo4j; those that are no follows among accounts are of another kind. */
final class Neo4jRelationships extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final Set<String> FOLLOWS = Set.of("FOLLOWS", "FOLLOW", "FOLLOWING", "IS_FOLLOWING");

    private final CellSplitter splitter;
    private final int cells;
    private final int follower;
    private final int followee;
    private final int type;
    private final int since;
    private final boolean sameSpace;

    Neo4jRelationships(CellSplitter splitter, Neo4jHeader header, boolean reversed) {
        super(1);
        this.splitter = splitter;
        this.cells = header.types().size();
        this.follower = header.place(reversed ? "END_ID" : "START_ID");
        this.followee = header.place(reversed ? "START_ID" : "END_ID");
        this.type = header.place("TYPE");
        this.since = header.names().stream()
                .filter(NodeFacts::isSince)
                .findFirst()
                .map(header.names()::indexOf)
                .orElse(-1);
        this.sameSpace = header.space("START_ID").equals(header.space("END_ID"));
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "followed_at");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> row = splitter.cells(line);
        if (row == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else if (row.size() != cells) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, row.size() + " cells instead of " + cells);
        } else if (!sameSpace || !isFollow(row)) {
            rows.other();
        } else {
            NodeFacts.put(NodeFacts.put(rows.tie(), "follower", row.get(follower)), "followee", row.get(followee))
                    .time("followed_at", since < 0 ? "" : row.get(since))
                    .keep();
        }
    }

    private boolean isFollow(List<String> row) {
        return type < 0 || FOLLOWS.contains(row.get(type).strip().toUpperCase(Locale.ROOT));
    }
}
