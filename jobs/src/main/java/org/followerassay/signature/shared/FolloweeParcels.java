package org.followerassay.signature.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Whom each follower follows, as bytes for the tasks that count pairs: each task gets the lists in which it has an account to
 * count for, from that account on.
 *
 * <p>A list is its stratum, its length, its first number, and how far the next is from each. An account's task is its number
 * modulo the number of tasks, so that those with small numbers, which begin most pairs, are dealt to all.
 */
final class FolloweeParcels implements Iterator<Tuple2<Integer, byte[]>> {
    /** Of all parcels that a task fills at once, and of one. */
    private static final int BYTES_OF_ALL = 16 << 20;

    private static final int MOST_BYTES = 32 << 10;

    private final Iterator<InternalRow> sorted;
    private final ByteArrayOutputStream[] open;
    private final int mostBytes;
    private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();

    private long follower;
    private int[] followees = new int[64];
    private int size;

    /** The list in which each task was last found to have an account, and how many lists there were. */
    private final int[] seen;

    private int lists;

    /** @param sorted follower and the number of an account that it follows, in this order, each once */
    FolloweeParcels(Iterator<InternalRow> sorted, int tasks) {
        this.sorted = sorted;
        this.open = new ByteArrayOutputStream[tasks];
        this.mostBytes = Math.min(MOST_BYTES, BYTES_OF_ALL / tasks);
        this.seen = new int[tasks];
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && sorted.hasNext()) {
            InternalRow tie = sorted.next();
            if (tie.getLong(0) != follower) {
                endList();
                follower = tie.getLong(0);
            }
            add(tie.getInt(1));
        }
        if (ready.isEmpty()) {
            endList();
            for (int task = 0; task < open.length; task++) {
                close(task);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void add(int followee) {
        if (size == followees.length) {
            followees = Arrays.copyOf(followees, 2 * size);
        }
        followees[size++] = followee;
    }

    /** Nobody makes a pair with the last one. */
    private void endList() {
        lists++;
        for (int from = 0; from < size - 1; from++) {
            int task = followees[from] % open.length;
            if (seen[task] != lists) {
                seen[task] = lists;
                write(task, from);
            }
        }
        size = 0;
    }

    private void write(int task, int from) {
        if (open[task] == null) {
            open[task] = new ByteArrayOutputStream();
        }
        ByteArrayOutputStream out = open[task];
        try {
            BytesUtils.writeUnsignedVarInt(Strata.number(size), out);
            BytesUtils.writeUnsignedVarInt(size - from, out);
            int before = 0;
            for (int i = from; i < size; i++) {
                BytesUtils.writeUnsignedVarInt(followees[i] - before, out);
                before = followees[i];
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (out.size() >= mostBytes) {
            close(task);
        }
    }

    private void close(int task) {
        if (open[task] != null && open[task].size() > 0) {
            ready.add(new Tuple2<>(task, open[task].toByteArray()));
            open[task].reset();
        }
    }

    /** Counts the pairs that begin with an account of a task. */
    static void count(byte[] parcel, int task, int tasks, PairCounts counts) {
        ByteArrayInputStream in = new ByteArrayInputStream(parcel);
        int[] list = new int[64];
        try {
            while (in.available() > 0) {
                int stratum = BytesUtils.readUnsignedVarInt(in);
                int length = BytesUtils.readUnsignedVarInt(in);
                list = list.length < length ? new int[length] : list;
                int before = 0;
                for (int i = 0; i < length; i++) {
                    before += BytesUtils.readUnsignedVarInt(in);
                    list[i] = before;
                }
                for (int one = 0; one < length - 1; one++) {
                    for (int other = one + 1; list[one] % tasks == task && other < length; other++) {
                        counts.add(list[one], list[other], stratum);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
