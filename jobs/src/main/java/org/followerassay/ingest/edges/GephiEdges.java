package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.followerassay.ingest.format.CsvReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** Reads Gephi's table of edges. */
final class GephiEdges extends CsvReader {
    private static final long serialVersionUID = 1L;

    private final int cells;
    private final int source;
    private final int target;
    private final int type;
    private final int weight;
    private final int since;
    private final boolean reversed;

    GephiEdges(char separator, List<String> headers, boolean reversed) {
        super(separator, 1);
        List<String> lower = headers.stream()
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.cells = headers.size();
        this.source = lower.indexOf("source");
        this.target = lower.indexOf("target");
        this.type = lower.indexOf("type");
        this.weight = lower.indexOf("weight");
        this.since = lower.stream()
                .filter(NodeFacts::isSince)
                .findFirst()
                .map(lower::indexOf)
                .orElse(-1);
        this.reversed = reversed;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "followed_at");
    }

    @Override
    protected void row(List<String> row, RowSink rows) {
        if (row.size() != cells) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, row.size() + " cells instead of " + cells);
            return;
        }
        String ends = type < 0 ? "" : row.get(type).strip().toLowerCase(Locale.ROOT);
        if (!List.of("", "directed", "undirected", "mutual").contains(ends)) {
            rows.reject(RejectReason.BAD_WORD, "Type is neither Directed nor Undirected");
            return;
        }
        String strength = weight < 0 ? "" : row.get(weight).strip();
        if (strength.startsWith("-") || strength.matches("0+([.]0*)?")) {
            rows.reject(RejectReason.NOT_A_TIE, "Weight is 0 or less");
            return;
        }
        String from = row.get(reversed ? target : source).strip();
        String to = row.get(reversed ? source : target).strip();
        String time = since < 0 ? "" : first(row.get(since));
        tie(rows.tie(), from, to, time);
        boolean isBoth = ends.equals("undirected") || ends.equals("mutual");
        if (isBoth && !from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            tie(rows.tie(), to, from, time);
        }
    }

    private static void tie(StagedRow row, String follower, String followee, String time) {
        NodeFacts.put(NodeFacts.put(row, "follower", follower), "followee", followee)
                .time("followed_at", time)
                .keep();
    }

    /** Gephi writes several times in one cell, as <[2026-01-01, 2026-02-01]>. */
    private static String first(String cell) {
        return cell.strip().replaceAll("^<\\[|\\]>$", "").split("[,;]", 2)[0].strip();
    }
}
