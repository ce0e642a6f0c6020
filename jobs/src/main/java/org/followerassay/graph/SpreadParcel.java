package org.followerassay.graph;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Some thousand edges and seeds on their way to a task, as bytes: as rows, each would cost more than all of its rounds. */
final class SpreadParcel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Edges in a parcel, unless those that a task has open at once would be more than a million. */
    private static final int TOGETHER = 1 << 13;

    private static final int OPEN = 1 << 20;

    private final byte[] edges;
    private final byte[] seeds;
    private final byte[] leastFans;

    private SpreadParcel(byte[] edges, byte[] seeds, byte[] leastFans) {
        this.edges = edges;
        this.seeds = seeds;
        this.leastFans = leastFans;
    }

    /**
     * Parcels for each part that an account is in by {@link SpreadPart#partOf}: its edges, and what is said of it.
     *
     * @param rows from, to, weight, least_fan: an edge, or a seed if to is null
     */
    static Iterator<Tuple2<Integer, SpreadParcel>> of(Iterator<InternalRow> rows, int parts) {
        return new Packing(rows, parts);
    }

    private static final class Packing implements Iterator<Tuple2<Integer, SpreadParcel>> {
        private final Iterator<InternalRow> rows;
        private final Open[] open;
        private final int together;
        private final Deque<Tuple2<Integer, SpreadParcel>> ready = new ArrayDeque<>();

        Packing(Iterator<InternalRow> rows, int parts) {
            this.rows = rows;
            this.open = new Open[parts];
            this.together = Math.min(TOGETHER, OPEN / parts);
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                take(rows.next());
            }
            if (ready.isEmpty()) {
                for (int part = 0; part < open.length; part++) {
                    close(part);
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public Tuple2<Integer, SpreadParcel> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void take(InternalRow row) {
            int part = SpreadPart.partOf(row.getLong(0), open.length);
            if (open[part] == null) {
                open[part] = new Open();
            }
            open[part].add(row);
            if (open[part].count() >= together) {
                close(part);
            }
        }

        private void close(int part) {
            if (open[part] != null && open[part].count() > 0) {
                ready.add(new Tuple2<>(part, open[part].packed()));
            }
        }
    }

    /** One that is being filled. */
    private static final class Open {
        private final Pairs edges = new Pairs(1 << 6);
        private final Pairs seeds = new Pairs(1 << 4);
        private final Pairs leastFans = new Pairs(1 << 4);

        void add(InternalRow row) {
            if (!row.isNullAt(1)) {
                edges.add(row.getLong(0), row.getLong(1));
                return;
            }
            if (!row.isNullAt(2)) {
                seeds.add(row.getLong(0), Double.doubleToRawLongBits(row.getDouble(2)));
            }
            if (!row.isNullAt(3)) {
                leastFans.add(row.getLong(0), Double.doubleToRawLongBits(row.getDouble(3)));
            }
        }

        int count() {
            return edges.count() + seeds.count() + leastFans.count();
        }

        SpreadParcel packed() {
            SpreadParcel parcel = new SpreadParcel(edges.bytes(), seeds.bytes(), leastFans.bytes());
            edges.clear();
            seeds.clear();
            leastFans.clear();
            return parcel;
        }
    }

    /** Adds what is in it: edges, and accounts with their weights and least fans as the bits of a double. */
    void unpack(Pairs allEdges, Pairs allSeeds, Pairs allLeastFans) {
        allEdges.addAll(edges);
        allSeeds.addAll(seeds);
        allLeastFans.addAll(leastFans);
    }
}
