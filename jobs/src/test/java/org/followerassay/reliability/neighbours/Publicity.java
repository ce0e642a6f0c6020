package org.followerassay.reliability.neighbours;

/** Brings pages before their audience: a few people every month, and many on an occasion. */
final class Publicity {
    /** After so many who do not fit, all of the audience follow already, or there is none. */
    private static final int LOOKS = 40;
    /** Lapsed people look in again at times. */
    private static final double BACK = 0.02;

    private final Region region;
    private final People people;
    private final SignUp signUp;
    private final Ties ties;
    private final Agenda agenda;
    private final Chance chance;
    private final Rhythm rhythm;

    Publicity(Region region, People people, SignUp signUp, Ties ties, Agenda agenda, Chance chance, Rhythm rhythm) {
        this.region = region;
        this.people = people;
        this.signUp = signUp;
        this.ties = ties;
        this.agenda = agenda;
        this.chance = chance;
        this.rhythm = rhythm;
    }

    void plan(Account page, Iterable<Occasion> occasions) {
        for (Occasion occasion : occasions) {
            agenda.plan(occasion.at(), () -> hold(page, occasion));
        }
        month(page);
    }

    private void hold(Account page, Occasion occasion) {
        if (!page.isActive(agenda.now())) {
            return;
        }
        double share = occasion.share() * page.traits.charm();
        int audience = occasion.where() == null
                ? audience(page)
                : occasion.where().members.size();
        for (int i = chance.poisson(occasion.people() + share * audience); i > 0; i--) {
            boolean signsUp = chance.happens(occasion.newcomers());
            agenda.plan(rhythm.after(agenda.now(), occasion.hours()), () -> visit(page, town(page, occasion), signsUp));
        }
    }

    /** Those who come without an occasion: through a search, a sign at the counter, a friend. */
    private void month(Account page) {
        double yearly = page.page.trickle() * page.traits.charm() * audience(page);
        for (int i = chance.poisson(yearly / 12); i > 0; i--) {
            long at = rhythm.onDay(agenda.now() + chance.below(30) * Timeline.DAY);
            agenda.plan(at, () -> visit(page, town(page, null), false));
        }
        agenda.plan(agenda.now() + 30 * Timeline.DAY, () -> month(page));
    }

    private int audience(Account page) {
        return isLocal(page) ? page.town.members.size() : people.all.size();
    }

    private Town town(Account page, Occasion occasion) {
        if (occasion != null && occasion.where() != null) {
            return occasion.where();
        }
        if (chance.happens(page.page.home())) {
            return page.town;
        }
        return isLocal(page) ? region.neighbour(page.town) : region.any();
    }

    private void visit(Account page, Town town, boolean signsUp) {
        if (signsUp) {
            Account newcomer = signUp.of(town, page.page.age(chance));
            agenda.plan(agenda.now() + 15 + chance.below(300), () -> ties.follow(newcomer, page));
            return;
        }
        for (int look = 0; look < LOOKS && !town.members.isEmpty(); look++) {
            Account visitor = town.members.get(chance.below(town.members.size()));
            if (isMeant(page, visitor) && !visitor.followees.contains(page.number)) {
                ties.follow(visitor, page);
                return;
            }
        }
    }

    private boolean isMeant(Account page, Account visitor) {
        return !visitor.isPage()
                && (visitor.isActive(agenda.now()) || chance.happens(BACK))
                && page.page.isFor(visitor.age(agenda.now()))
                && (!page.page.isAroundInterest() || visitor.shares(page) || chance.happens(0.1));
    }

    private static boolean isLocal(Account page) {
        return page.page.home() > 0.5;
    }
}
