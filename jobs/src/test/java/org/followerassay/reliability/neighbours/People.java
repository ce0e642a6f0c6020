package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes accounts as they sign up, and puts people into the circles in which they live. */
final class People {
    static final int INTERESTS = 12;
    /** Members of the network in a class of thirty, at the most. */
    private static final int CLASS = 22;

    private static final int FAMILY = 7;

    final List<Account> all = new ArrayList<>();
    private final Chance chance;
    private final Map<String, Circle> circles = new HashMap<>();
    private long lastId = 100_000;

    People(Chance chance) {
        this.chance = chance;
    }

    Account person(long at, Town town, int age) {
        Account person = new Account(
                all.size(), nextId(), null, town, at, Timeline.year(at) - age, interests(), Traits.person(at, chance));
        join(person, open(town.number + " family", FAMILY, 0.85));
        if (person.born >= 1985) {
            join(person, open(town.number + " class " + person.born, CLASS, 0.55));
        }
        if (person.age(Timeline.SNAPSHOT) > 21 && chance.happens(0.7)) {
            join(person, work(town));
        }
        if (chance.happens(0.35)) {
            int hobby = Integer.numberOfTrailingZeros(person.interests);
            join(person, open(town.number + " hobby " + hobby, 45, 0.3));
        }
        add(person);
        return person;
    }

    Account page(long at, PageKind kind, Town town) {
        Account page =
                new Account(all.size(), nextId(), kind, town, at, 1980, interest(), Traits.page(at, kind, chance));
        add(page);
        return page;
    }

    /** Most are between 14 and 30; later on, those who sign up are pupils, or parents. */
    int age(long at) {
        int later = Math.max(0, Timeline.year(at) - 2016) / 2;
        return switch (chance.weighted(0.62, 0.28, 0.10)) {
            case 0 -> 13 + (chance.below(9) + chance.below(10));
            case 1 -> chance.between(25, 46) + later;
            default -> chance.between(42, 74);
        };
    }

    private void add(Account account) {
        all.add(account);
        account.town.add(account);
    }

    private long nextId() {
        lastId += 1 + chance.poisson(0.4);
        return lastId;
    }

    private int interests() {
        int interests = 0;
        for (int i = 0; i < 3; i++) {
            interests |= interest();
        }
        return interests;
    }

    /** Some things are loved by many and some by few. */
    private int interest() {
        return 1 << (int) (INTERESTS * chance.share() * Math.sqrt(chance.share()));
    }

    private static void join(Account person, Circle circle) {
        circle.members.add(person);
        person.circles.add(circle);
    }

    /** The circle of that name that has still room, or the next one. */
    private Circle open(String name, int room, double known) {
        Circle circle = circles.get(name);
        if (circle == null || circle.members.size() >= circle.room) {
            circle = new Circle(room, known);
            circles.put(name, circle);
        }
        return circle;
    }

    /** Few workplaces are large; in a large one each knows a part of the others. */
    private Circle work(Town town) {
        int room = (int) Math.min(160, 5 * chance.pareto(0.8));
        return open(town.number + " work " + chance.below(6), room, Math.min(0.5, 9.0 / room));
    }
}
