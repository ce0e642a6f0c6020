package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;

import java.util.ArrayList;
import java.util.List;

/** The first members and their heroes. Most of both stop coming; some are back for a week at an anniversary. */
final class EarlyDays {
    private static final int OVER = 700 * DAY;

    private final People people;
    private final Dice dice;
    private final List<Person> heroes = new ArrayList<>();

    EarlyDays(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    void found() {
        for (int host = Kind.EARLY_DAYS.hosts(people.population()); host > 0; host--) {
            Person hero = people.host(DAY * dice.between(0, 90), 0, Kind.EARLY_DAYS);
            hero.leaves = DAY * dice.size(900, 0.7, 200, Days.LAST);
            heroes.add(hero);
        }
    }

    /** Enters into the diary whom the first members follow, as they join and when they are back. */
    void remember(Diary diary) {
        List<Person> first =
                people.all().stream().filter(person -> person.joined < OVER).toList();
        for (Person hero : heroes) {
            double known = dice.between(0.06, 0.35);
            for (Person member : first) {
                if (dice.chance(known)) {
                    diary.follow(member.joined + dice.exponential(25 * DAY), member, hero);
                }
            }
        }
        anniversary(people.day(0.4, 0.5), first, diary);
        anniversary(people.day(0.65, 0.75), first, diary);
        anniversary(people.day(0.85, 0.95), first, diary);
    }

    private void anniversary(int day, List<Person> first, Diary diary) {
        for (Person member : first) {
            if (dice.chance(0.25)) {
                double back = DAY * (day + dice.exponential(2));
                for (int i = 3 + dice.below(7); i > 0; i--) {
                    Person whom = dice.oneOf(dice.chance(0.75) ? heroes : first);
                    diary.follow(back + dice.between(0, 1_800), member, whom);
                }
            }
        }
    }
}
