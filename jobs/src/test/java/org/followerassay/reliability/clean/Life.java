package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;
import static org.followerassay.reliability.clean.Days.HOUR;

/**
 * Fourteen years, act by act. Between the occasions that are in the diary from the start people visit, seldom and more seldom
 * the longer they are there, follow whom they notice, follow back, and drop whom they are tired of.
 */
final class Life {
    /** Days after which somebody visits half as often as at first. */
    private static final double SETTLED = 60;

    /** Visits of the middle person within {@link #SETTLED} days at the first pace. */
    private static final double FIRST_VISITS = 3.5;

    private final People people;
    private final Diary diary;
    private final Dice dice;
    private final Ties ties;
    private final Attention attention;

    Life(People people, Diary diary, Dice dice) {
        this.people = people;
        this.diary = diary;
        this.dice = dice;
        this.ties = new Ties(people.all().size());
        this.attention = new Attention(people.all(), ties, dice);
    }

    /** The ties at the end. */
    Ties lived() {
        people.all().forEach(diary::join);
        for (Diary.Step step = diary.next(); step != null; step = diary.next()) {
            switch (step.act()) {
                case JOIN -> join(step.who());
                case VISIT -> visit(step.who(), step.at());
                case FOLLOW -> follow(step.who(), step.whom(), step.at());
                case DROP -> ties.drop(step.who(), step.whom());
            }
        }
        return ties;
    }

    private void join(Person who) {
        attention.joined(who);
        if (who.byForm) {
            diary.visit(who.joined + dice.exponential(300 * DAY), who);
            return;
        }
        int friends = (int) dice.exponential(2.2);
        for (int i = 0; i < friends; i++) {
            Person friend = attention.acquaintance(who);
            diary.follow(who.joined + dice.lognormal(HOUR, 2), who, friend);
            if (friend.uses(who.joined) && dice.chance(0.5)) {
                diary.follow(who.joined + dice.lognormal(DAY, 1.5), friend, who);
            }
        }
        diary.visit(who.joined + dice.between(20, 400), who);
    }

    private void visit(Person who, int at) {
        if (!who.uses(at)) {
            return;
        }
        Person whom = attention.choice(who);
        if (whom != null) {
            follow(who, whom, at);
        }
        for (double posts = Math.min(who.fame, 30); dice.chance(posts); posts--) {
            attention.seen(who, who);
        }
        Ints followees = ties.followees(who);
        if (dice.chance(0.06) && followees.size() > 8) {
            ties.drop(who, people.all().get(followees.get(dice.below(followees.size()))));
        }
        diary.visit(next(who, at), who);
    }

    /** More of the same visit, or the next one, at a pace that falls with the inverse of the account's age. */
    private double next(Person who, int at) {
        boolean firstHour = at - who.joined < HOUR;
        if (dice.chance(firstHour ? 0.72 : 0.42)) {
            return at + dice.between(10, 240);
        }
        double settled = SETTLED * DAY;
        double pace = FIRST_VISITS * who.activity;
        return who.joined
                + settled * ((1 + (at - who.joined) / settled) * StrictMath.exp(dice.exponential(1) / pace) - 1);
    }

    private void follow(Person who, Person whom, int at) {
        if (ties.add(who, whom, at)) {
            attention.seen(whom, who);
            double courtesy = whom.courtesy / (1 + ties.followers(whom).size() / 1_500.0);
            if (whom.uses(at) && dice.chance(courtesy)) {
                diary.follow(at + dice.lognormal(6 * HOUR, 1.7), whom, who);
            }
        }
    }
}
