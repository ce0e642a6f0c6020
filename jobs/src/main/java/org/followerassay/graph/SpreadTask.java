package org.followerassay.graph;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rounds of a {@link Spread} over edges that fit one task, in plain arrays.
 *
 * <p>A round of joins costs two shuffles; in arrays it is one pass. Edges come sorted by their end, so that what an account
 * receives lies side by side, and is summed in the same order in every run.
 */
final class SpreadTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private static final StructType SCORES =
            new StructType().add("account", DataTypes.LongType).add("score", DataTypes.DoubleType);

    private final Spread spread;

    private SpreadTask(Spread spread) {
        this.spread = spread;
    }

    /** @param rows edges (from, to) and seeds (from, weight, least_fan, to null) */
    static Dataset<Row> on(Dataset<Row> rows, Spread spread) {
        return rows.repartition(1)
                .sortWithinPartitions("to", "from")
                .mapPartitions(new SpreadTask(spread), Encoders.row(SCORES));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        Edges edges = new Edges();
        sorted.forEachRemaining(edges::add);
        long[] accounts = edges.accounts();
        double[] weights = new double[accounts.length];
        double[] leastFans = new double[accounts.length];
        for (int seed = 0; seed < edges.seeds; seed++) {
            int node = Arrays.binarySearch(accounts, edges.seedAccounts[seed]);
            weights[node] = edges.seedWeights[seed];
            leastFans[node] = edges.seedLeastFans[seed];
        }
        double[] scores = scores(edges, accounts, weights, leastFans);
        return IntStream.range(0, accounts.length)
                .filter(node -> scores[node] != 0)
                .mapToObj(node -> RowFactory.create(accounts[node], scores[node]))
                .iterator();
    }

    private double[] scores(Edges edges, long[] accounts, double[] weights, double[] leastFans) {
        int[] from = edges.nodes(accounts, edges.from);
        int[] to = edges.nodes(accounts, edges.to);
        double[] fan = new double[accounts.length];
        for (int node : from) {
            fan[node]++;
        }
        for (int node = 0; node < fan.length; node++) {
            fan[node] = Math.max(fan[node], leastFans[node]);
        }
        double damping = spread.damping();
        double[] scores = weights.clone();
        for (int round = spread.rounds(accounts.length); round > 0; round--) {
            double[] received = new double[accounts.length];
            for (int edge = 0; edge < from.length; edge++) {
                received[to[edge]] += scores[from[edge]] / fan[from[edge]];
            }
            for (int node = 0; node < accounts.length; node++) {
                received[node] = damping * received[node] + (1 - damping) * weights[node];
            }
            scores = received;
        }
        return scores;
    }

    /** Sorted edges, each once, and seeds, while they are read. */
    private static final class Edges {
        private long[] from = new long[1 << 10];
        private long[] to = new long[1 << 10];
        private long[] seedAccounts = new long[1 << 6];
        private double[] seedWeights = new double[1 << 6];
        private double[] seedLeastFans = new double[1 << 6];
        private int size;
        private int seeds;

        void add(Row row) {
            if (row.isNullAt(1)) {
                addSeed(row.getLong(0), row.getDouble(2), row.isNullAt(3) ? 0 : row.getDouble(3));
            } else if (size == 0 || from[size - 1] != row.getLong(0) || to[size - 1] != row.getLong(1)) {
                if (size == from.length) {
                    from = Arrays.copyOf(from, size + (size >> 1));
                    to = Arrays.copyOf(to, size + (size >> 1));
                }
                from[size] = row.getLong(0);
                to[size++] = row.getLong(1);
            }
        }

        private void addSeed(long account, double weight, double leastFan) {
            if (seeds == seedAccounts.length) {
                seedAccounts = Arrays.copyOf(seedAccounts, seeds + (seeds >> 1));
                seedWeights = Arrays.copyOf(seedWeights, seeds + (seeds >> 1));
                seedLeastFans = Arrays.copyOf(seedLeastFans, seeds + (seeds >> 1));
            }
            seedLeastFans[seeds] = leastFan;
            seedAccounts[seeds] = account;
            seedWeights[seeds++] = weight;
        }

        /** Every account, sorted; its index is its node. */
        long[] accounts() {
            long[] all = Arrays.copyOf(seedAccounts, Math.addExact(seeds, Math.multiplyExact(2, size)));
            System.arraycopy(from, 0, all, seeds, size);
            System.arraycopy(to, 0, all, seeds + size, size);
            Arrays.sort(all);
            int distinct = 0;
            for (int i = 0; i < all.length; i++) {
                if (i == 0 || all[i] != all[i - 1]) {
                    all[distinct++] = all[i];
                }
            }
            return Arrays.copyOf(all, distinct);
        }

        int[] nodes(long[] accounts, long[] ends) {
            int[] nodes = new int[size];
            for (int edge = 0; edge < size; edge++) {
                nodes[edge] = Arrays.binarySearch(accounts, ends[edge]);
            }
            return nodes;
        }
    }
}
