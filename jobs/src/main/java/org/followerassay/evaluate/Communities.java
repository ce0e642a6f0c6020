package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Honest accounts that share followers because the followers share something. */
final class Communities {
    private static final int FAVOURITES = 7;
    private static final int FANS = 300;
    private static final int SPEAKERS = 5;

    /** Fans and conference-goers follow nearly all of the accounts, not all. */
    private static final double LOYALTY = 0.92;

    static void enter(World world, int cast) {
        Dice dice = world.dice("communities " + cast);
        fans(world, dice);
        conference(world, dice);
    }

    /** 300 people who joined over many years follow each other's seven favourites, each when they found them. */
    private static void fans(World world, Dice dice) {
        List<AuditedAccount> favourites =
                open(world, Label.lookAlike("fan_community"), FAVOURITES, Timeline.at("2015-01-01"), dice);
        Crowd interested =
                world.population().interestedIn(favourites.get(0).audience().topic());
        Set<Account> fans = new LinkedHashSet<>();
        while (fans.size() < FANS) {
            fans.add(interested.existingAt(NEWEST - 90 * DAY, dice));
        }
        for (AuditedAccount favourite : favourites) {
            for (Account fan : fans) {
                if (dice.chance(LOYALTY)) {
                    long since = Math.max(fan.createdAt(), favourite.createdAt());
                    favourite.audience().addOrganic(fan, dice.between(since, NEWEST), dice);
                }
            }
        }
    }

    /** 60 people join in the week of a conference and follow its five speakers there. */
    private static void conference(World world, Dice dice) {
        List<AuditedAccount> speakers =
                open(world, Label.lookAlike("conference"), SPEAKERS, Timeline.at("2016-01-01"), dice);
        for (AuditedAccount speaker : speakers) {
            for (Account goer : world.population().conferenceGoers()) {
                if (dice.chance(LOYALTY)) {
                    speaker.audience().addOrganic(goer, goer.createdAt() + dice.between(600, 5 * DAY), dice);
                }
            }
        }
    }

    /** Accounts of their own size and age, with ordinary followers so far. */
    private static List<AuditedAccount> open(World world, Label label, int count, long since, Dice dice) {
        List<AuditedAccount> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long createdAt = since + dice.between(0, 1_500 * DAY);
            AuditedAccount account = world.open(label, createdAt, dice);
            int followers = dice.logUniform(500, 2_500);
            Wave wave = new Wave(createdAt, NEWEST, dice.between(0.6, 1.1), Taste.ordinary(followers, dice), followers);
            account.audience().receive(wave, world.population(), dice);
            opened.add(account);
        }
        return opened;
    }

    private Communities() {}
}
