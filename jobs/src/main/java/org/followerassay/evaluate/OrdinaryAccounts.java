package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;
import static org.followerassay.evaluate.Timeline.OLDEST;

/** Audited accounts about which there is nothing to find. */
final class OrdinaryAccounts {
    /** The first few list their followees completely, so that a habit is judged against ordinary ones. */
    private static final int WITH_FOLLOWEES = 6;

    static void enter(World world, int count) {
        Dice dice = world.dice("ordinary accounts");
        for (int i = 0; i < count; i++) {
            long createdAt = dice.between(Timeline.at("2009-06-01"), Timeline.at("2023-06-01"));
            AuditedAccount account = world.open(Label.clean(), createdAt, dice);
            int followers = dice.logUniform(300, 8_000);
            Wave wave = new Wave(createdAt, NEWEST, dice.between(0.5, 1.2), Taste.ordinary(followers, dice), followers);
            account.audience().receive(wave, world.population(), dice);
            if (i < WITH_FOLLOWEES) {
                followees(world, account, dice);
            }
        }
    }

    private static void followees(World world, AuditedAccount account, Dice dice) {
        FolloweeList followees = world.followeesOf(account.id());
        int enough = dice.logUniform(120, 900);
        while (followees.follows().size() < enough) {
            long since = dice.between(account.createdAt(), NEWEST);
            Account followee = world.population().everyone().existingAt(since, dice);
            if (followee != null) {
                followees.add(followee, since, Math.max(since, OLDEST) + (long) dice.exponential(2_000 * DAY));
            }
        }
    }

    private OrdinaryAccounts() {}
}
