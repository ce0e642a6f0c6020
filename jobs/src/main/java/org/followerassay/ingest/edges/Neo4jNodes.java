package org.followerassay.ingest.edges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** Reads nodes for Neo4j that are labelled as accounts and have an attribute that we know. */
final class Neo4jNodes extends LineReader {
    private static final long serialVersionUID = 1L;

    private final CellSplitter splitter;
    private final Neo4jHeader header;
    private final LinkedHashMap<Integer, NodeFacts.Fact> facts = new LinkedHashMap<>();

    Neo4jNodes(CellSplitter splitter, Neo4jHeader header) {
        super(1);
        this.splitter = splitter;
        this.header = header;
        for (int place = 0; place < header.names().size(); place++) {
            NodeFacts.Fact fact = NodeFacts.of(header.names().get(place));
            boolean isTold = facts.values().stream().anyMatch(other -> other.equals(fact));
            if (fact != null && !isTold && place != header.place("ID")) {
                facts.put(place, fact);
            }
        }
    }

    @Override
    public Set<String> columns() {
        return NodeFacts.columns(facts.values());
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> row = splitter.cells(line);
        if (row == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else if (row.size() != header.types().size()) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT,
                    row.size() + " cells instead of " + header.types().size());
        } else if (!isAccount(row) || facts.isEmpty()) {
            rows.other();
        } else {
            StagedRow profile = NodeFacts.put(rows.profile(), "account", row.get(header.place("ID")));
            facts.forEach((place, fact) -> profile.cell(fact.column(), fact.kind(), row.get(place)));
            profile.keep();
        }
    }

    private boolean isAccount(List<String> row) {
        int label = header.place("LABEL");
        return label < 0
                ? Neo4jHeader.isAccounts(header.space("ID"))
                : Stream.of(row.get(label).split(";")).anyMatch(Neo4jHeader::isAccounts);
    }
}
