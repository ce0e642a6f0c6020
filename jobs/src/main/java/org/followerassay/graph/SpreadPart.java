package org.followerassay.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;
import scala.Tuple2;

/**
 * The accounts of one part of a graph, the edges that come from them, and where scores arrive: 8 bytes an edge.
 *
 * <p>Made in three steps: {@link #read}, {@link #dealt} to the parts that edges lead to, and {@link #receiving}, once it is
 * known who sends what.
 */
final class SpreadPart implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The seed of Spark's own hash. */
    private static final int SPARK_SEED = 42;

    private final int number;

    /** Accounts with an edge or a weight; the first of them send, in ascending order, and all once it is known who receives. */
    private long[] accounts = new long[0];

    private double[] weights = new double[0];
    private double[] fans = new double[0];
    private int size;

    /** Of each edge, the index of its sender, and its end; until edges are put together by part. */
    private int[] from = new int[0];

    private long[] to = new long[0];
    private int edges;

    private int[][] fromByPart;
    private int[][] slotByPart;
    private int[] slots;
    private long[][] targets;

    /** Where each sender is among all accounts, and where what each part sends belongs. */
    private int[] places;

    private int[] sendingParts;
    private int[][] arrivals;

    /** The weight of accounts that no seed names. */
    private final double everybody;

    private SpreadPart(int number, double everybody) {
        this.number = number;
        this.everybody = everybody;
    }

    /** What one part says to another, in an order that both know. */
    static final class Sent<T> implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int sender;
        private final T values;

        Sent(int sender, T values) {
            this.sender = sender;
            this.values = values;
        }

        int sender() {
            return sender;
        }
    }

    /** @param everybody the weight of accounts that no seed names; above 0, seeds say nothing but their fan */
    static SpreadPart read(int number, SpreadInput input, double everybody) {
        SpreadPart part = new SpreadPart(number, everybody);
        Nodes nodes = input.nodes(everybody, false);
        part.accounts = nodes.accounts();
        part.size = nodes.count();
        part.weights = input.weights(nodes, everybody);
        part.fans = input.leastFans(nodes);
        int count = input.edges().count();
        long[][] sorted = RadixSort.byBoth(input.edges().columns(), count);
        input.edges().free();
        part.from = new int[count];
        part.to = new long[count];
        int node = 0;
        for (int edge = 0; edge < count; edge++) {
            boolean isRepeated =
                    edge > 0 && sorted[0][edge] == sorted[0][edge - 1] && sorted[1][edge] == sorted[1][edge - 1];
            if (!isRepeated) {
                while (part.accounts[node] != sorted[0][edge]) {
                    node++;
                }
                part.from[part.edges] = node;
                part.to[part.edges++] = sorted[1][edge];
            }
        }
        return part;
    }

    /** The part of an account, by its hash. */
    static int partOf(long account, int parts) {
        return Math.floorMod(Murmur3_x86_32.hashLong(account, SPARK_SEED), parts);
    }

    /** The same with its edges put together by the part that they lead to. */
    SpreadPart dealt(int parts) {
        SpreadPart dealt = new SpreadPart(number, everybody);
        dealt.accounts = Arrays.copyOf(accounts, size);
        dealt.weights = Arrays.copyOf(weights, size);
        dealt.size = size;
        dealt.from = null;
        dealt.to = null;
        dealt.fans = fans(parts);
        int[] count = new int[parts];
        for (int edge = 0; edge < edges; edge++) {
            count[partOf(to[edge], parts)]++;
        }
        long[][] ends = new long[parts][];
        dealt.fromByPart = new int[parts][];
        for (int part = 0; part < parts; part++) {
            ends[part] = new long[count[part]];
            dealt.fromByPart[part] = new int[count[part]];
        }
        int[] filled = new int[parts];
        for (int edge = 0; edge < edges; edge++) {
            int part = partOf(to[edge], parts);
            dealt.fromByPart[part][filled[part]] = from[edge];
            ends[part][filled[part]++] = to[edge];
        }
        dealt.targets = new long[parts][];
        dealt.slotByPart = new int[parts][];
        dealt.slots = new int[parts];
        for (int part = 0; part < parts; part++) {
            dealt.targets[part] = distinct(ends[part]);
            dealt.slotByPart[part] = indexes(ends[part], dealt.targets[part]);
            dealt.slots[part] = dealt.targets[part].length;
        }
        return dealt;
    }

    private double[] fans(int parts) {
        double[] ends = new double[size];
        for (int edge = 0; edge < edges; edge++) {
            ends[from[edge]]++;
        }
        for (int node = 0; node < size; node++) {
            if (partOf(accounts[node], parts) != number) {
                throw new IllegalStateException("account " + accounts[node] + " is in part " + number + " of " + parts
                        + ", where Spark's hash does not put it");
            }
            ends[node] = Math.max(ends[node], fans[node]);
        }
        return ends;
    }

    private static long[] distinct(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    private static int[] indexes(long[] values, long[] sorted) {
        int[] indexes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            indexes[i] = Arrays.binarySearch(sorted, values[i]);
        }
        return indexes;
    }

    /** To each part that edges lead to, the accounts there, in the order of the sums that will follow. */
    List<Tuple2<Integer, Sent<long[]>>> targets() {
        List<Tuple2<Integer, Sent<long[]>>> all = new ArrayList<>();
        for (int part = 0; part < targets.length; part++) {
            if (targets[part].length > 0) {
                all.add(new Tuple2<>(part, new Sent<>(number, targets[part])));
            }
        }
        return all;
    }

    /** The same with every account that somebody sends to, and where what is sent belongs. */
    SpreadPart receiving(List<Sent<long[]>> routes) {
        int most = size;
        for (Sent<long[]> route : routes) {
            most = Math.addExact(most, route.values.length);
        }
        long[] every = Arrays.copyOf(accounts, most);
        int end = size;
        for (Sent<long[]> route : routes) {
            System.arraycopy(route.values, 0, every, end, route.values.length);
            end += route.values.length;
        }
        SpreadPart whole = new SpreadPart(number, everybody);
        whole.accounts = distinct(every);
        whole.size = whole.accounts.length;
        whole.places = indexes(accounts, whole.accounts);
        whole.weights = new double[whole.size];
        Arrays.fill(whole.weights, everybody);
        for (int node = 0; node < size; node++) {
            whole.weights[whole.places[node]] = weights[node];
        }
        whole.fans = fans;
        whole.from = null;
        whole.to = null;
        whole.fromByPart = fromByPart;
        whole.slotByPart = slotByPart;
        whole.slots = slots;
        whole.sendingParts = routes.stream().mapToInt(Sent::sender).toArray();
        whole.arrivals = routes.stream()
                .map(route -> indexes(route.values, whole.accounts))
                .toArray(int[][]::new);
        return whole;
    }

    int accounts() {
        return size;
    }

    long account(int node) {
        return accounts[node];
    }

    double[] weights() {
        return weights.clone();
    }

    /** What is passed on, added up by the account that receives it. */
    List<Tuple2<Integer, Sent<double[]>>> sums(double[] scores) {
        double[] shares = new double[places.length];
        for (int node = 0; node < shares.length; node++) {
            shares[node] = scores[places[node]] / fans[node];
        }
        List<Tuple2<Integer, Sent<double[]>>> all = new ArrayList<>();
        for (int part = 0; part < slots.length; part++) {
            if (slots[part] > 0) {
                double[] sums = new double[slots[part]];
                int[] senders = fromByPart[part];
                int[] receivers = slotByPart[part];
                for (int edge = 0; edge < senders.length; edge++) {
                    sums[receivers[edge]] += shares[senders[edge]];
                }
                all.add(new Tuple2<>(part, new Sent<>(number, sums)));
            }
        }
        return all;
    }

    /** @param arrived from the parts that send here, in the order of their numbers */
    double[] scores(List<Sent<double[]>> arrived, double damping) {
        double[] received = new double[size];
        for (int sender = 0; sender < sendingParts.length; sender++) {
            double[] sums = arrived.get(sender).values;
            int[] nodes = arrivals[sender];
            for (int slot = 0; slot < nodes.length; slot++) {
                received[nodes[slot]] += sums[slot];
            }
        }
        for (int node = 0; node < size; node++) {
            received[node] = damping * received[node] + (1 - damping) * weights[node];
        }
        return received;
    }
}
