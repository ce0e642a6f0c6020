package org.followerassay.signature.block;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The ties of a bipartite graph in plain arrays: nodes are numbers, followers first, each side in the order of its accounts.
 *
 * <p>An account that follows and is followed is two nodes. A tie takes 8 bytes once built, 16 more while it is read.
 */
final class TieArrays {
    private final long[] followers;
    private final long[] followees;

    /** What a tie to each followee weighs. */
    private final long[] weights;

    /** Where the neighbours of each node begin; one more, their number, at the end. */
    private final int[] starts;

    private final int[] neighbours;

    private TieArrays(long[] followers, long[] followees, long[] weights, int[] starts, int[] neighbours) {
        this.followers = followers;
        this.followees = followees;
        this.weights = weights;
        this.starts = starts;
        this.neighbours = neighbours;
    }

    int nodes() {
        return followers.length + followees.length;
    }

    int ties() {
        return neighbours.length / 2;
    }

    boolean isFollower(int node) {
        return node < followers.length;
    }

    long account(int node) {
        return isFollower(node) ? followers[node] : followees[node - followers.length];
    }

    /** What the tie between two nodes weighs, from whichever end it is looked at. */
    long weight(int node, int neighbour) {
        return weights[Math.max(node, neighbour) - followers.length];
    }

    int firstOf(int node) {
        return starts[node];
    }

    int endOf(int node) {
        return starts[node + 1];
    }

    int neighbour(int place) {
        return neighbours[place];
    }

    /** The same nodes without the ties that have both ends in a block. */
    TieArrays without(BitSet block) {
        int[] fewerStarts = new int[starts.length];
        int[] fewer = new int[neighbours.length];
        int size = 0;
        for (int node = 0; node < nodes(); node++) {
            fewerStarts[node] = size;
            for (int place = starts[node]; place < starts[node + 1]; place++) {
                if (!block.get(node) || !block.get(neighbours[place])) {
                    fewer[size++] = neighbours[place];
                }
            }
        }
        fewerStarts[nodes()] = size;
        return new TieArrays(followers, followees, weights, fewerStarts, Arrays.copyOf(fewer, size));
    }

    /** Takes ties sorted by followee, each at most once. */
    static final class Builder {
        private long[] tieFollowers = new long[1 << 10];
        private long[] followees = new long[1 << 6];
        private long[] weights = new long[1 << 6];
        private int[] ends = new int[1 << 6];
        private int ties;
        private int columns;

        void add(long follower, long followee, long weight) {
            if (columns == 0 || followees[columns - 1] != followee) {
                open(followee, weight);
            }
            if (ties == tieFollowers.length) {
                tieFollowers = Arrays.copyOf(tieFollowers, ties + (ties >> 1));
            }
            tieFollowers[ties++] = follower;
            ends[columns - 1] = ties;
        }

        private void open(long followee, long weight) {
            if (columns > 0 && followee < followees[columns - 1]) {
                throw new IllegalArgumentException("ties are not sorted by followee at " + followee);
            }
            if (columns == followees.length) {
                int larger = columns + (columns >> 1);
                followees = Arrays.copyOf(followees, larger);
                weights = Arrays.copyOf(weights, larger);
                ends = Arrays.copyOf(ends, larger);
            }
            followees[columns] = followee;
            weights[columns++] = weight;
        }

        TieArrays build() {
            long[] followers = distinct(Arrays.copyOf(tieFollowers, ties));
            int[] starts = new int[followers.length + columns + 1];
            int[] neighbours = new int[Math.multiplyExact(2, ties)];
            int[] rows = new int[ties];
            for (int tie = 0; tie < ties; tie++) {
                rows[tie] = Arrays.binarySearch(followers, tieFollowers[tie]);
                starts[rows[tie] + 1]++;
            }
            tieFollowers = new long[0];
            for (int column = 0; column < columns; column++) {
                starts[followers.length + column + 1] = ends[column] - (column == 0 ? 0 : ends[column - 1]);
            }
            for (int node = 0; node + 1 < starts.length; node++) {
                starts[node + 1] += starts[node];
            }
            int[] next = Arrays.copyOf(starts, followers.length);
            for (int column = 0, tie = 0; column < columns; column++) {
                for (; tie < ends[column]; tie++) {
                    neighbours[next[rows[tie]]++] = followers.length + column;
                    neighbours[ties + tie] = rows[tie];
                }
            }
            return new TieArrays(
                    followers, Arrays.copyOf(followees, columns), Arrays.copyOf(weights, columns), starts, neighbours);
        }

        private static long[] distinct(long[] values) {
            Arrays.sort(values);
            int size = 0;
            for (int i = 0; i < values.length; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    values[size++] = values[i];
                }
            }
            return Arrays.copyOf(values, size);
        }
    }
}
