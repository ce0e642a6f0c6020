package org.followerassay.reliability.neighbours;

import java.util.Arrays;
import java.util.List;

/**
 * How somebody finds an account to follow: among acquaintances, with those whom one follows (triadic closure), by what is followed
 * in town or around one's interest, by name, or on the page that shows what goes round everywhere.
 */
final class Search {
    private final Region region;
    private final Ties ties;
    private final Agenda agenda;
    private final Chance chance;
    private final Rhythm rhythm;

    Search(Region region, Ties ties, Agenda agenda, Chance chance, Rhythm rhythm) {
        this.region = region;
        this.ties = ties;
        this.agenda = agenda;
        this.chance = chance;
        this.rhythm = rhythm;
    }

    /** Plans when somebody looks round: in sessions that lie close together at first, and ever further apart. */
    void plan(Account seeker) {
        long from = agenda.now() + 600;
        long until = Math.min(seeker.traits.lapses(), Timeline.SNAPSHOT);
        if (until <= from) {
            return;
        }
        long[] times = new long[seeker.traits.searches()];
        for (int planned = 0; planned < times.length; ) {
            double part = chance.share();
            long at = Math.max(from, rhythm.onDay(from + (long) (part * part * (until - from))));
            for (int i = chance.between(1, 5); i > 0 && planned < times.length; i--) {
                times[planned++] = at;
                at += 4 + (long) chance.exponential(35);
            }
        }
        Arrays.sort(times);
        next(seeker, times, 0);
    }

    /** One at a time is on the agenda, to keep that short. */
    private void next(Account seeker, long[] times, int place) {
        if (place < times.length) {
            agenda.plan(times[place], () -> {
                by(seeker);
                next(seeker, times, place + 1);
            });
        }
    }

    /** One look round; it may find nobody who is to one's liking. */
    private void by(Account seeker) {
        int found = switch (chance.weighted(0.20, 0.30, 0.16, 0.11, 0.15, 0.08)) {
            case 0 -> acquaintance(seeker);
            case 1 -> throughOthers(seeker);
            case 2 -> seeker.town.trail.draw(chance);
            case 3 -> ties.interests[Integer.numberOfTrailingZeros(seeker.interests)].draw(chance);
            case 4 -> byName(seeker);
            default -> ties.everywhere.draw(chance);
        };
        if (found >= 0) {
            Account account = ties.account(found);
            if (chance.happens(appeal(seeker, account))) {
                ties.follow(seeker, account);
            }
        }
    }

    /** People like their own age and town and what they care about. */
    private double appeal(Account seeker, Account found) {
        if (seeker.knows(found)) {
            return 0.9;
        }
        double appeal = found.traits.charm() / (0.6 + found.traits.charm());
        if (found.isPage()) {
            boolean meant = found.page.isFor(seeker.age(agenda.now()));
            boolean cares = !found.page.isAroundInterest() || seeker.shares(found);
            return 0.2 * appeal * (meant ? 1 : 0.25) * (cares ? 1 : 0.3);
        }
        double apart = Math.abs(seeker.born - found.born);
        return appeal
                * Math.exp(-apart / 22)
                * (seeker.town == found.town ? 1 : 0.5)
                * (seeker.shares(found) ? 1 : 0.7);
    }

    private int acquaintance(Account seeker) {
        if (seeker.circles.isEmpty()) {
            return -1;
        }
        List<Account> circle = seeker.circles.get(chance.below(seeker.circles.size())).members;
        return circle.get(chance.below(circle.size())).number;
    }

    private int throughOthers(Account seeker) {
        if (seeker.followees.size() == 0) {
            return -1;
        }
        Account other = ties.account(seeker.followees.account(chance.below(seeker.followees.size())));
        TieList others = chance.happens(0.8) ? other.followees : other.followers;
        return others.size() == 0 ? -1 : others.account(chance.below(others.size()));
    }

    /** Somebody whom one has heard of, mostly in one's town. */
    private int byName(Account seeker) {
        Town town = chance.happens(0.7) ? seeker.town : region.neighbour(seeker.town);
        return town.heardOf.isEmpty() ? -1 : town.heardOf.get(chance.below(town.heardOf.size())).number;
    }
}
