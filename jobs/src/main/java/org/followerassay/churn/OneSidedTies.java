package org.followerassay.churn;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The ties of each place and pair of snapshots that only one side shows, from parcels sorted by all of these.
 *
 * <p>Holds the ties of one place and pair at a time.
 *
 * @param width numbers of a tie, as in its parcel
 */
record OneSidedTies(int width) implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = new StructType()
            .add("of_followers", DataTypes.BooleanType)
            .add("before", DataTypes.LongType)
            .add("after", DataTypes.LongType)
            .add("account", DataTypes.LongType)
            .add("other", DataTypes.LongType)
            .add("there_after", DataTypes.BooleanType)
            .add("position", DataTypes.LongType)
            .add("followed_at", DataTypes.LongType);

    @Override
    public Iterator<Row> call(Iterator<Row> parcels) {
        return new Compared(parcels);
    }

    private static boolean sameGroup(Row one, Row other) {
        return one.getInt(0) == other.getInt(0)
                && one.getBoolean(1) == other.getBoolean(1)
                && one.getLong(2) == other.getLong(2)
                && one.getLong(3) == other.getLong(3);
    }

    private final class Compared implements Iterator<Row> {
        private final Iterator<Row> parcels;
        private final TieSet ties = new TieSet(width);
        private final long[] tie = new long[width];
        private final Deque<Row> ready = new ArrayDeque<>();
        private Row next;

        Compared(Iterator<Row> parcels) {
            this.parcels = parcels;
            this.next = parcels.hasNext() ? parcels.next() : null;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next != null) {
                compare();
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.poll();
        }

        private void compare() {
            Row first = next;
            ties.clear();
            while (next != null && sameGroup(first, next)) {
                unpack(next);
                next = parcels.hasNext() ? parcels.next() : null;
            }
            ties.forEachOneSided(slot -> ready.add(change(first, slot)));
        }

        private void unpack(Row parcel) {
            LongBuffer numbers = ByteBuffer.wrap(parcel.<byte[]>getAs(5)).asLongBuffer();
            while (numbers.hasRemaining()) {
                numbers.get(tie);
                ties.add(tie, parcel.getBoolean(4));
            }
        }

        private Row change(Row pair, int slot) {
            return RowFactory.create(
                    pair.getBoolean(1),
                    pair.getLong(2),
                    pair.getLong(3),
                    ties.number(0, slot),
                    ties.number(1, slot),
                    ties.isThereAfter(slot),
                    known(2, slot),
                    known(3, slot));
        }

        private Long known(int column, int slot) {
            long number = column < width ? ties.number(column, slot) : TieParcels.UNKNOWN;
            return number == TieParcels.UNKNOWN ? null : (Long) number;
        }
    }
}
