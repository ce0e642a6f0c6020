package org.followerassay.reliability.neighbours;

import java.util.List;

/** Who follows whom as it comes about, and the trails that this leaves in towns, around interests and everywhere. */
final class Ties {
    private static final int REMEMBERED = 25_000;

    final Trail everywhere = new Trail(REMEMBERED);
    final Trail[] interests = new Trail[People.INTERESTS];
    private final List<Account> accounts;
    private final Agenda agenda;
    private final Chance chance;
    private final Rhythm rhythm;

    Ties(List<Account> accounts, Agenda agenda, Chance chance, Rhythm rhythm) {
        this.accounts = accounts;
        this.agenda = agenda;
        this.chance = chance;
        this.rhythm = rhythm;
        for (int i = 0; i < interests.length; i++) {
            interests[i] = new Trail(REMEMBERED / 10);
        }
    }

    Account account(int number) {
        return accounts.get(number);
    }

    /** Nothing if the tie is there already. */
    void follow(Account follower, Account followee) {
        if (follower == followee || follower.followees.contains(followee.number)) {
            return;
        }
        follower.followees.add(followee.number, agenda.now());
        followee.followers.add(follower.number, agenda.now());
        follower.town.trail.add(followee.number);
        everywhere.add(followee.number);
        interests[Integer.numberOfTrailingZeros(follower.interests)].add(followee.number);
        if (chance.happens(returned(follower, followee))) {
            agenda.plan(rhythm.after(agenda.now(), 14), () -> follow(followee, follower));
        }
    }

    /** Acquaintances are followed back mostly, strangers from elsewhere rarely, and nobody by those who have left. */
    private double returned(Account follower, Account followee) {
        if (!followee.isActive(agenda.now())) {
            return 0;
        }
        double willing = followee.traits.followsBack();
        if (followee.isPage()) {
            return willing;
        }
        if (follower.isPage()) {
            return 0.25 * willing;
        }
        return follower.knows(followee)
                ? Math.min(0.92, 2 * willing)
                : follower.town == followee.town ? willing : 0.6 * willing;
    }
}
