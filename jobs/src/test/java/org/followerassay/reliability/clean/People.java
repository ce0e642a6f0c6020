package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Everybody who ever joins. Those whom an occasion brings join first; the rest fills up by growth and by waves in the news. */
final class People {
    /** 0 to 2 are spoken everywhere, each other one in a country that comes online late. */
    static final int LANGUAGES = 8;

    static final int WORLD_LANGUAGES = 3;
    static final int TOPICS = 12;

    private static final double[] COURTESY = {0.7, 0.9, 1.2, 1.3, 0.8, 1.4, 1.1, 0.5};

    private final int population;
    private final Dice dice;
    private final List<Person> all = new ArrayList<>();
    private final int[] opening = new int[LANGUAGES];
    private final double[] upTo = new double[Days.LAST];

    People(int population, Dice dice) {
        this.population = population;
        this.dice = dice;
        double sum = 0;
        for (int day = 0; day < Days.LAST; day++) {
            sum += Days.growth(day);
            upTo[day] = sum;
        }
    }

    int population() {
        return population;
    }

    List<Person> all() {
        return all;
    }

    /** From a day on, people of a country join in numbers; before, only those who live elsewhere. */
    void open(int language, int day) {
        opening[language] = day;
    }

    /** A day between two shares of the platform's time. */
    int day(double from, double to) {
        return (int) (Days.LAST * dice.between(from, to));
    }

    /** @param at a time before the launch stands for one in the first weeks */
    Person join(double at, int language) {
        int second = (int) Math.min(Days.END - 1, at < 0 ? DAY * dice.between(0, 60) : at);
        Person person = new Person(second, language, dice.below(TOPICS));
        person.activity = dice.lognormal(1, 1);
        person.courtesy = 0.8 * COURTESY[language] * dice.between(0, 1) * dice.between(0, 1);
        person.fame = dice.lognormal(0.03, 2.2);
        // Whoever is read stays, and comes often.
        person.activity *= 1 + Math.min(4, 2 * person.fame);
        person.leaves = (int) Math.min(Days.END, second + DAY * (stay(second) + 700 * person.fame));
        person.collectsPrizes = dice.chance(0.04);
        all.add(person);
        return person;
    }

    /** Somebody whom many will want to follow, and who does not follow all of them back. */
    Person host(double at, int language, Kind kind) {
        Person host = join(at, language);
        host.kind = kind;
        host.leaves = Days.END;
        host.courtesy *= 0.2;
        host.fame = dice.lognormal(0.3, 0.7);
        return host;
    }

    /** People who join from a time on, fewer and fewer, after {@code fades} seconds on average. */
    List<Person> joining(int size, double from, double fades, int language) {
        List<Person> newcomers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            newcomers.add(join(from + dice.exponential(fades), language));
        }
        return newcomers;
    }

    /** Days until somebody stops coming; more of the first members only looked. */
    private double stay(int joined) {
        double kindOfGuest = dice.between(0, 1) - (joined < 700 * DAY ? 0.12 : 0);
        return dice.exponential(kindOfGuest < 0.28 ? 5 : kindOfGuest < 0.65 ? 400 : 3_000);
    }

    /** Brings the number up to the population, sorts by time of joining and gives out the ids. */
    void fill() {
        launch(population / 40);
        int waves = 24;
        for (int wave = 0; wave < waves; wave++) {
            news(dice.size(0.0045 * population, 0.7, 1, population / 40));
        }
        while (all.size() < population) {
            int day = growthDay();
            joinOn(day, language(day));
        }
        all.sort(Comparator.comparingInt(person -> person.joined));
        number();
    }

    private void joinOn(int day, int language) {
        join(Days.moment(day, language, dice), language);
    }

    private void launch(int size) {
        for (int i = 0; i < size; i++) {
            joinOn((int) Math.min(Days.LAST - 1, dice.exponential(35)), dice.chance(0.85) ? 0 : 1);
        }
    }

    /** Something happens in the world, and people come to read about it; fewer each day. */
    private void news(int size) {
        int first = growthDay();
        int spoken = language(first);
        double fades = dice.between(1.5, 8);
        for (int i = 0; i < size && all.size() < population; i++) {
            int day = first + (int) dice.exponential(fades);
            if (day < Days.LAST) {
                joinOn(day, dice.chance(0.7) ? spoken : language(day));
            }
        }
    }

    private int growthDay() {
        double drawn = dice.between(0, upTo[Days.LAST - 1]);
        int day = Arrays.binarySearch(upTo, drawn);
        return Math.min(Days.LAST - 1, day < 0 ? -day - 1 : day);
    }

    private int language(int day) {
        for (int language = WORLD_LANGUAGES; language < LANGUAGES; language++) {
            if (dice.chance(day >= opening[language] ? 0.025 : 0.002)) {
                return language;
            }
        }
        return worldLanguage();
    }

    int worldLanguage() {
        double spoken = dice.between(0, 1);
        return spoken < 0.64 ? 0 : spoken < 0.85 ? 1 : 2;
    }

    /** Snowflakes: milliseconds since 2010-11-04, above 10 bits for the machine and 12 to number those of one millisecond. */
    private void number() {
        long before = 0;
        for (int number = 0; number < all.size(); number++) {
            Person person = all.get(number);
            person.number = number;
            long millis = (Days.LAUNCH_SECOND + person.joined) * 1_000 + dice.below(1_000);
            long drawn = ((millis - 1_288_834_974_657L) << 22) | ((long) dice.below(1 << 10) << 12);
            person.id = Math.max(drawn, before + 1);
            before = person.id;
        }
    }
}
