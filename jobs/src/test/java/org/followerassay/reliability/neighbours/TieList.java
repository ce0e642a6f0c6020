package org.followerassay.reliability.neighbours;

import java.util.Arrays;

/** Accounts at the other end of one account's ties, oldest tie first, with the time of each tie. */
final class TieList {
    private int[] accounts = new int[8];
    private long[] times = new long[8];
    private int size;

    int size() {
        return size;
    }

    int account(int place) {
        return accounts[place];
    }

    long time(int place) {
        return times[place];
    }

    void add(int account, long time) {
        if (size == accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        accounts[size] = account;
        times[size++] = time;
    }

    /** Looks at each: most people follow a few dozen, so that this is faster than a set. */
    boolean contains(int account) {
        for (int i = 0; i < size; i++) {
            if (accounts[i] == account) {
                return true;
            }
        }
        return false;
    }
}
