package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEVER;

import java.util.ArrayList;
import java.util.List;

/** The ordinary accounts: they follow whom they like, when they like. */
final class Population {
    static final int TOPICS = 12;

    /** Newcomers of these days came for one account's sake; they stay on the platform like anybody else. */
    static final long GIVEAWAY = Timeline.at("2024-05-10");

    static final long TV_EVENING = Timeline.at("2022-11-19") + 20 * 3_600;
    static final long CONFERENCE = Timeline.at("2023-06-05");

    /** The day on which the platform removed accounts, for reasons of its own. */
    private static final long PURGE = Timeline.at("2026-09-14");

    private static final double REMOVED_SHARE = 0.03;

    private final Crowd everyone;
    private final List<Crowd> byTopic;
    private final Crowd quiet;
    private final Crowd removed;
    private final List<Account> conferenceGoers;

    private Population(List<Account> accounts, List<Account> conferenceGoers) {
        everyone = new Crowd(accounts);
        byTopic = new ArrayList<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            int wanted = topic;
            byTopic.add(new Crowd(accounts.stream()
                    .filter(account -> account.topic() == wanted)
                    .toList()));
        }
        quiet = new Crowd(accounts.stream()
                .filter(account -> account.profile().hardlyPosts())
                .toList());
        removed = new Crowd(accounts.stream()
                .filter(account -> account.removedAt() != NEVER)
                .toList());
        this.conferenceGoers = conferenceGoers;
    }

    static Population of(SimulateOptions options, Ids ids) {
        Dice dice = Dice.of(options.seed(), "population");
        SignUps signUps = new SignUps(dice);
        List<Account> accounts = new ArrayList<>();
        int casts = options.accounts() / SimulateOptions.LEAST_ACCOUNTS;
        for (int i = 0; i < options.population(); i++) {
            accounts.add(account(signUps.next(dice), dice, ids));
        }
        for (int i = 0; i < 700 * casts; i++) {
            accounts.add(account(GIVEAWAY + dice.between(-2 * DAY, 3 * DAY), dice, ids));
            accounts.add(account(TV_EVENING + dice.between(0, DAY), dice, ids));
        }
        List<Account> conferenceGoers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            conferenceGoers.add(account(CONFERENCE + dice.between(0, 6 * DAY), dice, ids));
        }
        accounts.addAll(conferenceGoers);
        return new Population(accounts, conferenceGoers);
    }

    Crowd everyone() {
        return everyone;
    }

    Crowd interestedIn(int topic) {
        return byTopic.get(topic);
    }

    /** Those that the purge removed: gone from every list on the same day. */
    Crowd removed() {
        return removed;
    }

    List<Account> conferenceGoers() {
        return conferenceGoers;
    }

    /** Somebody who could follow an account of this topic at this time; null if nobody is there yet. */
    Account follower(long arrival, int topic, Taste taste, Dice dice) {
        double kind = dice.fraction();
        if (kind < taste.young()) {
            return everyone.createdJustBefore(arrival - (long) dice.exponential(taste.youngDays() * DAY), dice);
        }
        if (kind < taste.young() + taste.recent()) {
            return everyone.createdJustBefore(arrival - (long) dice.exponential(250.0 * DAY), dice);
        }
        if (dice.chance(taste.quiet())) {
            return quiet.existingAt(arrival, dice);
        }
        return (dice.chance(taste.sameTopic()) ? byTopic.get(topic) : everyone).existingAt(arrival, dice);
    }

    /** A topic, the common ones more often. */
    static int topic(Dice dice) {
        double[] upTo = new double[TOPICS];
        double sum = 0;
        for (int topic = 0; topic < TOPICS; topic++) {
            sum += StrictMath.pow(topic + 1, -0.8);
            upTo[topic] = sum;
        }
        double drawn = dice.fraction() * sum;
        int topic = 0;
        while (upTo[topic] < drawn) {
            topic++;
        }
        return topic;
    }

    private static Account account(long createdAt, Dice dice, Ids ids) {
        boolean goes = createdAt < PURGE && dice.chance(REMOVED_SHARE);
        return new Account(
                ids.next(createdAt, dice),
                createdAt,
                topic(dice),
                dice.logNormal(1, 0.8),
                goes ? PURGE : NEVER,
                Profile.ordinary(createdAt, dice));
    }
}
