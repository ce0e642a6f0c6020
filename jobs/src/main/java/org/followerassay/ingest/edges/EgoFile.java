package org.followerassay.ingest.edges;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;

/**
 * Reads one file of an ego network: the ties among its nodes, and a tie of the ego to each node, once a file.
 *
 * <p>A line that names no node for the first time, and holds no tie of its own, says nothing new: it becomes no row.
 */
final class EgoFile implements RowReader {
    private static final long serialVersionUID = 1L;

    /** An ego has thousands of nodes; beyond this many, one that appears again is staged again. */
    private static final int MOST_NODES = 1_000_000;

    /** What the lines of a file hold, in the order in which an ego's files are read. */
    enum Content {
        EDGES,
        CIRCLES,
        FEAT;

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String ego;
    private final Content content;
    private final boolean saysWhole;
    private final boolean reversed;

    /** @param saysWhole true if this is the file that says of the ego's list that it is whole */
    EgoFile(String ego, Content content, boolean saysWhole, boolean reversed) {
        this.ego = ego;
        this.content = content;
        this.saysWhole = saysWhole;
        this.reversed = reversed;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "account", "complete");
    }

    @Override
    public Records open(InputStream in, RowSink rows) {
        return new Network(new Lines(in), rows);
    }

    private final class Network implements Records {
        private final Lines lines;
        private final RowSink rows;
        private final Set<Long> told = new HashSet<>();
        private boolean isStaged;
        private boolean ended;

        Network(Lines lines, RowSink rows) {
            this.lines = lines;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            if (!lines.next()) {
                end();
                return false;
            }
            rows.record(lines::shownText);
            String line = lines.tooLong() ? null : lines.text();
            if (line == null) {
                RejectReason why = lines.tooLong() ? RejectReason.TOO_LONG : RejectReason.BAD_ENCODING;
                rows.reject(why, why.about());
            } else if (line.isBlank() || line.startsWith("#")) {
                rows.header();
            } else {
                isStaged = false;
                read(line);
            }
            return true;
        }

        private void end() {
            if (saysWhole && !ended && EdgeCells.number(ego, 0, ego.length()) >= 0) {
                rows.list()
                        .account("account", ego)
                        .text("direction", Owner.FOLLOWEES)
                        .flag("complete", true)
                        .keep();
            }
            ended = true;
        }

        private void read(String line) {
            int first = EdgeCells.begin(line, 0);
            int firstEnd = EdgeCells.end(line, first);
            switch (content) {
                case EDGES -> edge(line, first, firstEnd);
                case CIRCLES -> circle(line, firstEnd);
                case FEAT -> node(line, first, firstEnd);
            }
            if (!isStaged) {
                rows.other();
            }
        }

        private void edge(String line, int first, int firstEnd) {
            int second = EdgeCells.begin(line, firstEnd);
            int secondEnd = EdgeCells.end(line, second);
            if (EdgeCells.count(line) != 2) {
                rows.reject(RejectReason.WRONG_CELL_COUNT, "not 2 cells");
                isStaged = true;
                return;
            }
            String one = reversed ? "followee" : "follower";
            String other = reversed ? "follower" : "followee";
            EdgeCells.put(EdgeCells.put(rows.tie(), one, line, first, firstEnd), other, line, second, secondEnd)
                    .keep();
            isStaged = true;
            boolean isWhole =
                    EdgeCells.number(line, first, firstEnd) >= 0 && EdgeCells.number(line, second, secondEnd) >= 0;
            if (isWhole) {
                node(line, first, firstEnd);
                node(line, second, secondEnd);
            }
        }

        /** After the name of the circle come its members. */
        private void circle(String line, int nameEnd) {
            for (int at = EdgeCells.begin(line, nameEnd); at < line.length(); ) {
                int end = EdgeCells.end(line, at);
                node(line, at, end);
                at = EdgeCells.begin(line, end);
            }
        }

        private void node(String line, int begin, int end) {
            long node = EdgeCells.number(line, begin, end);
            boolean isTold = node >= 0 && (told.size() < MOST_NODES ? !told.add(node) : told.contains(node));
            if (isTold) {
                return;
            }
            EdgeCells.put(
                            rows.tie().account("follower", ego).text("direction", Owner.FOLLOWEES),
                            "followee",
                            line,
                            begin,
                            end)
                    .keep();
            isStaged = true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
