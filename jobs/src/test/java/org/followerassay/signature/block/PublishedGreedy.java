package org.followerassay.signature.block;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * FRAUDAR's greedy search as its paper describes it: one core, plain arrays, weights in doubles, a tree of minima.
 *
 * <p>Written apart from ours, to compare with: it knows no fixed-point weights, no heap and no pruning. The density of what it
 * found is added up anew: what is left after millions of subtractions is off in the seventh digit.
 */
public final class PublishedGreedy {
    private final double density;
    private final Set<Long> followers = new HashSet<>();
    private final Set<Long> followees = new HashSet<>();

    /** @param ties see {@link PlantedBlock}: sorted and distinct */
    public PublishedGreedy(long[] ties) {
        long[] rows = Arrays.stream(ties).map(PlantedBlock::follower).distinct().toArray();
        long[] columns = Arrays.stream(ties)
                .map(PlantedBlock::followee)
                .sorted()
                .distinct()
                .toArray();
        Map<Long, Integer> columnOf = new HashMap<>();
        for (int column = 0; column < columns.length; column++) {
            columnOf.put(columns[column], rows.length + column);
        }
        int[] from = new int[ties.length];
        int[] to = new int[ties.length];
        int[] first = new int[rows.length + columns.length + 1];
        for (int tie = 0, row = 0; tie < ties.length; tie++) {
            row += rows[row] == PlantedBlock.follower(ties[tie]) ? 0 : 1;
            from[tie] = row;
            to[tie] = columnOf.get(PlantedBlock.followee(ties[tie]));
            first[from[tie] + 1]++;
            first[to[tie] + 1]++;
        }
        double[] weights = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            weights[column] = 1 / Math.log(first[rows.length + column + 1] + 5);
        }
        for (int node = 1; node < first.length; node++) {
            first[node] += first[node - 1];
        }
        int[] next = first.clone();
        int[] others = new int[2 * ties.length];
        for (int tie = 0; tie < ties.length; tie++) {
            others[next[from[tie]]++] = to[tie];
            others[next[to[tie]]++] = from[tie];
        }
        density = search(rows, columns, weights, first, others);
    }

    private double search(long[] rows, long[] columns, double[] weights, int[] first, int[] others) {
        int nodes = rows.length + columns.length;
        int leaves = Math.max(2, Integer.highestOneBit(Math.max(1, nodes - 1)) * 2);
        double[] minima = new double[2 * leaves];
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        double left = 0;
        for (int node = 0; node < nodes; node++) {
            double inside = 0;
            for (int place = first[node]; place < first[node + 1]; place++) {
                inside += weights[Math.max(node, others[place]) - rows.length];
            }
            minima[leaves + node] = inside;
            left += inside / 2;
        }
        for (int place = leaves - 1; place > 0; place--) {
            minima[place] = Math.min(minima[2 * place], minima[2 * place + 1]);
        }
        int[] removed = new int[nodes];
        double best = left / nodes;
        int bestStep = 0;
        for (int step = 1; step < nodes; step++) {
            int place = 1;
            while (place < leaves) {
                place = minima[2 * place] <= minima[2 * place + 1] ? 2 * place : 2 * place + 1;
            }
            int node = place - leaves;
            removed[step - 1] = node;
            left -= minima[place];
            set(minima, place, Double.POSITIVE_INFINITY);
            for (int at = first[node]; at < first[node + 1]; at++) {
                int other = leaves + others[at];
                if (minima[other] < Double.POSITIVE_INFINITY) {
                    set(minima, other, minima[other] - weights[Math.max(node, others[at]) - rows.length]);
                }
            }
            if (left / (nodes - step) > best) {
                best = left / (nodes - step);
                bestStep = step;
            }
        }
        boolean[] gone = new boolean[nodes];
        for (int step = 0; step < bestStep; step++) {
            gone[removed[step]] = true;
        }
        double inside = 0;
        for (int node = 0; node < nodes; node++) {
            if (!gone[node] && node < rows.length) {
                followers.add(rows[node]);
                for (int at = first[node]; at < first[node + 1]; at++) {
                    inside += gone[others[at]] ? 0 : weights[others[at] - rows.length];
                }
            } else if (!gone[node]) {
                followees.add(columns[node - rows.length]);
            }
        }
        return inside / (nodes - bestStep);
    }

    private static void set(double[] minima, int leaf, double value) {
        minima[leaf] = value;
        for (int place = leaf / 2; place > 0; place /= 2) {
            minima[place] = Math.min(minima[2 * place], minima[2 * place + 1]);
        }
    }

    public double density() {
        return density;
    }

    public Set<Long> followers() {
        return Set.copyOf(followers);
    }

    public Set<Long> followees() {
        return Set.copyOf(followees);
    }
}
