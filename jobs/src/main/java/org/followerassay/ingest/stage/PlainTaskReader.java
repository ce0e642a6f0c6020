package org.followerassay.ingest.stage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;

/**
 * Reads long lists of plain ties. Lines of two ids are taken as bytes; all others are left to the reader of the format, so
 * that both ways give the same rows.
 */
final class PlainTaskReader implements PartitionReader<InternalRow> {
    private final StagePlan plan;
    private final boolean tiesOnly;
    private final Iterator<Unit> units;
    private final Configuration hadoop;
    private final int follower;
    private final int followee;
    private final Deque<Object[]> ready = new ArrayDeque<>();
    private Unit unit;
    private LineReader reader;
    private PlainTies ties;
    private RowSink rows;
    private TieScanner scanner;
    private long end;
    private long headerLines;
    private long line;
    private Object[] values;

    PlainTaskReader(StagePlan plan, StagedSource.Task task, Configuration hadoop) {
        this.plan = plan;
        this.tiesOnly = plan.lane() == Lane.TIES;
        this.units = task.units().iterator();
        this.hadoop = hadoop;
        StagedColumns columns = plan.columns();
        this.follower = columns.names().indexOf("follower");
        this.followee = columns.names().indexOf("followee");
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            values = ready.poll();
            if (values != null) {
                return true;
            }
            if (scanner != null) {
                advance();
            } else if (units.hasNext()) {
                begin(units.next());
            } else {
                return false;
            }
        }
    }

    private void begin(Unit next) throws IOException {
        unit = next;
        reader = (LineReader) unit.reader();
        ties = (PlainTies) unit.reader();
        rows = new RowSink(plan.columns(), plan.ids(), unit.platform(), unit.owner(), unit.number());
        line = 0;
        try {
            boolean isFirst = unit.start() == 0;
            InputStream in =
                    isFirst ? unit.stretch().open(hadoop) : unit.stretch().openAt(unit.start() - 1, hadoop);
            scanner = new TieScanner(in);
            headerLines = isFirst ? reader.headerLines() : 0;
            boolean toTheEnd = unit.end() >= unit.stretch().bytes();
            end = toTheEnd ? Long.MAX_VALUE : unit.end() - unit.start() + (isFirst ? 0 : 1);
            if (!isFirst) {
                scanner.skipLine();
            }
        } catch (IOException damaged) {
            finish(String.valueOf(damaged.getMessage()));
        }
    }

    private void advance() throws IOException {
        try {
            TieScanner.Found found = scanner.next(end);
            if (found == TieScanner.Found.END) {
                finish(null);
                return;
            }
            line++;
            boolean plain = found == TieScanner.Found.TIE && line > headerLines && scanner.first() != scanner.second();
            if (plain && tiesOnly) {
                tie(scanner.first(), scanner.second());
            } else if (!plain || line % plan.every() == 1 || plan.every() == 1) {
                other();
            }
        } catch (IOException damaged) {
            finish(String.valueOf(damaged.getMessage()));
        }
    }

    private void tie(long one, long other) {
        long from = ties.reversed() ? other : one;
        long to = ties.reversed() ? one : other;
        ready.add(labelled(from, to));
        if (ties.undirected()) {
            ready.add(labelled(to, from));
        }
    }

    private Object[] labelled(long from, long to) {
        return new Object[] {plan.ranges().label(to, from), to, from};
    }

    /** Leaves a line to the reader of the format. */
    private void other() {
        reader.one(scanner.line(), scanner.tooLong(), line, headerLines, rows);
        for (Object[] row = rows.poll(); row != null; row = rows.poll()) {
            boolean isTie = row[2].equals(RowSink.ROW);
            if (!tiesOnly) {
                ready.add(row);
            } else if (isTie) {
                ready.add(labelled((Long) row[follower], (Long) row[followee]));
            }
        }
    }

    private void finish(String damage) throws IOException {
        if (!tiesOnly) {
            Object[] last = rows.end(damage);
            last[1] = line;
            ready.add(last);
        } else if (damage != null) {
            throw new IOException(unit.stretch().shown() + ": " + damage);
        }
        close();
    }

    @Override
    public InternalRow get() {
        if (tiesOnly) {
            return new GenericInternalRow(values);
        }
        Object[] row = new Object[values.length + 1];
        row[0] = unit.input();
        for (int i = 0; i < values.length; i++) {
            row[i + 1] = values[i] instanceof String text ? UTF8String.fromString(text) : values[i];
        }
        return new GenericInternalRow(row);
    }

    @Override
    public void close() throws IOException {
        if (scanner != null) {
            scanner.close();
            scanner = null;
        }
    }
}
