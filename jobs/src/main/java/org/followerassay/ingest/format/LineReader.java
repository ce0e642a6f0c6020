package org.followerassay.ingest.format;

import java.io.InputStream;

/** Reads a text in which each line is a record of its own. Long files are read in blocks, side by side. */
public abstract class LineReader implements RowReader {
    private static final long serialVersionUID = 1L;

    private final long headerLines;

    /** @param headerLines lines at the beginning that are no records, whatever they look like */
    protected LineReader(long headerLines) {
        this.headerLines = headerLines;
    }

    /** Says what one line is; it is not blank, and the record has begun. */
    protected abstract void line(String line, RowSink rows);

    public final long headerLines() {
        return headerLines;
    }

    @Override
    public final Records open(InputStream in, RowSink rows) {
        return records(new Lines(in), headerLines, Long.MAX_VALUE, rows);
    }

    /** The records of a block: the lines that begin before {@code end}, counted from where the stream was opened. */
    public final Records records(Lines lines, long headerLines, long end, RowSink rows) {
        return () -> {
            if (!lines.next() || lines.start() >= end) {
                return false;
            }
            String text = lines.tooLong() ? null : lines.text();
            rows.record(lines::shownText);
            read(text, lines.tooLong(), headerLines, rows);
            return true;
        };
    }

    /** Says what a single line is, which a faster reader has left; it counts as line number {@code line}. */
    public final void one(byte[] bytes, boolean tooLong, long line, long headerLines, RowSink rows) {
        String text = tooLong ? null : Lines.decoded(bytes, 0, bytes.length, line == 1);
        rows.recordAt(line, () -> text == null ? Lines.raw(bytes, bytes.length) : text);
        read(text, tooLong, headerLines, rows);
    }

    private void read(String text, boolean tooLong, long headerLines, RowSink rows) {
        if (tooLong) {
            rows.reject(RejectReason.TOO_LONG, RejectReason.TOO_LONG.about());
        } else if (text == null) {
            rows.reject(RejectReason.BAD_ENCODING, RejectReason.BAD_ENCODING.about());
        } else if (rows.line() <= headerLines || text.isBlank()) {
            rows.header();
        } else {
            line(text, rows);
        }
    }
}
