package org.followerassay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.Rejection;

/**
 * The staged rows of one unit of text, line by line; damage becomes a last row instead of a failed task.
 *
 * <p>{@code headerLine} is the number of the line that names the columns, 0 if there is none.
 */
final class StagedLines implements Iterator<Row> {
    private final int unit;
    private final Unit from;
    private final RowParser parser;
    private final StagedRows rows;
    private final long headerLine;
    private final Lines lines;
    private long line;
    private long read;
    private String damage;
    private boolean over;

    StagedLines(int unit, Unit from, RowParser parser, StagedRows rows, long headerLine, Configuration hadoop) {
        this.unit = unit;
        this.from = from;
        this.parser = parser;
        this.rows = rows;
        this.headerLine = headerLine;
        this.line = from.linesBefore();
        Lines opened = new Lines(InputStream.nullInputStream());
        try {
            opened = open(hadoop);
        } catch (IOException unreadable) {
            damage = unreadable.getMessage();
        }
        this.lines = opened;
    }

    private Lines open(Configuration hadoop) throws IOException {
        Path path = new Path(from.path());
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        if (from.start() == 0) {
            return new Lines(from.compression().open(in));
        }
        in.seek(from.start() - 1);
        Lines fromTheByteBefore = new Lines(in);
        fromTheByteBefore.next();
        return fromTheByteBefore;
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public Row next() {
        if (over) {
            throw new NoSuchElementException();
        }
        try {
            if (damage == null && lines.next() && positionOfLine() < from.end()) {
                line++;
                read++;
                return staged();
            }
        } catch (IOException unreadable) {
            damage = String.valueOf(unreadable.getMessage());
        }
        return last();
    }

    private long positionOfLine() {
        return from.start() == 0 ? lines.start() : from.start() - 1 + lines.start();
    }

    private Row staged() {
        if (lines.tooLong()) {
            return rejected(RejectReason.TOO_LONG);
        }
        String text = lines.text();
        if (text == null) {
            return rejected(RejectReason.BAD_ENCODING);
        }
        return line == headerLine || text.isBlank() ? rows.header(unit, line) : parser.parse(unit, line, text);
    }

    private Row rejected(RejectReason reason) {
        return rows.rejected(unit, line, new Rejection(reason, reason.about()), lines.rawText());
    }

    private Row last() {
        over = true;
        try {
            lines.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        return damage == null ? rows.end(unit, read) : rows.damaged(unit, read, damage);
    }
}
