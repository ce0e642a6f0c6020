package org.followerassay.graph;

import java.util.Arrays;
import java.util.Iterator;

/** Edges and seeds as they came together in one task: edges by from and to, seeds and least fans by account and bits of a double. */
record SpreadInput(Pairs edges, Pairs seeds, Pairs fans) {

    static SpreadInput of(Iterator<SpreadParcel> parcels) {
        SpreadInput input = new SpreadInput(new Pairs(1 << 10), new Pairs(1 << 4), new Pairs(1 << 4));
        parcels.forEachRemaining(parcel -> parcel.unpack(input.edges, input.seeds, input.fans));
        return input;
    }

    /**
     * The accounts that edges begin at and those that are seeds, unless everybody is one.
     *
     * @param withEnds those that edges lead to as well
     */
    Nodes nodes(double everybody, boolean withEnds) {
        Nodes nodes = accounts(edges, 0);
        if (withEnds) {
            nodes = nodes.and(accounts(edges, 1));
        }
        return everybody == 0 ? nodes.and(accounts(seeds, 0)) : nodes;
    }

    private static Nodes accounts(Pairs pairs, int column) {
        return Nodes.of(pairs.columns()[column], pairs.count());
    }

    double[] weights(Nodes nodes, double everybody) {
        double[] weights = new double[nodes.count()];
        if (everybody == 0) {
            set(weights, nodes, seeds);
        } else {
            Arrays.fill(weights, everybody);
        }
        return weights;
    }

    double[] leastFans(Nodes nodes) {
        double[] least = new double[nodes.count()];
        set(least, nodes, fans);
        return least;
    }

    /** What is said of accounts without a node is left. */
    private static void set(double[] values, Nodes nodes, Pairs said) {
        long[][] columns = said.columns();
        for (int i = 0; i < said.count(); i++) {
            int node = nodes.of(columns[0][i]);
            if (node >= 0) {
                values[node] = Double.longBitsToDouble(columns[1][i]);
            }
        }
    }
}
