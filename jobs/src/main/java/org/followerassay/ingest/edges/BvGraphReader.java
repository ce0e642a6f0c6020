package org.followerassay.ingest.edges;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Words;

/**
 * Reads a graph packed by WebGraph (Boldi and Vigna, WWW 2004) from its beginning, without its offsets.
 *
 * <p>A node's list is told by the stretches that it shares with a list up to a few nodes back, by runs of successive
 * numbers, and by what remains as differences. So only the last few lists are held. A record is a node with up to 4,096
 * of its successors: some have millions, whose rows at once would fill the memory.
 */
final class BvGraphReader implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SUCCESSORS = 4_096;

    private final BvCodes codes;
    private final boolean reversed;

    /** @param reversed true if an arc runs from the account that is followed to its follower */
    BvGraphReader(BvCodes codes, boolean reversed) {
        this.codes = codes;
        this.reversed = reversed;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee");
    }

    @Override
    public Records open(InputStream in, RowSink rows) {
        return new Nodes(new BitInput(in), rows);
    }

    private final class Nodes implements Records {
        private final BitInput bits;
        private final RowSink rows;
        private final int[][] lists = new int[codes.window() + 1][];
        private int node = -1;
        private int[] list = new int[0];
        private int staged;
        private long arcs;

        Nodes(BitInput bits, RowSink rows) {
            this.bits = bits;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            if (staged == list.length) {
                if (node + 1 == codes.nodes()) {
                    end();
                    return false;
                }
                node++;
                list = list();
                lists[node % lists.length] = list;
                arcs += list.length;
                staged = 0;
            }
            int at = node;
            rows.record(() -> "node " + at);
            if (list.length == 0) {
                rows.other();
                return true;
            }
            int end = Math.min(list.length, staged + MOST_SUCCESSORS);
            for (; staged < end; staged++) {
                rows.tie()
                        .account(reversed ? "followee" : "follower", (long) node)
                        .account(reversed ? "follower" : "followee", (long) list[staged])
                        .keep();
            }
            return true;
        }

        private void end() throws IOException {
            if (arcs != codes.arcs()) {
                throw new IOException("it has " + Words.count(arcs, "arc") + ", but its file of properties states "
                        + Words.number(codes.arcs()));
            }
        }

        private int[] list() throws IOException {
            int length = within(read(codes.outdegrees()), codes.nodes());
            if (length == 0) {
                return new int[0];
            }
            int[] list = new int[length];
            int reference = codes.window() == 0 ? 0 : within(read(codes.references()), Math.min(codes.window(), node));
            int told = reference == 0 ? 0 : copy(lists[(node - reference) % lists.length], list);
            if (told < length && codes.leastInterval() > 0) {
                told = intervals(list, told);
            }
            residuals(list, told);
            Arrays.sort(list);
            if (list[0] < 0 || list[length - 1] >= codes.nodes()) {
                throw damaged();
            }
            return list;
        }

        /** Blocks of the other list are copied and left out in turn; the last block is not noted. */
        private int copy(int[] other, int[] list) throws IOException {
            int blocks = within(read(codes.blockCounts()), other.length + 1);
            int from = 0;
            int told = 0;
            for (int block = 0; block <= blocks; block++) {
                boolean isNoted = block < blocks;
                int rest = other.length - from;
                int length = isNoted ? within(read(codes.blocks()) + (block == 0 ? 0 : 1), rest) : rest;
                if (block % 2 == 0) {
                    within(told + (long) length, list.length);
                    System.arraycopy(other, from, list, told, length);
                    told += length;
                }
                from += length;
            }
            return told;
        }

        private int intervals(int[] list, int from) throws IOException {
            int told = from;
            int count = within(bits.gamma(), list.length);
            long left = node;
            for (int interval = 0; interval < count; interval++) {
                left += interval == 0 ? signed(bits.gamma()) : bits.gamma() + 1;
                int length = within(bits.gamma() + codes.leastInterval(), list.length - told);
                for (int i = 0; i < length; i++) {
                    list[told++] = within(left++, codes.nodes() - 1L);
                }
            }
            return told;
        }

        private void residuals(int[] list, int from) throws IOException {
            long last = node;
            for (int told = from; told < list.length; told++) {
                last += told == from ? signed(read(codes.residuals())) : read(codes.residuals()) + 1;
                list[told] = within(last, codes.nodes() - 1L);
            }
        }

        private long read(BvCodes.Code code) throws IOException {
            return switch (code) {
                case GAMMA -> bits.gamma();
                case DELTA -> bits.delta();
                case UNARY -> bits.unary();
                case ZETA -> bits.zeta(codes.zetaK());
                case NIBBLE -> bits.nibble();
            };
        }

        /** Even numbers stand for those from 0 up, odd ones for those below. */
        private static long signed(long number) {
            return number % 2 == 0 ? number / 2 : -((number + 1) / 2);
        }

        private static int within(long number, long most) throws IOException {
            if (number < 0 || number > most) {
                throw damaged();
            }
            return (int) number;
        }

        private static IOException damaged() {
            return new IOException("it is damaged, or does not belong to its file of properties");
        }
    }
}
