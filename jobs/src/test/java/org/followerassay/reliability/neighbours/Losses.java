package org.followerassay.reliability.neighbours;

import java.util.BitSet;
import java.util.List;

/**
 * What was lost until the snapshot: accounts that were deleted, and ties that were undone. An export shows the present lists only.
 *
 * <p>About one and a half in a hundred accounts are deleted in a year, more of those that nobody uses. A tie is undone at about five
 * in a hundred in its first year and slower later on, a mutual one at a third of that; meme pages and prize draws lose faster.
 */
final class Losses {
    private static final double DELETED_YEARLY = 0.015;
    private static final double UNDONE_FIRST_YEAR = 0.05;

    private final List<Account> accounts;
    private final Chance chance;
    private final BitSet deleted = new BitSet();

    private Losses(List<Account> accounts, Chance chance) {
        this.accounts = accounts;
        this.chance = chance;
    }

    /** Leaves in all lists only what is there at the snapshot, and answers which accounts are. */
    static List<Account> from(List<Account> accounts, Chance chance) {
        Losses losses = new Losses(accounts, chance);
        losses.deleteAccounts();
        losses.undoTies();
        return accounts.stream()
                .filter(account -> !losses.deleted.get(account.number))
                .toList();
    }

    private void deleteAccounts() {
        for (Account account : accounts) {
            double use = account.isActive(Timeline.SNAPSHOT) ? 0.6 : 1.3;
            double rate = DELETED_YEARLY * (account.isPage() ? 0.3 : use);
            if (chance.happens(1 - Math.exp(-rate * years(account.created)))) {
                deleted.set(account.number);
            }
        }
    }

    private void undoTies() {
        TieList[] followees = new TieList[accounts.size()];
        TieList[] followers = new TieList[accounts.size()];
        for (int i = 0; i < followees.length; i++) {
            followees[i] = new TieList();
        }
        for (Account account : accounts) {
            TieList kept = new TieList();
            for (int i = 0; i < account.followers.size(); i++) {
                Account follower = accounts.get(account.followers.account(i));
                long since = account.followers.time(i);
                if (isKept(follower, account, since)) {
                    kept.add(follower.number, since);
                    followees[follower.number].add(account.number, since);
                }
            }
            followers[account.number] = kept;
        }
        for (Account account : accounts) {
            account.followees = followees[account.number];
            account.followers = followers[account.number];
        }
    }

    private boolean isKept(Account follower, Account followee, long since) {
        if (deleted.get(follower.number) || deleted.get(followee.number)) {
            return false;
        }
        double rate = UNDONE_FIRST_YEAR * follower.traits.tidiness();
        if (followee.isPage()) {
            rate *= followee.page.restless();
        } else if (followee.followees.contains(follower.number)) {
            rate *= 0.3;
        }
        return chance.happens(Math.exp(-rate * Math.pow(years(since), 0.7)));
    }

    private static double years(long since) {
        return (double) (Timeline.SNAPSHOT - since) / Timeline.YEAR;
    }
}
