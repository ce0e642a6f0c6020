package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a page from its first day to the snapshot, by its kind: what comes irregularly or once. What the calendar brings
 * is in {@link Seasons}.
 */
final class Occasions {
    private final Region region;
    private final Chance chance;
    private final Seasons seasons;

    Occasions(Region region, Chance chance) {
        this.region = region;
        this.chance = chance;
        this.seasons = new Seasons(chance);
    }

    List<Occasion> of(Account page) {
        List<Occasion> all = new ArrayList<>();
        all.add(usual(
                page.created + Timeline.DAY, chance.lognormal(14, 0.6), 0.002, 120, 0.01)); // it tells its friends
        switch (page.page) {
            case NEWSPAPER -> often(all, page, 4, 0, 0.006, 18, 0.01);
            case SHOP -> often(all, page, 1.6, 2, 0.012, 30, 0.01);
            case CLUB -> often(all, page, 1.2, 8, 0.02, 50, 0.03);
            case CHARITY -> often(all, page, 1, 8, 0.004, 5, 0.006);
            case ENTHUSIAST -> often(all, page, 9, 4, 0.0001, 50, 0.005);
            case SUGGESTED -> often(all, page, 1, 5, 0.001, 20, 0.01);
            case TOWNHALL -> {
                often(all, page, 1.2, 2, 0.008, 30, 0.01);
                all.add(usual(Timeline.LOCKDOWN, 5, 0.05, 200, 0.05));
            }
            case MEME -> viral(all, page);
            case TEAM -> seasons.matches(all, page);
            case SINGER -> tours(all, page);
            case POLITICIAN -> seasons.campaigns(all, page);
            case TEACHER -> seasons.terms(all, page, 34, 0, 60, 0.06);
            case SCHOOL -> seasons.terms(all, page, 20, 0.012, 130, 0.05);
            case WORKPLACE -> intakes(all, page);
            case FESTIVAL -> seasons.summers(all, page);
            case CROSSPOSTER -> calls(all, page);
        }
        all.removeIf(occasion -> occasion.at() < page.created);
        return all;
    }

    /** For the audience that the page has anyway. */
    static Occasion usual(long at, double people, double share, double hours, double newcomers) {
        return new Occasion(at, null, people, share, hours, newcomers);
    }

    /** Storms, prize draws, open days: at no certain time of the year, by day, of very unequal size. */
    private void often(
            List<Occasion> all,
            Account page,
            double yearly,
            double people,
            double share,
            double hours,
            double newcomers) {
        long at = page.created;
        while (at < Timeline.SNAPSHOT) {
            at += (long) chance.exponential(Timeline.YEAR / yearly);
            double size = chance.lognormal(0.8, 0.8);
            all.add(usual(seasons.morning(at), people * size, share * size, hours, newcomers));
        }
    }

    /** One post in many is passed on beyond the page's followers, and hardly ever very far. */
    private void viral(List<Occasion> all, Account page) {
        long at = page.created;
        while (at < Timeline.SNAPSHOT) {
            at += (long) chance.exponential(Timeline.YEAR / 9.0);
            double size = Math.min(40, chance.pareto(1.25));
            all.add(usual(seasons.morning(at), 0, 0.0006 * size, chance.lognormal(12, 0.4), 0.003));
        }
    }

    private void tours(List<Occasion> all, Account page) {
        long at = page.created + (long) (chance.exponential(0.6) * Timeline.YEAR);
        while (at < Timeline.SNAPSHOT) {
            all.add(usual(seasons.morning(at - 30 * Timeline.DAY), 0, 0.0025, 40, 0.01)); // the record comes out
            int evenings = chance.between(8, 22);
            long evening = seasons.morning(at) + 11 * Timeline.HOUR;
            for (int i = 0; i < evenings; i++) {
                all.add(new Occasion(evening, region.any(), 3, 0.016 * chance.lognormal(1, 0.5), 22, 0.01));
                evening += chance.between(1, 3) * Timeline.DAY;
            }
            at += (long) ((1.2 + chance.exponential(1)) * Timeline.YEAR);
        }
    }

    /** One day on which everybody is asked to join, then those who are hired, by the quarter. */
    private void intakes(List<Occasion> all, Account page) {
        long at = seasons.morning(page.created + chance.between(2, 60) * Timeline.DAY);
        all.add(usual(at, chance.lognormal(60, 0.6), 0, 16, 0.5));
        for (long quarter = at; quarter < Timeline.SNAPSHOT; quarter += Timeline.YEAR / 4) {
            all.add(usual(quarter + chance.below(20) * Timeline.DAY, 4 * chance.lognormal(1, 0.6), 0.0003, 60, 0.08));
        }
    }

    /** The first call brings the most; many of those who come sign up for it, within hours. */
    private void calls(List<Occasion> all, Account page) {
        double audience = chance.lognormal(70, 0.8);
        long at = page.created + chance.between(1, 30) * Timeline.HOUR;
        for (int call = 0; call < 7; call++) {
            all.add(usual(at, audience, 0.0003, 20, call == 0 ? 0.45 : 0.2));
            audience *= 0.25 + 0.5 * chance.share();
            at = seasons.morning(at + (long) (chance.exponential(80) * Timeline.DAY));
        }
    }
}
