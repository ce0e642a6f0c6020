package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;
import static org.followerassay.reliability.clean.Days.HOUR;

import java.util.ArrayList;
import java.util.List;

/** Prizes for those who follow: some people enter every one, some giveaways have several hosts, and a third do not stay. */
final class Giveaways {
    /**
     * @param hosts must all be followed
     * @param at time of its beginning
     * @param reach how many enter
     * @param newcomers those of them who join to enter
     */
    private record Giveaway(List<Person> hosts, double at, int reach, List<Person> newcomers) {}

    private final People people;
    private final Dice dice;
    private final List<Giveaway> giveaways = new ArrayList<>();

    Giveaways(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    void announce() {
        int hosts = Kind.GIVEAWAY.hosts(people.population());
        while (hosts > 0) {
            int together = Math.min(hosts, dice.chance(0.2) ? 2 + dice.below(2) : 1);
            announce(people.day(0.15, 0.97), together);
            hosts -= together;
        }
    }

    private void announce(int day, int together) {
        int language = people.worldLanguage();
        List<Person> hosts = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            hosts.add(people.host(DAY * (day - dice.between(60, 1_500)), language, Kind.GIVEAWAY));
        }
        for (int from = day; from < Days.LATEST; from += (int) dice.between(60, 500)) {
            double at = from * DAY + HOUR * dice.between(9, 21);
            int reach = dice.size(240, 0.7, 80, 1_800);
            giveaways.add(new Giveaway(hosts, at, reach, people.joining(reach / 18, at, 60 * HOUR, language)));
            if (dice.chance(0.6)) {
                return;
            }
        }
    }

    /** Enters into the diary who follows for a prize, and who drops the hosts once it is given. */
    void happen(Diary diary) {
        Crowd crowd = new Crowd(people.all(), dice);
        for (Giveaway giveaway : giveaways) {
            double ends = giveaway.at() + DAY * dice.between(3, 14);
            for (Person entrant : entrants(giveaway, crowd)) {
                enter(giveaway, ends, entrant, diary);
            }
        }
    }

    private List<Person> entrants(Giveaway giveaway, Crowd crowd) {
        double at = giveaway.at();
        List<Person> entrants = new ArrayList<>(giveaway.newcomers());
        entrants.addAll(crowd.those(at, person -> person.collectsPrizes && person.leaves > at ? 0.3 : 0));
        while (entrants.size() < giveaway.reach()) {
            entrants.add(crowd.passerBy(at, giveaway.hosts().get(0).language));
        }
        return entrants;
    }

    private void enter(Giveaway giveaway, double ends, Person entrant, Diary diary) {
        double enters = Math.max(entry(giveaway.at(), ends), entrant.joined + dice.lognormal(100, 1));
        boolean stays = dice.chance(0.67);
        double leaves = Math.max(ends + dice.exponential(12 * DAY), enters + HOUR);
        for (Person host : giveaway.hosts()) {
            diary.follow(enters, entrant, host);
            if (!stays) {
                diary.drop(leaves, entrant, host);
            }
            enters += dice.exponential(45);
        }
    }

    /** A rush at the beginning, and another on the last day. */
    private double entry(double begins, double ends) {
        double when = dice.between(0, 1);
        if (when < 0.45) {
            return begins + dice.exponential(8 * HOUR);
        }
        return when < 0.75 ? dice.between(begins, ends) : ends - DAY * dice.between(0, 1);
    }
}
