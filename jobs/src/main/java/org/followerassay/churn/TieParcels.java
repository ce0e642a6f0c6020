package org.followerassay.churn;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Ties of pairs of lists put together by the thousand, one row for those that are compared in the same place.
 *
 * <p>A typed function and not columns, since a shuffle and an aggregation of single ties take most of the time of a ledger. What
 * goes through the shuffle are some hundred rows of plain numbers.
 *
 * @param ofFollowers whether the lists are of followers
 * @param places among which ties are spread by their hash, so that a celebrity's list is compared in all of them
 * @param width numbers of a tie: its ends, or those and its place and time
 */
record TieParcels(boolean ofFollowers, int places, int width) implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** Stands for a place or a time that is not known. */
    static final long UNKNOWN = Long.MIN_VALUE;

    static final StructType SCHEMA = new StructType()
            .add("place", DataTypes.IntegerType)
            .add("of_followers", DataTypes.BooleanType)
            .add("before", DataTypes.LongType)
            .add("after", DataTypes.LongType)
            .add("is_later", DataTypes.BooleanType)
            .add("ties", DataTypes.BinaryType);

    /** Columns before the place and the time of a tie: owner, other, before, after, is_later. */
    private static final int ENDS_AND_SIDE = 5;

    /** Ties that a task holds before it sends them on: 16 to 32 MB. */
    private static final int HELD = 1 << 20;

    /** What a parcel's ties have in common: the pair's snapshots, and which of its lists shows them. */
    private record Side(long before, long after, boolean isLater) {}

    /** Of two times, the earlier one that is known. */
    static long earlier(long one, long other) {
        return one == UNKNOWN || other == UNKNOWN ? Math.max(one, other) : Math.min(one, other);
    }

    /** Bits that depend on all bits of both ends (the finalizer of MurmurHash3). */
    static long mixed(long owner, long other) {
        long bits = owner * 0x9E3779B97F4A7C15L ^ other;
        bits = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        bits = (bits ^ bits >>> 33) * 0xC4CEB9FE1A85EC53L;
        return bits ^ bits >>> 33;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> ties) {
        return new Parcels(ties);
    }

    private final class Parcels implements Iterator<Row> {
        private final Iterator<Row> ties;
        private final Map<Side, Numbers[]> held = new HashMap<>();
        private final Deque<Row> ready = new ArrayDeque<>();

        Parcels(Iterator<Row> ties) {
            this.ties = ties;
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty()) {
                gather();
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

        /** Ties of one list come in a row, mostly, so that the side is looked up once for many. */
        private void gather() {
            Side side = null;
            Numbers[] spread = null;
            for (int count = 0; count < HELD && ties.hasNext(); count++) {
                Row tie = ties.next();
                long before = tie.getLong(2);
                long after = tie.getLong(3);
                boolean isLater = tie.getBoolean(4);
                boolean isSame =
                        side != null && side.before == before && side.after == after && side.isLater == isLater;
                if (!isSame) {
                    side = new Side(before, after, isLater);
                    spread = held.computeIfAbsent(side, unseen -> new Numbers[places]);
                }
                put(tie, spread);
            }
            held.forEach(this::send);
            held.clear();
        }

        private void put(Row tie, Numbers[] spread) {
            long owner = tie.getLong(0);
            long other = tie.getLong(1);
            int place = (int) ((mixed(owner, other) >>> 40) % places);
            if (spread[place] == null) {
                spread[place] = new Numbers();
            }
            Numbers numbers = spread[place];
            numbers.add(owner);
            numbers.add(other);
            for (int column = 2; column < width; column++) {
                int field = column + ENDS_AND_SIDE - 2;
                numbers.add(tie.isNullAt(field) ? UNKNOWN : tie.getLong(field));
            }
        }

        private void send(Side side, Numbers[] spread) {
            for (int place = 0; place < places; place++) {
                if (spread[place] != null) {
                    ready.add(RowFactory.create(
                            place, ofFollowers, side.before, side.after, side.isLater, spread[place].bytes()));
                }
            }
        }
    }

    private static final class Numbers {
        private long[] numbers = new long[8];
        private int count;

        void add(long number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
            bytes.asLongBuffer().put(numbers, 0, count);
            return bytes.array();
        }
    }
}
