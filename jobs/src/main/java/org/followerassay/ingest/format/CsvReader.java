package org.followerassay.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads a table of cells in which a quoted cell may go on over several lines. One task reads the whole file; where each
 * line is a row of its own, a {@link LineReader} reads long files faster.
 *
 * <p>A quote that is never closed costs its own line only: the lines after it are read as if it were not there.
 */
public abstract class CsvReader implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 1_000;

    private final char separator;
    private final long headerLines;

    /** @param headerLines lines at the beginning that are no rows, whatever they look like */
    protected CsvReader(char separator, long headerLines) {
        this.separator = separator;
        this.headerLines = headerLines;
    }

    /** Says what one row is; the record has begun. */
    protected abstract void row(List<String> cells, RowSink rows);

    @Override
    public final Records open(InputStream in, RowSink rows) {
        return new Table(new Lines(in), rows);
    }

    private record Line(long number, String text, String problem) {}

    private final class Table implements Records {
        private final Lines lines;
        private final RowSink rows;
        private final CellSplitter splitter = new CellSplitter(separator);
        private final Deque<Line> ahead = new ArrayDeque<>();
        private long read;

        Table(Lines lines, RowSink rows) {
            this.lines = lines;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            Line line = ahead.isEmpty() ? fetch() : ahead.poll();
            if (line == null) {
                return false;
            }
            String text = line.text();
            rows.recordAt(line.number(), () -> text);
            if (line.problem() != null) {
                RejectReason reason = RejectReason.valueOf(line.problem());
                rows.reject(reason, reason.about());
            } else if (line.number() <= headerLines || text.isBlank()) {
                rows.header();
            } else {
                whole(text);
            }
            return true;
        }

        private void whole(String text) throws IOException {
            List<String> cells = splitter.cells(text);
            if (cells == null) {
                cells = continued(text);
            }
            if (cells == null) {
                rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
            } else {
                row(cells, rows);
            }
        }

        /**
         * The cells of a line with those that it goes on in, or null with all of them still ahead. Each line is looked at
         * once and joined once, so that a file of nothing but quotes takes no longer than another.
         */
        private List<String> continued(String text) throws IOException {
            StringBuilder joined = new StringBuilder(text);
            Deque<Line> taken = new ArrayDeque<>();
            CellSplitter.End end = splitter.endOf(text, false);
            while (end == CellSplitter.End.WITHIN_QUOTES
                    && taken.size() < MOST_LINES
                    && joined.length() < Lines.LONGEST) {
                Line more = ahead.isEmpty() ? fetch() : ahead.poll();
                if (more == null) {
                    break;
                }
                taken.add(more);
                if (more.problem() != null) {
                    break;
                }
                joined.append('\n').append(more.text());
                end = splitter.endOf(more.text(), true);
            }
            List<String> cells = end == CellSplitter.End.WHOLE ? splitter.cells(joined.toString()) : null;
            while (cells == null && !taken.isEmpty()) {
                ahead.addFirst(taken.pollLast());
            }
            return cells;
        }

        private Line fetch() throws IOException {
            if (!lines.next()) {
                return null;
            }
            read++;
            String text = lines.tooLong() ? null : lines.text();
            if (text != null) {
                return new Line(read, text, null);
            }
            RejectReason problem = lines.tooLong() ? RejectReason.TOO_LONG : RejectReason.BAD_ENCODING;
            return new Line(read, lines.rawText(), problem.name());
        }
    }
}
