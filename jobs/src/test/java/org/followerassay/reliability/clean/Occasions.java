package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;
import static org.followerassay.reliability.clean.Days.HOUR;

import java.util.ArrayList;
import java.util.List;

/** What draws a crowd on some day: somebody famous joins, a paper writes, or a newsletter moves its readers. */
final class Occasions {
    /**
     * @param at time of its beginning
     * @param reach people who are on the platform already and follow
     * @param newcomers people who join for it
     */
    private record Occasion(Kind kind, Person host, double at, int reach, List<Person> newcomers) {}

    private final People people;
    private final Dice dice;
    private final List<Occasion> occasions = new ArrayList<>();

    Occasions(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** Lets those join who would not be here without an occasion. */
    void announce() {
        for (int i = Kind.CELEBRITY.hosts(people.population()); i > 0; i--) {
            celebrity(people.day(0.4, 0.95));
        }
        for (int i = Kind.PRESS_DAY.hosts(people.population()); i > 0; i--) {
            press(people.day(0.12, 0.98));
        }
        for (int i = Kind.NEWSLETTER.hosts(people.population()); i > 0; i--) {
            newsletter(people.day(0.2, 0.97));
        }
    }

    private void celebrity(int day) {
        int language = people.worldLanguage();
        double at = Days.moment(day, language, dice);
        Person celebrity = people.host(at, language, Kind.CELEBRITY);
        celebrity.courtesy = 0;
        int fans = dice.size(0.0016 * people.population(), 0.6, 5, people.population() / 100);
        List<Person> newcomers = new ArrayList<>();
        for (int i = 0; i < fans; i++) {
            newcomers.add(people.join(at + dice.lognormal(20 * HOUR, 1.1), language));
        }
        occasions.add(new Occasion(Kind.CELEBRITY, celebrity, at, 0, newcomers));
    }

    private void press(int day) {
        int language = people.worldLanguage();
        Person host = people.host(DAY * (day - dice.between(150, 2_500)), language, Kind.PRESS_DAY);
        for (int from = day; from < Days.LATEST; from += (int) dice.between(150, 1_500)) {
            double at = Days.moment(from, language, dice);
            int reach = dice.size(280, 0.8, 70, 2_500);
            occasions.add(
                    new Occasion(Kind.PRESS_DAY, host, at, reach, people.joining(reach / 25, at, 12 * HOUR, language)));
            if (dice.chance(0.7)) {
                return;
            }
        }
    }

    private void newsletter(int day) {
        int language = people.worldLanguage();
        Person host = people.host(DAY * (day - dice.between(3, 1_200)), language, Kind.NEWSLETTER);
        for (int from = day; from < Days.LATEST; from += (int) dice.between(150, 900)) {
            double at = from * DAY + HOUR * dice.between(7, 20);
            int readers = dice.size(270, 0.6, 110, 1_300);
            List<Person> made = people.joining((int) (readers * dice.between(0.05, 0.3)), at, 3 * HOUR, language);
            for (Person reader : made) {
                reader.byForm = true;
                reader.activity *= 0.2;
            }
            occasions.add(new Occasion(Kind.NEWSLETTER, host, at, readers - made.size(), made));
            if (dice.chance(0.6)) {
                return;
            }
        }
    }

    /** Enters into the diary who follows because of an occasion. */
    void happen(Diary diary) {
        Crowd crowd = new Crowd(people.all(), dice);
        for (Occasion occasion : occasions) {
            switch (occasion.kind()) {
                case CELEBRITY -> welcome(occasion, crowd, diary);
                case PRESS_DAY -> read(occasion, crowd, diary);
                default -> contacts(occasion, crowd, diary);
            }
        }
    }

    /** About a quarter follows within days; of those who join later, some look the name up at once, fewer each year. */
    private void welcome(Occasion occasion, Crowd crowd, Diary diary) {
        Person host = occasion.host();
        double share = Math.min(0.5, dice.lognormal(0.26, 0.6));
        double renown = dice.between(0.02, 0.15);
        double at = occasion.at();
        for (Person fan : crowd.those(at + DAY, fan -> share * interest(fan, host))) {
            diary.follow(at + dice.lognormal(15 * HOUR, 1.1), fan, host);
        }
        for (Person later :
                crowd.those(Days.END, later -> renown * interest(later, host) * fading(later.joined - at))) {
            diary.follow(later.joined + dice.lognormal(HOUR, 1.8), later, host);
        }
        occasion.newcomers().forEach(fan -> diary.follow(fan.joined + dice.lognormal(90, 1), fan, host));
    }

    private static double interest(Person fan, Person host) {
        return (fan.language == host.language ? 1 : 0.35) * (fan.leaves > host.joined ? 1 : 0.25);
    }

    private static double fading(double since) {
        return since < 0 ? 0 : StrictMath.exp(-since / (1_000.0 * DAY));
    }

    private void read(Occasion occasion, Crowd crowd, Diary diary) {
        Person host = occasion.host();
        for (int i = 0; i < occasion.reach(); i++) {
            double at = occasion.at() + dice.exponential(10 * HOUR);
            diary.follow(at, crowd.passerBy(at, host.language), host);
        }
        occasion.newcomers().forEach(reader -> diary.follow(reader.joined + dice.lognormal(120, 1), reader, host));
    }

    /** Contacts who have an account, be it one that a form made for them, follow as the import gets to them. */
    private void contacts(Occasion occasion, Crowd crowd, Diary diary) {
        Person host = occasion.host();
        double lasts = HOUR * dice.between(1, 8);
        List<Person> made = new ArrayList<>(crowd.those(occasion.at(), person -> person.byForm ? 1 : 0));
        dice.shuffle(made);
        made = made.subList(0, Math.min(made.size(), (int) (0.35 * occasion.reach())));
        made.forEach(reader -> diary.follow(occasion.at() + dice.between(0, lasts), reader, host));
        for (int i = made.size(); i < occasion.reach(); i++) {
            double at = occasion.at() + dice.between(0, lasts);
            diary.follow(at, crowd.passerBy(at, host.language), host);
        }
        occasion.newcomers().forEach(reader -> diary.follow(reader.joined + 1.0, reader, host));
    }
}
