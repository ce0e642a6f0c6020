package org.followerassay.signature.block;

/**
 * The nodes of a graph by inside weight, lightest first; of equal ones, the smaller number first.
 *
 * <p>A binary heap that knows where each node lies, so that a node that becomes lighter moves up in O(log n).
 */
final class LightestFirst {
    private static final int REMOVED = -1;

    private final long[] weights;
    private final int[] heap;
    private final int[] places;
    private int size;

    /**
     * @param weights of all nodes; changed only by {@link #lighten}
     * @param present the nodes to begin with
     */
    LightestFirst(long[] weights, boolean[] present) {
        this.weights = weights;
        heap = new int[weights.length];
        places = new int[weights.length];
        for (int node = 0; node < weights.length; node++) {
            places[node] = present[node] ? size : REMOVED;
            if (present[node]) {
                heap[size++] = node;
            }
        }
        for (int place = size / 2 - 1; place >= 0; place--) {
            sink(heap[place], place);
        }
    }

    int size() {
        return size;
    }

    boolean has(int node) {
        return places[node] != REMOVED;
    }

    int remove() {
        int lightest = heap[0];
        int last = heap[--size];
        places[lightest] = REMOVED;
        if (size > 0) {
            sink(last, 0);
        }
        return lightest;
    }

    void lighten(int node, long by) {
        weights[node] -= by;
        int place = places[node];
        while (place > 0 && before(node, heap[(place - 1) / 2])) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(node, place);
    }

    private void sink(int node, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], node)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(node, place);
    }

    private void put(int node, int place) {
        heap[place] = node;
        places[node] = place;
    }

    private boolean before(int node, int other) {
        return weights[node] < weights[other] || (weights[node] == weights[other] && node < other);
    }
}
