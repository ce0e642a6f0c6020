package org.followerassay.evaluate;

import static org.followerassay.evaluate.Audience.ORGANIC;
import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEVER;
import static org.followerassay.evaluate.Timeline.NEWEST;

/** Accounts that follow thousands within weeks, wait for follow-backs and drop nearly everybody again. */
final class MassFollowers {
    static void enter(World world, int cast) {
        Dice dice = world.dice("mass followers " + cast);
        for (int peak = 0; peak < 2; peak++) {
            enter(world, Timeline.seconds(Timeline.SNAPSHOTS.get(peak)), dice);
        }
    }

    private static void enter(World world, long peak, Dice dice) {
        long createdAt = dice.between(Timeline.at("2018-01-01"), Timeline.at("2024-12-31"));
        AuditedAccount account = world.open(Label.actor("mass_follow_then_unfollow"), createdAt, dice);
        Taste taste = Taste.ordinary(400, dice);
        account.audience().receive(Wave.steady(createdAt, NEWEST, taste, 400), world.population(), dice);

        FolloweeList followees = world.followeesOf(account.id());
        int targets = 3_000 + dice.below(2_000);
        double followBack = dice.between(0.30, 0.45);
        while (followees.follows().size() < targets) {
            long followed = peak - dice.between(DAY, 20 * DAY);
            Account target = world.population().everyone().existingAt(followed, dice);
            long dropped = dice.chance(0.97) ? peak + dice.between(DAY, 28 * DAY) : NEVER;
            if (followees.add(target, followed, dropped) && dice.chance(followBack)) {
                long returned = followed + (long) dice.exponential(1.5 * DAY);
                long disappointed = dice.chance(0.12) ? dropped : NEVER;
                account.audience().add(target, returned, disappointed, ORGANIC);
            }
        }
    }

    private MassFollowers() {}
}
