package org.followerassay.signature.block;

import java.util.BitSet;

/**
 * The densest of the sets that are left when the node with the least inside weight is removed again and again.
 *
 * <p>FRAUDAR's greedy answer (Hooi et al., KDD 2016) for g(S) = weight of the ties inside S / nodes of S, in O(m log n). No
 * set is more than twice as dense (Charikar 2000). Usually a better bound comes with the peel: every node of the densest set
 * weighs at least its density inside it, so when the first of them is removed, that density is at most its inside weight,
 * and so at most the largest that any node had when it was removed.
 *
 * @param nodes of the densest set; of equally dense ones, the largest
 * @param size its number of nodes
 * @param weight of the ties inside it
 * @param heaviest inside weight at which any node was removed
 */
record GreedyPeel(BitSet nodes, int size, long weight, long heaviest) {

    static GreedyPeel of(TieArrays ties) {
        long[] inside = new long[ties.nodes()];
        boolean[] present = new boolean[ties.nodes()];
        long twice = 0;
        for (int node = 0; node < ties.nodes(); node++) {
            for (int place = ties.firstOf(node); place < ties.endOf(node); place++) {
                inside[node] += ties.weight(node, ties.neighbour(place));
            }
            present[node] = inside[node] > 0;
            twice += inside[node];
        }
        return peel(ties, inside, new LightestFirst(inside, present), twice / 2);
    }

    private static GreedyPeel peel(TieArrays ties, long[] inside, LightestFirst left, long all) {
        int[] removed = new int[left.size()];
        int nodes = left.size();
        long weight = all;
        int bestNodes = nodes;
        long bestWeight = all;
        long heaviest = 0;
        while (left.size() > 0) {
            int node = left.remove();
            removed[nodes - left.size() - 1] = node;
            heaviest = Math.max(heaviest, inside[node]);
            weight -= inside[node];
            for (int place = ties.firstOf(node); place < ties.endOf(node); place++) {
                int neighbour = ties.neighbour(place);
                if (left.has(neighbour)) {
                    left.lighten(neighbour, ties.weight(node, neighbour));
                }
            }
            if (left.size() > 0 && density(weight, left.size()) > density(bestWeight, bestNodes)) {
                bestWeight = weight;
                bestNodes = left.size();
            }
        }
        BitSet best = new BitSet();
        for (int step = nodes - bestNodes; step < nodes; step++) {
            best.set(removed[step]);
        }
        return new GreedyPeel(best, bestNodes, bestWeight, heaviest);
    }

    /** In units of {@link TieWeight#ONE}; 0 for no nodes. */
    double density() {
        return density(weight, size);
    }

    /** No set is denser than that. */
    double optimumAtMost() {
        return Math.min(2 * density(), (double) heaviest);
    }

    private static double density(long weight, int nodes) {
        return nodes == 0 ? 0 : (double) weight / nodes;
    }
}
