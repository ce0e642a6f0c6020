package org.followerassay.ingest.stage;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.format.Words;

/** Reads the units of a task one after the other. */
final class TaskReader implements PartitionReader<InternalRow> {
    private static final int MOST_WORDS = 1_000;

    private final Iterator<Unit> units;
    private final StagedColumns columns;
    private final Ids ids;
    private final Configuration hadoop;
    private final Map<String, UTF8String> words = new HashMap<>();
    private Unit unit;
    private RowSink rows;
    private InputStream in;
    private RowReader.Records records;
    private Object[] values;

    TaskReader(List<Unit> units, StagedColumns columns, Ids ids, Configuration hadoop) {
        this.units = units.iterator();
        this.columns = columns;
        this.ids = ids;
        this.hadoop = hadoop;
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if (rows != null) {
                values = rows.poll();
                if (values != null) {
                    return true;
                }
            }
            if (records != null) {
                values = read();
                if (values != null) {
                    return true;
                }
            } else if (units.hasNext()) {
                unit = units.next();
                rows = new RowSink(columns, ids, unit.platform(), unit.owner(), unit.number());
                values = begin();
                if (values != null) {
                    return true;
                }
            } else {
                return false;
            }
        }
    }

    /** Opens the unit; its last row, if that already fails. */
    private Object[] begin() throws IOException {
        try {
            if (unit.start() == 0) {
                in = unit.stretch().open(hadoop);
                records = unit.end() < unit.stretch().bytes() && unit.reader() instanceof LineReader text
                        ? text.records(new Lines(in), text.headerLines(), unit.end(), rows)
                        : unit.reader().open(in, rows);
            } else {
                LineReader text = (LineReader) unit.reader();
                in = unit.stretch().openAt(unit.start() - 1, hadoop);
                Lines fromTheByteBefore = new Lines(in);
                fromTheByteBefore.next();
                records = text.records(fromTheByteBefore, 0, unit.end() - unit.start() + 1, rows);
            }
            return null;
        } catch (IOException damaged) {
            return end(Words.why(damaged));
        }
    }

    /** Reads one record; the unit's last row if there was none. */
    private Object[] read() throws IOException {
        try {
            return records.next() ? null : ended();
        } catch (IOException damaged) {
            return end(Words.why(damaged));
        }
    }

    /** After the last record a reader may have left rows: these come first, then the unit's last row. */
    private Object[] ended() throws IOException {
        Object[] left = rows.poll();
        return left == null ? end(null) : left;
    }

    private Object[] end(String damage) throws IOException {
        Object[] last = rows.end(damage);
        close();
        return last;
    }

    @Override
    public InternalRow get() {
        Object[] row = new Object[values.length + 1];
        row[0] = unit.input();
        for (int i = 0; i < values.length; i++) {
            row[i + 1] = values[i] instanceof String text ? utf8(text) : values[i];
        }
        return new GenericInternalRow(row);
    }

    /** Most texts are one of a few words. */
    private UTF8String utf8(String text) {
        UTF8String known = words.get(text);
        if (known == null) {
            known = UTF8String.fromString(text);
            if (words.size() < MOST_WORDS && text.length() < 16) {
                words.put(text, known);
            }
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        RowReader.Records open = records;
        InputStream opened = in;
        records = null;
        in = null;
        if (open != null) {
            open.close();
        }
        if (opened != null) {
            opened.close();
        }
    }
}
