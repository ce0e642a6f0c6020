package org.followerassay.evaluate;

import java.util.Comparator;
import java.util.List;

/** Accounts in the order of their creation, to draw from those that existed at a time. */
final class Crowd {
    private final List<Account> accounts;
    private final long[] createdAt;
    private final double[] eagernessUpTo;

    Crowd(List<Account> accounts) {
        this.accounts = accounts.stream()
                .sorted(Comparator.comparingLong(Account::createdAt).thenComparingLong(Account::id))
                .toList();
        createdAt = this.accounts.stream().mapToLong(Account::createdAt).toArray();
        eagernessUpTo = new double[createdAt.length];
        double sum = 0;
        for (int i = 0; i < eagernessUpTo.length; i++) {
            sum += this.accounts.get(i).eagerness();
            eagernessUpTo[i] = sum;
        }
    }

    List<Account> accounts() {
        return accounts;
    }

    /** One of those that existed at the time, the eager ones more often; null if there was none. */
    Account existingAt(long time, Dice dice) {
        int existing = countCreatedBy(time);
        if (existing == 0) {
            return null;
        }
        double drawn = dice.fraction() * eagernessUpTo[existing - 1];
        return accounts.get(Math.min(existing - 1, firstAbove(eagernessUpTo, existing, drawn)));
    }

    /** One of the last few created up to the time; null if there was none. */
    Account createdJustBefore(long time, Dice dice) {
        int index = countCreatedBy(time) - 1 - dice.below(4);
        return index < 0 ? null : accounts.get(index);
    }

    private int countCreatedBy(long time) {
        int low = 0;
        int high = createdAt.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (createdAt[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] ascending, int length, double value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
