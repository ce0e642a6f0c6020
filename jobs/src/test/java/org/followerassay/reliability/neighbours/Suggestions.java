package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.List;

/**
 * The twelve accounts that sign-up shows in a town, made anew each month: three that the editors picked for everybody, and those
 * followed most of late in that town.
 */
final class Suggestions {
    private static final int PICKED = 3;
    private static final int SHOWN = 12;

    private record Tenure(Account account, long from, long until) {}

    private final Region region;
    private final Agenda agenda;
    private final Chance chance;
    private final List<Tenure> tenures = new ArrayList<>();

    Suggestions(Region region, Agenda agenda, Chance chance) {
        this.region = region;
        this.agenda = agenda;
        this.chance = chance;
    }

    /** The editors keep an account for three months to two years. */
    void pick(Account account) {
        long from = agenda.now() + (long) (chance.exponential(120) * Timeline.DAY);
        tenures.add(new Tenure(account, from, from + chance.between(90, 700) * Timeline.DAY));
    }

    void month() {
        List<Integer> picked = new ArrayList<>();
        for (Tenure tenure : tenures) {
            if (tenure.from() <= agenda.now() && agenda.now() < tenure.until()) {
                picked.add(tenure.account().number);
            }
        }
        while (picked.size() > PICKED) {
            picked.remove(chance.below(picked.size()));
        }
        for (Town town : region.towns) {
            List<Integer> shown = new ArrayList<>(picked);
            for (int popular : town.trail.top(SHOWN)) {
                if (shown.size() < SHOWN && !shown.contains(popular)) {
                    shown.add(popular);
                }
            }
            town.suggestions = shown;
        }
        agenda.plan(agenda.now() + 30 * Timeline.DAY, this::month);
    }
}
