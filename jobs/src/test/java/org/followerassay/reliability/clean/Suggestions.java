package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;

import java.util.ArrayList;
import java.util.List;

/** Accounts that the platform shows to everybody who joins, each for months or years. */
final class Suggestions {
    /**
     * @param from day of the first newcomers who see it
     * @param until day from which they see somebody else
     * @param followed share of newcomers who follow it
     */
    private record Suggestion(Person host, int from, int until, double followed) {
        boolean shownTo(Person newcomer) {
            return newcomer.joined >= from * DAY && newcomer.joined < until * DAY;
        }
    }

    private final People people;
    private final Dice dice;
    private final List<Suggestion> suggestions = new ArrayList<>();

    Suggestions(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    void found() {
        for (int host = Kind.SUGGESTED.hosts(people.population()); host > 0; host--) {
            int from = people.day(0.03, 0.88);
            int until = from + (int) dice.between(200, 1_500);
            double joined = DAY * (from - dice.between(20, 900));
            Person suggested = people.host(joined, people.worldLanguage(), Kind.SUGGESTED);
            suggestions.add(new Suggestion(suggested, from, until, dice.between(0.12, 0.5)));
        }
    }

    /** Enters into the diary who follows what was shown, mostly within minutes of joining. */
    void show(Diary diary) {
        for (Person newcomer : people.all()) {
            double understood = newcomer.language < People.WORLD_LANGUAGES ? 1 : 0.3;
            for (Suggestion shown : suggestions) {
                if (shown.shownTo(newcomer) && !newcomer.byForm && dice.chance(shown.followed * understood)) {
                    diary.follow(newcomer.joined + dice.lognormal(240, 1.4), newcomer, shown.host);
                }
            }
        }
    }
}
