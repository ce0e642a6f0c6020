package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;
import static org.followerassay.reliability.clean.Days.HOUR;

import java.util.ArrayList;
import java.util.List;

/** People who have something in common for long: a country, a school or firm, or a ring of friends. */
final class Communities {
    private static final int DOZEN = 12;

    /** @param members come for the hosts, or, in a ring, for each other */
    private record Community(int from, List<Person> hosts, List<Person> members) {}

    private final People people;
    private final Dice dice;
    private final List<Community> countries = new ArrayList<>();
    private final List<Community> intakes = new ArrayList<>();
    private final List<Community> rings = new ArrayList<>();

    Communities(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** Lets those join who would not be here without their community. */
    void found() {
        int population = people.population();
        int online = Math.min(People.LANGUAGES - People.WORLD_LANGUAGES, Kind.share(5, population));
        for (int language = People.WORLD_LANGUAGES; language < People.LANGUAGES; language++) {
            int day = people.day(0.2, 0.9);
            people.open(language, day);
            if (language < People.WORLD_LANGUAGES + online) {
                country(language, day, population / (10 * online), Kind.REGION.hosts(population) / online);
            }
        }
        int places = Math.max(1, Kind.INTAKE.listed(population) / DOZEN);
        for (int place = 0; place < places; place++) {
            intake(people.worldLanguage(), place % 2 == 0);
        }
        for (int ring = Kind.share(12, population); ring > 0; ring--) {
            ring(people.worldLanguage(), people.day(0.15, 0.97));
        }
    }

    /** Comes online: its papers and singers in the first days, and most of the others within two weeks. */
    private void country(int language, int opens, int size, int hosts) {
        Community country = new Community(opens, new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < hosts; i++) {
            double at = Days.moment(opens + dice.below(5), language, dice);
            country.hosts.add(people.host(at, language, Kind.REGION));
        }
        for (int i = 0; i < size; i++) {
            double u = dice.between(0, 1);
            int days = (int) (dice.chance(0.85) ? 14 * u * StrictMath.sqrt(u) : 14 + dice.exponential(50));
            int day = Math.min(Days.LAST - 1, opens + days);
            country.members.add(people.join(Days.moment(day, language, dice), language));
        }
        countries.add(country);
    }

    /** A school takes in a class each September, a firm some people each quarter, always on the days of one week. */
    private void intake(int language, boolean school) {
        int opens = people.day(0.08, 0.5);
        Community place = new Community(opens, new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < DOZEN; i++) {
            place.hosts.add(people.host(DAY * (opens - dice.between(2, 40)), language, Kind.INTAKE));
        }
        if (school) {
            for (int year = opens / 365 + 1; Days.schoolStart(year) < Days.LAST; year++) {
                week(place, Days.schoolStart(year), dice.size(70, 0.4, 25, 180), language);
            }
        } else {
            for (int day = Days.monday(opens); day < Days.LAST; day += 91) {
                week(place, day, dice.size(16, 0.5, 4, 60), language);
            }
        }
        intakes.add(place);
    }

    private void week(Community place, int monday, int size, int language) {
        for (int i = 0; i < size; i++) {
            int day = Math.min(Days.LAST - 1, monday + dice.below(5));
            place.members.add(people.join(day * DAY + HOUR * dice.between(8, 16), language));
        }
    }

    private void ring(int language, int starts) {
        int size = dice.size(65, 0.5, 30, 150);
        Community ring = new Community(starts, List.of(), new ArrayList<>());
        for (int i = 0; i < size; i++) {
            double before = Math.max(starts * 0.1, starts - 3 - dice.exponential(700));
            Person member = people.join(DAY * before, language);
            member.kind = Kind.RING;
            member.leaves = (int) Math.min(Days.END, DAY * (starts + 60 + dice.exponential(1_500)));
            member.activity = 0.5 + 1.5 * member.activity;
            member.courtesy = dice.between(0.6, 0.95);
            ring.members.add(member);
        }
        rings.add(ring);
    }

    /** Enters into the diary whom the communities follow because they are communities. */
    void meet(Diary diary) {
        countries.forEach(country -> settle(country, diary));
        intakes.forEach(place -> welcome(place, diary));
        rings.forEach(ring -> befriend(ring, diary));
    }

    /** A country's own papers and singers are followed at once or in the months after, the best known by more. */
    private void settle(Community country, Diary diary) {
        for (Person member : country.members) {
            for (int rank = 0; rank < country.hosts.size(); rank++) {
                if (dice.chance(0.9 / StrictMath.pow(rank + 1.0, 0.35))) {
                    double later = dice.chance(0.4) ? dice.lognormal(0.5 * HOUR, 1.5) : dice.exponential(120 * DAY);
                    diary.follow(member.joined + later, member, country.hosts.get(rank));
                }
            }
        }
    }

    private void welcome(Community place, Diary diary) {
        for (Person member : place.members) {
            for (Person host : place.hosts) {
                if (dice.chance(0.85)) {
                    diary.follow(member.joined + dice.lognormal(1_200, 1.5), member, host);
                }
            }
            for (Person other : place.members) {
                if (Math.abs(other.joined - member.joined) < 6 * DAY && dice.chance(0.12)) {
                    diary.follow(member.joined + dice.lognormal(DAY, 1.3), member, other);
                }
            }
        }
    }

    /** Each says hello within three weeks and is followed by the others the same evening or the next. */
    private void befriend(Community ring, Diary diary) {
        List<Double> hello = new ArrayList<>();
        ring.members.forEach(member -> hello.add(DAY * (ring.from + dice.between(0, 21))));
        for (int i = 0; i < hello.size(); i++) {
            for (int j = 0; j < hello.size(); j++) {
                if (i != j && dice.chance(0.92)) {
                    double both = Math.max(hello.get(i), hello.get(j));
                    diary.follow(both + dice.lognormal(4 * HOUR, 1.3), ring.members.get(i), ring.members.get(j));
                }
            }
        }
    }
}
