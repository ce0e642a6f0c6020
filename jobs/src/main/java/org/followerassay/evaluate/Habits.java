package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEVER;
import static org.followerassay.evaluate.Timeline.NEWEST;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Honest accounts whose follows, or whose losses, look like those of somebody who games the numbers. */
final class Habits {
    private static final int CIRCLE = 60;

    private final World world;
    private final Dice dice;

    private Habits(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    static void enter(World world, int cast) {
        Habits habits = new Habits(world, world.dice("habits " + cast));
        habits.springCleaner();
        habits.followBackCircle();
        habits.purgedList();
    }

    /** Follows 1,400, and drops 30 % of them in October. */
    private void springCleaner() {
        AuditedAccount account = opened("spring_cleaner", 900);
        FolloweeList followees = world.followeesOf(account.id());
        long october = Timeline.at("2026-10-04");
        while (followees.follows().size() < 1_400) {
            long since = dice.between(account.createdAt(), Timeline.OLDEST);
            Account followee = world.population().everyone().existingAt(since, dice);
            if (followee != null) {
                followees.add(followee, since, dice.chance(0.3) ? october + dice.between(0, 9 * DAY) : NEVER);
            }
        }
    }

    /** Follows whoever follows it, like the sixty around it do; nobody unfollows anybody. */
    private void followBackCircle() {
        AuditedAccount account = opened("follow_back_circle", 700);
        FolloweeList followees = world.followeesOf(account.id());
        Set<Account> members = new LinkedHashSet<>();
        while (members.size() < CIRCLE) {
            members.add(world.population().everyone().existingAt(Timeline.at("2023-01-01"), dice));
        }
        for (Account member : members) {
            account.audience().add(member, dice.between(Timeline.at("2023-02-01"), NEWEST), NEVER, Audience.ORGANIC);
        }
        for (Audience.Tie tie : account.audience().inOrder()) {
            if (dice.chance(0.95)) {
                followees.add(tie.follower(), tie.arrived() + (long) dice.exponential(2 * DAY), NEVER);
            }
        }
        mutual(new ArrayList<>(members));
    }

    private void mutual(List<Account> members) {
        for (Account one : members) {
            FolloweeList followees = world.followeesOf(one.id());
            for (Account other : members) {
                if (dice.chance(0.9)) {
                    followees.add(other, dice.between(Timeline.at("2023-02-01"), Timeline.OLDEST), NEVER);
                }
            }
        }
    }

    /** A fifth of its followers are removed by the platform on the day on which all lists lose some. */
    private void purgedList() {
        AuditedAccount account = opened("unfollow_wave", 1_500);
        List<Account> removed = world.population().removed().accounts();
        for (int missing = 375; missing > 0; ) {
            Account follower = removed.get(dice.below(removed.size()));
            long since = Math.max(account.createdAt(), follower.createdAt());
            if (since < Timeline.OLDEST
                    && account.audience()
                            .add(follower, dice.between(since, Timeline.OLDEST), NEVER, Audience.ORGANIC)) {
                missing--;
            }
        }
    }

    private AuditedAccount opened(String kind, int followers) {
        long createdAt = dice.between(Timeline.at("2012-01-01"), Timeline.at("2018-12-31"));
        AuditedAccount account = world.open(Label.lookAlike(kind), createdAt, dice);
        Wave wave = new Wave(createdAt, NEWEST, 0.9, Taste.ordinary(followers, dice), followers);
        account.audience().receive(wave, world.population(), dice);
        return account;
    }
}
