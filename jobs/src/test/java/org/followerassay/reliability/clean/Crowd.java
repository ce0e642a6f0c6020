package org.followerassay.reliability.clean;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Those who are on the platform at a time, as far as an occasion reaches them. */
final class Crowd {
    private final List<Person> people;
    private final Dice dice;

    /** @param people in the order of joining */
    Crowd(List<Person> people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** How many have joined by then. */
    int present(double at) {
        int low = 0;
        int high = people.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (people.get(middle).joined <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Somebody of any age, likelier of the language; those who have left come back for news, but seldom. */
    Person passerBy(double at, int language) {
        int present = present(at);
        Person met = people.get(0);
        for (int tries = 0; tries < 40; tries++) {
            met = people.get(dice.below(present));
            if (dice.chance((met.uses((int) at) ? 1 : 0.2) * (met.language == language ? 1 : 0.12))) {
                return met;
            }
        }
        return met;
    }

    /** All present on whom the dice fall, each with a chance of its own. */
    List<Person> those(double at, ToDoubleFunction<Person> chance) {
        return people.subList(0, present(at)).stream()
                .filter(person -> dice.chance(chance.applyAsDouble(person)))
                .toList();
    }
}
