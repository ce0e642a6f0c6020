package org.followerassay.graph;

import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Some thousand edges and seeds on their way to one task, as bytes: as rows, each would cost more than all of its rounds. */
final class SpreadParcel implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int TOGETHER = 1 << 13;

    private final byte[] edges;
    private final byte[] seeds;
    private final byte[] leastFans;

    private SpreadParcel(byte[] edges, byte[] seeds, byte[] leastFans) {
        this.edges = edges;
        this.seeds = seeds;
        this.leastFans = leastFans;
    }

    /** @param rows from, to, weight, least_fan: an edge, or a seed if to is null */
    static Iterator<SpreadParcel> of(Iterator<InternalRow> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public SpreadParcel next() {
                if (!rows.hasNext()) {
                    throw new NoSuchElementException();
                }
                return packed(rows);
            }
        };
    }

    private static SpreadParcel packed(Iterator<InternalRow> rows) {
        Pairs edges = new Pairs(TOGETHER);
        Pairs seeds = new Pairs(1 << 4);
        Pairs leastFans = new Pairs(1 << 4);
        for (int i = 0; i < TOGETHER && rows.hasNext(); i++) {
            InternalRow row = rows.next();
            if (!row.isNullAt(1)) {
                edges.add(row.getLong(0), row.getLong(1));
            } else {
                if (!row.isNullAt(2)) {
                    seeds.add(row.getLong(0), Double.doubleToRawLongBits(row.getDouble(2)));
                }
                if (!row.isNullAt(3)) {
                    leastFans.add(row.getLong(0), Double.doubleToRawLongBits(row.getDouble(3)));
                }
            }
        }
        return new SpreadParcel(edges.bytes(), seeds.bytes(), leastFans.bytes());
    }

    /** Adds what is in it: edges, and accounts with their weights and least fans as the bits of a double. */
    void unpack(Pairs allEdges, Pairs allSeeds, Pairs allLeastFans) {
        allEdges.addAll(edges);
        allSeeds.addAll(seeds);
        allLeastFans.addAll(leastFans);
    }
}
