package org.followerassay.reliability.neighbours;

import java.util.List;

/** Lets the network happen, from its first day to the snapshot. */
final class History {
    /** So many of the people sign up of themselves, the others for an occasion. */
    private static final double BY_THEMSELVES = 0.8;

    private final Agenda agenda = new Agenda();
    private final Chance chance;
    private final Rhythm rhythm;
    private final Waves waves;
    private final Region region;
    private final People people;
    private final Search search;
    private final SignUp signUp;
    private final Suggestions suggestions;
    private final Occasions occasions;
    private final Publicity publicity;

    private History(long seed, int population) {
        chance = new Chance(seed);
        rhythm = new Rhythm(chance);
        waves = new Waves(chance, rhythm);
        region = new Region(population, chance);
        people = new People(chance);
        Ties ties = new Ties(people.all, agenda, chance, rhythm);
        search = new Search(region, ties, agenda, chance, rhythm);
        signUp = new SignUp(people, ties, search, agenda, chance, rhythm);
        suggestions = new Suggestions(region, agenda, chance);
        occasions = new Occasions(region, chance);
        publicity = new Publicity(region, people, signUp, ties, agenda, chance, rhythm);
    }

    /** All accounts that ever were, in the order of sign-up, with all ties that were ever made. */
    static List<Account> of(long seed, int population) {
        History history = new History(seed, population);
        history.agenda.plan(Timeline.FOUNDED, history.suggestions::month);
        for (int i = 0; i < population * BY_THEMSELVES; i++) {
            history.agenda.plan(history.waves.draw(), history::arrive);
        }
        for (PageKind kind : PageKind.values()) {
            for (int i = kind.count(population); i > 0; i--) {
                history.agenda.plan(history.opening(kind), () -> history.open(kind));
            }
        }
        history.agenda.run();
        return history.people.all;
    }

    private void arrive() {
        signUp.of(region.home(agenda.now()), people.age(agenda.now()));
    }

    /** Pages come when people come, but hardly in the last year; crossposters mostly when the competitor fails its people. */
    private long opening(PageKind kind) {
        if (kind == PageKind.CROSSPOSTER && chance.happens(0.8)) {
            long reason = chance.happens(0.4) ? Timeline.OUTAGE : Timeline.TERMS;
            return rhythm.onDay(reason + (long) (chance.exponential(5) * Timeline.DAY));
        }
        while (true) {
            long at = waves.draw();
            if (at > Timeline.at("2012-03-01") && at < Timeline.at("2024-09-01")) {
                return at;
            }
        }
    }

    private void open(PageKind kind) {
        Account page = people.page(agenda.now(), kind, region.any());
        if (kind == PageKind.SUGGESTED) {
            suggestions.pick(page);
        }
        search.plan(page);
        publicity.plan(page, occasions.of(page));
    }
}
