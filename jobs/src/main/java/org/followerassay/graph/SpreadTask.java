package org.followerassay.graph;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rounds of a {@link Spread} over edges that fit one task, in plain arrays.
 *
 * <p>A round of joins costs two shuffles; in arrays it is one pass. Edges are sorted by their end, so that what an account
 * receives lies side by side, and is summed in the same order in every run.
 */
final class SpreadTask implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final StructType SCORES =
            new StructType().add("account", DataTypes.LongType).add("score", DataTypes.DoubleType);

    private final Spread spread;

    private SpreadTask(Spread spread) {
        this.spread = spread;
    }

    /** @param rows edges (from, to) and seeds (from, to null, weight, least_fan) */
    static Dataset<Row> on(Dataset<Row> rows, Spread spread) {
        SpreadTask task = new SpreadTask(spread);
        return rows.sparkSession()
                .createDataFrame(
                        rows.queryExecution()
                                .toRdd()
                                .toJavaRDD()
                                .mapPartitions(edges -> SpreadParcel.of(edges, 1))
                                .map(parcel -> parcel._2())
                                .coalesce(1, true)
                                .mapPartitions(task::scores),
                        SCORES);
    }

    private Iterator<Row> scores(Iterator<SpreadParcel> parcels) {
        SpreadInput input = SpreadInput.of(parcels);
        Nodes nodes = input.nodes(spread.everybody(), true);
        double[] weights = input.weights(nodes, spread.everybody());
        double[] fans = input.leastFans(nodes);
        double[] scores = spread(sorted(input.edges(), nodes), weights, fans);
        return IntStream.range(0, scores.length)
                .filter(node -> scores[node] != 0)
                .mapToObj(node -> RowFactory.create(nodes.account(node), scores[node]))
                .iterator();
    }

    /** Each edge once, its end in the upper half and its beginning in the lower, in this order. */
    private static long[] sorted(Pairs edges, Nodes nodes) {
        long[] from = edges.columns()[0];
        long[] to = edges.columns()[1];
        long[] both = new long[edges.count()];
        for (int edge = 0; edge < both.length; edge++) {
            both[edge] = ((long) nodes.of(to[edge]) << Integer.SIZE) | nodes.of(from[edge]);
        }
        edges.free();
        long[] sorted = RadixSort.sorted(both, both.length);
        int count = 0;
        for (int edge = 0; edge < sorted.length; edge++) {
            if (edge == 0 || sorted[edge] != sorted[edge - 1]) {
                sorted[count++] = sorted[edge];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** @param fans the least shares that each account's score is cut into; filled up with its edges */
    private double[] spread(long[] edges, double[] weights, double[] fans) {
        double[] out = new double[weights.length];
        for (long edge : edges) {
            out[(int) edge]++;
        }
        for (int node = 0; node < fans.length; node++) {
            fans[node] = Math.max(fans[node], out[node]);
        }
        double damping = spread.damping();
        double[] scores = weights.clone();
        double[] shares = out;
        for (int round = spread.rounds(weights.length); round > 0; round--) {
            for (int node = 0; node < shares.length; node++) {
                shares[node] = scores[node] / fans[node];
            }
            double[] received = new double[scores.length];
            for (long edge : edges) {
                received[(int) (edge >>> Integer.SIZE)] += shares[(int) edge];
            }
            for (int node = 0; node < scores.length; node++) {
                received[node] = damping * received[node] + (1 - damping) * weights[node];
            }
            scores = received;
        }
        return scores;
    }
}
