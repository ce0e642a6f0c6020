package org.followerassay.graph;

import java.util.Arrays;

/**
 * Accounts by number: sorted, each once. The number of one is found in a directory of the upper digits of ids first, so that few
 * are compared.
 */
final class Nodes {
    private static final int MOST_BUCKETS = 1 << 22;

    private final long[] accounts;
    private int shift;
    private int[] starts;

    private Nodes(long[] accounts) {
        this.accounts = accounts;
    }

    /** @param accounts of which the first {@code count} places count; left as they are */
    static Nodes of(long[] accounts, int count) {
        long[] sorted = RadixSort.sorted(Arrays.copyOf(accounts, count), count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return new Nodes(Arrays.copyOf(sorted, distinct));
    }

    /** These and others. */
    Nodes and(Nodes others) {
        long[] all = new long[Math.addExact(count(), others.count())];
        int size = 0;
        for (int own = 0, other = 0; own < count() || other < others.count(); ) {
            boolean takesOwn = other == others.count() || (own < count() && accounts[own] <= others.accounts[other]);
            long next = takesOwn ? accounts[own++] : others.accounts[other++];
            if (size == 0 || all[size - 1] != next) {
                all[size++] = next;
            }
        }
        return new Nodes(Arrays.copyOf(all, size));
    }

    int count() {
        return accounts.length;
    }

    /** All of them, not to be changed. */
    long[] accounts() {
        return accounts;
    }

    long account(int node) {
        return accounts[node];
    }

    /** The number of an account; below 0 if it is none of these. */
    int of(long account) {
        if (starts == null) {
            index();
        }
        if (accounts.length == 0 || account < accounts[0] || account > accounts[accounts.length - 1]) {
            return -1;
        }
        int bucket = (int) ((account - accounts[0]) >>> shift);
        return Arrays.binarySearch(accounts, starts[bucket], starts[bucket + 1], account);
    }

    /** About as many buckets as accounts, of equal width. */
    private void index() {
        long span = accounts.length == 0 ? 0 : accounts[accounts.length - 1] - accounts[0];
        int wanted = Math.min(MOST_BUCKETS, Math.max(1, accounts.length));
        while (span >>> shift >= wanted) {
            shift++;
        }
        starts = new int[(int) (span >>> shift) + 2];
        for (long account : accounts) {
            starts[(int) ((account - accounts[0]) >>> shift) + 1]++;
        }
        for (int bucket = 1; bucket < starts.length; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
    }
}
