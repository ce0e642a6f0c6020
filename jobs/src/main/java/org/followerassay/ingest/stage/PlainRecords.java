package org.followerassay.ingest.stage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;

/**
 * Goes through the lines of one block of a long list of plain ties. Lines of two ids are taken as bytes; all others are
 * left to the reader of the format, so that both ways give the same rows.
 */
final class PlainRecords implements Closeable {
    enum Found {
        TIE,
        ROWS,
        END
    }

    private final Unit unit;
    private final LineReader reader;
    private final boolean reversed;
    private final RowSink rows;
    private TieScanner scanner;
    private long end;
    private long headerLines;
    private long line;
    private String damage;

    PlainRecords(Unit unit, StagedColumns columns, Ids ids, Configuration hadoop) {
        this.unit = unit;
        this.reader = (LineReader) unit.reader();
        this.reversed = ((PlainTies) unit.reader()).reversed();
        this.rows = new RowSink(columns, ids, unit.platform(), unit.owner(), unit.number());
        try {
            begin(hadoop);
        } catch (IOException damaged) {
            damage = String.valueOf(damaged.getMessage());
        }
    }

    private void begin(Configuration hadoop) throws IOException {
        boolean isFirst = unit.start() == 0;
        InputStream in = isFirst ? unit.stretch().open(hadoop) : unit.stretch().openAt(unit.start() - 1, hadoop);
        scanner = new TieScanner(in);
        headerLines = isFirst ? reader.headerLines() : 0;
        boolean toTheEnd = unit.end() >= unit.stretch().bytes();
        end = toTheEnd ? Long.MAX_VALUE : unit.end() - unit.start() + (isFirst ? 0 : 1);
        if (!isFirst) {
            scanner.skipLine();
        }
    }

    /** A tie of two different ids, rows that wait in {@link #poll}, or the end, where the file may be damaged. */
    Found next() {
        if (damage != null) {
            return Found.END;
        }
        try {
            TieScanner.Found found = scanner.next(end);
            if (found == TieScanner.Found.END) {
                return Found.END;
            }
            line++;
            if (found == TieScanner.Found.TIE && line > headerLines && scanner.first() != scanner.second()) {
                return Found.TIE;
            }
            reader.one(scanner.line(), scanner.tooLong(), line, headerLines, rows);
            return Found.ROWS;
        } catch (IOException damaged) {
            damage = String.valueOf(damaged.getMessage());
            return Found.END;
        }
    }

    long follower() {
        return reversed ? scanner.second() : scanner.first();
    }

    long followee() {
        return reversed ? scanner.first() : scanner.second();
    }

    /** The next row that the reader of the format made of the line, or null. */
    Object[] poll() {
        return rows.poll();
    }

    /** Number of the line at hand in its block, counted from 1; at the end, how many there were. */
    long line() {
        return line;
    }

    /** Why the block can't be read to its end, or null. */
    String damage() {
        return damage;
    }

    /** The row after the last record. */
    Object[] end() {
        Object[] last = rows.end(damage);
        last[1] = line;
        return last;
    }

    @Override
    public void close() throws IOException {
        if (scanner != null) {
            scanner.close();
        }
    }
}
