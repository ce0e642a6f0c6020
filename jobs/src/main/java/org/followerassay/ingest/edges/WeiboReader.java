package org.followerassay.ingest.edges;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Set;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Times;
import org.followerassay.ingest.format.Words;

/** Reads the edges of Weibo's link dynamics, each a record; numbers of nodes and edges must add up. */
final class WeiboReader implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final long DAY_0 = Times.micros(Instant.parse("2012-09-28T00:00:00Z"));

    /** 2012-10-29. */
    private static final int LAST_DAY = 31;

    private final boolean reversed;

    WeiboReader(boolean reversed) {
        this.reversed = reversed;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "snapshot", "change", "earliest", "latest");
    }

    @Override
    public Records open(InputStream in, RowSink rows) throws IOException {
        return new Edges(new BufferedInputStream(in, 1 << 16), rows);
    }

    private final class Edges implements Records {
        private final InputStream in;
        private final RowSink rows;
        private final byte[] number = new byte[4];
        private long nodesLeft;
        private long edgesLeft;
        private long node;
        private long followsLeft;

        Edges(InputStream in, RowSink rows) throws IOException {
            this.in = in;
            this.rows = rows;
            this.nodesLeft = count("nodes");
            this.edgesLeft = count("edges");
        }

        @Override
        public boolean next() throws IOException {
            while (followsLeft == 0) {
                if (nodesLeft == 0) {
                    end();
                    return false;
                }
                node = count("a node");
                followsLeft = count("follows of a node");
                nodesLeft--;
            }
            if (edgesLeft == 0) {
                throw new IOException("its nodes have more edges than its beginning states");
            }
            long other = count("another account");
            byte[] days = bytes(in.read());
            followsLeft--;
            edgesLeft--;
            rows.record(() -> node + " " + other + ": " + Words.count(days.length, "day"));
            edge(other, days);
            return true;
        }

        private void end() throws IOException {
            if (edgesLeft > 0 || in.read() >= 0) {
                throw new IOException(
                        "its nodes have fewer edges than its beginning states, or something follows them");
            }
        }

        private void edge(long other, byte[] days) {
            if (days.length == 0) {
                rows.reject(RejectReason.BAD_RECORD, "the edge has no day");
                return;
            }
            for (int i = 0; i < days.length; i++) {
                if (days[i] < 0 || days[i] > LAST_DAY || (i > 0 && days[i] <= days[i - 1])) {
                    rows.reject(RejectReason.BAD_TIME, "the days are not between 0 and 31 or do not ascend");
                    return;
                }
            }
            for (int i = 0; i < days.length; i++) {
                change(other, days[i], i % 2 == 0);
            }
        }

        private void change(long other, int day, boolean isFollow) {
            long midnight = DAY_0 + day * Times.DAY;
            String one = reversed ? "followee" : "follower";
            String two = reversed ? "follower" : "followee";
            if (day == 0) {
                rows.tie()
                        .account(one, node)
                        .account(two, other)
                        .micros("snapshot", midnight)
                        .keep();
                return;
            }
            rows.event()
                    .account(one, node)
                    .account(two, other)
                    .text("change", isFollow ? "follow" : "unfollow")
                    .micros("earliest", midnight)
                    .micros("latest", midnight + Times.DAY)
                    .keep();
        }

        private byte[] bytes(int length) throws IOException {
            byte[] bytes = in.readNBytes(Math.max(length, 0));
            if (length < 0 || bytes.length < length) {
                throw new EOFException("it is cut short");
            }
            return bytes;
        }

        private long count(String what) throws IOException {
            if (in.readNBytes(number, 0, number.length) < number.length) {
                throw new EOFException("it is cut short");
            }
            int count = ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (count < 0) {
                throw new IOException("the number of " + what + " is negative: it is built in another way");
            }
            return count;
        }
    }
}
