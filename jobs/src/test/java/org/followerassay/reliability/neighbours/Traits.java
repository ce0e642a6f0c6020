package org.followerassay.reliability.neighbours;

/**
 * How somebody uses the network.
 *
 * @param lapses when they lose interest: a quarter after days, a third within a year, the others after years
 * @param searches how often in their life they look for somebody to follow; heavy-tailed, median some 40
 * @param followsBack probability of following back a person of the same town
 * @param charm how readily others follow them, and how much a page is talked of; heavy-tailed
 * @param tidiness how readily they unfollow, 1 being usual
 * @param importsContacts true if they let the network read their phone book
 * @param posts posts in their life, 0 for those who only look
 */
record Traits(
        long lapses,
        int searches,
        double followsBack,
        double charm,
        double tidiness,
        boolean importsContacts,
        int posts) {

    /** Collectors stop somewhere: the network allows no more. */
    private static final int MOST_SEARCHES = 3_000;

    static Traits person(long created, Chance chance) {
        double days = switch (chance.weighted(0.25, 0.3, 0.45)) {
            case 0 -> chance.exponential(10);
            case 1 -> chance.exponential(200);
            default -> chance.exponential(5 * 365);
        };
        double willing = chance.share();
        boolean lurks = chance.happens(0.42);
        double years = Math.min(days / 365, (double) (Timeline.SNAPSHOT - created) / Timeline.YEAR);
        return new Traits(
                created + (long) (days * Timeline.DAY),
                (int) Math.min(MOST_SEARCHES, chance.lognormal(36, 1.35) * (0.4 + Math.min(2, years))),
                0.15 + 0.7 * willing * willing,
                chance.lognormal(1, 1.2),
                chance.lognormal(1, 0.7),
                chance.happens(created < Timeline.APP ? 0.12 : 0.42),
                lurks ? 0 : (int) Math.ceil(chance.lognormal(14, 1.7) * (0.1 + years)));
    }

    static Traits page(long created, PageKind kind, Chance chance) {
        double years = (double) (Timeline.SNAPSHOT - created) / Timeline.YEAR;
        return new Traits(
                chance.happens(0.15) ? created + (long) (chance.exponential(4) * Timeline.YEAR) : Long.MAX_VALUE,
                (int) chance.lognormal(kind.searches(), 0.8),
                kind.followsBack(),
                Math.min(5, chance.lognormal(1.2, 0.7)),
                1,
                false,
                (int) Math.ceil(chance.lognormal(70, 0.9) * (0.3 + years)));
    }
}
