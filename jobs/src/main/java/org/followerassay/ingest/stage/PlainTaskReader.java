package org.followerassay.ingest.stage;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads of long lists of plain ties all records that are none: what {@link TaskReader} would say of them. */
final class PlainTaskReader implements PartitionReader<InternalRow> {
    private final StagePlan plan;
    private final Iterator<Unit> units;
    private final Configuration hadoop;
    private final Deque<Object[]> ready = new ArrayDeque<>();
    private Unit unit;
    private PlainRecords records;
    private Object[] values;

    PlainTaskReader(StagePlan plan, StagedSource.Task task, Configuration hadoop) {
        this.plan = plan;
        this.units = task.units().iterator();
        this.hadoop = hadoop;
    }

    @Override
    public boolean next() throws IOException {
        values = ready.poll();
        while (values == null && (records != null || units.hasNext())) {
            if (records == null) {
                unit = units.next();
                records = new PlainRecords(unit, plan.columns(), plan.ids(), hadoop);
            }
            advance();
            values = ready.poll();
        }
        return values != null;
    }

    private void advance() throws IOException {
        PlainRecords.Found found = records.next();
        while (found == PlainRecords.Found.TIE) {
            found = records.next();
        }
        if (found == PlainRecords.Found.END) {
            ready.add(records.end());
            close();
            return;
        }
        for (Object[] row = records.poll(); row != null; row = records.poll()) {
            ready.add(row);
        }
    }

    @Override
    public InternalRow get() {
        Object[] row = new Object[values.length + 1];
        row[0] = unit.input();
        for (int i = 0; i < values.length; i++) {
            row[i + 1] = values[i] instanceof String text ? UTF8String.fromString(text) : values[i];
        }
        return new GenericInternalRow(row);
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
            records = null;
        }
    }
}
