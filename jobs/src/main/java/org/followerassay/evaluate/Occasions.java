package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;

/** Honest accounts with a day, or a way, of being found that looks like a delivery. */
final class Occasions {
    private final World world;
    private final Dice dice;

    private Occasions(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    static void enter(World world, int cast) {
        Occasions occasions = new Occasions(world, world.dice("occasions " + cast));
        occasions.viralDay();
        occasions.giveaway();
        occasions.tvEvening();
        occasions.suggestedToNewcomers();
        occasions.newAndGrowing();
    }

    /** 1,300 people of all account ages within two days. */
    private void viralDay() {
        long day = dice.between(Timeline.at("2025-11-01"), Timeline.at("2026-06-01"));
        AuditedAccount account = opened("viral_day", "2016-03-01", 1_700);
        receive(account, new Wave(day, day + 2 * DAY, 1.6, usual(3_000), 1_300));
    }

    /** 900 within three days, many with an account made for the prize. */
    private void giveaway() {
        AuditedAccount account = opened("giveaway", "2017-05-01", 1_300);
        long start = Population.GIVEAWAY;
        receive(account, Wave.steady(start, start + 3 * DAY, usual(2_000).withYoung(0.4, 1.2), 900));
    }

    /** 1,500 within a day, a quarter of them new to the platform. */
    private void tvEvening() {
        AuditedAccount account = opened("tv_day", "2014-09-01", 3_000);
        long start = Population.TV_EVENING;
        receive(account, new Wave(start, start + DAY, 1.5, usual(5_000).withYoung(0.25, 0.2), 1_500));
    }

    /** Shown to everybody who signs up: a stream of followers who are hours old. */
    private void suggestedToNewcomers() {
        AuditedAccount account = opened("suggested_account", "2013-02-01", 500);
        long start = Timeline.at("2019-06-01");
        receive(account, Wave.steady(start, NEWEST, usual(3_000).withYoung(0.9, 0.3), 2_400));
    }

    /** All of its followers came within the last months. */
    private void newAndGrowing() {
        long createdAt = Timeline.at("2026-04-02") + dice.between(0, 20 * DAY);
        AuditedAccount account = world.open(Label.lookAlike("new_and_growing"), createdAt, dice);
        receive(account, new Wave(createdAt, NEWEST, 0.6, usual(2_500), 2_500));
    }

    private AuditedAccount opened(String kind, String day, int usualFollowers) {
        long createdAt = Timeline.at(day) + dice.between(0, 200 * DAY);
        AuditedAccount account = world.open(Label.lookAlike(kind), createdAt, dice);
        receive(account, new Wave(createdAt, NEWEST, 0.8, usual(usualFollowers), usualFollowers));
        return account;
    }

    private void receive(AuditedAccount account, Wave wave) {
        account.audience().receive(wave, world.population(), dice);
    }

    private Taste usual(int followers) {
        return Taste.ordinary(followers, dice);
    }
}
