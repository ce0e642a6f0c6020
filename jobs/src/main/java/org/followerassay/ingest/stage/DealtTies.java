package org.followerassay.ingest.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.graph.Pairs;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;

/**
 * Reads blocks of a long list of plain ties and deals the ties out among ranges, many together as bytes. After each block
 * comes what it holds, in numbers.
 */
public final class DealtTies implements Iterator<Parcel> {
    /** Ties that wait for others of their range, over all ranges. */
    private static final int WAITING = 4 << 20;

    private static final int MOST_TOGETHER = 1 << 13;
    private static final int FEWEST_TOGETHER = 1 << 6;

    private final Iterator<Unit> units;
    private final StagedColumns columns;
    private final Ids ids;
    private final Configuration hadoop;
    private final Ranges ranges;
    private final Pairs[] waiting;
    private final int together;
    private final int follower;
    private final int followee;
    private final Deque<Parcel> ready = new ArrayDeque<>();
    private PlainRecords records;
    private UnitVerdicts verdicts;
    private boolean undirected;

    public DealtTies(List<Unit> units, StagedColumns columns, Ids ids, Ranges ranges, Configuration hadoop) {
        this.units = units.iterator();
        this.columns = columns;
        this.ids = ids;
        this.hadoop = hadoop;
        this.ranges = ranges;
        this.waiting = new Pairs[ranges.count()];
        this.together = Math.max(FEWEST_TOGETHER, Math.min(MOST_TOGETHER, WAITING / ranges.count()));
        this.follower = columns.names().indexOf("follower");
        this.followee = columns.names().indexOf("followee");
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && (records != null || units.hasNext())) {
            if (records == null) {
                Unit unit = units.next();
                undirected = ((PlainTies) unit.reader()).undirected();
                verdicts = new UnitVerdicts(unit.number());
                records = new PlainRecords(unit, columns, ids, hadoop);
            }
            goOn();
            if (records == null && !units.hasNext()) {
                sendAll();
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Parcel next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    /** Reads until something can be sent. */
    private void goOn() {
        while (ready.isEmpty()) {
            PlainRecords.Found found = records.next();
            if (found == PlainRecords.Found.TIE) {
                tie(records.follower(), records.followee());
            } else if (found == PlainRecords.Found.ROWS) {
                for (Object[] row = records.poll(); row != null; row = records.poll()) {
                    verdicts.row(row);
                    if (row[2].equals(RowSink.ROW)) {
                        deal((Long) row[follower], (Long) row[followee]);
                    }
                }
            } else {
                endUnit();
                return;
            }
        }
    }

    private void tie(long from, long to) {
        deal(from, to);
        if (undirected) {
            deal(to, from);
        }
    }

    private void deal(long from, long to) {
        verdicts.tie(from, to);
        int range = ranges.of(to, from);
        Pairs ties = waiting[range];
        if (ties == null) {
            ties = new Pairs(together);
            waiting[range] = ties;
        }
        ties.add(to, from);
        if (ties.count() == together) {
            send(range);
        }
    }

    private void send(int range) {
        ready.add(new Parcel(Parcel.Kind.TIES, range, waiting[range].bytes()));
        waiting[range].clear();
    }

    private void sendAll() {
        for (int range = 0; range < waiting.length; range++) {
            if (waiting[range] != null && waiting[range].count() > 0) {
                send(range);
            }
        }
    }

    private void endUnit() {
        verdicts.end(records.line(), records.damage());
        ready.add(Parcel.of(Parcel.Kind.VERDICTS, 0, verdicts));
        try {
            records.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        records = null;
    }
}
