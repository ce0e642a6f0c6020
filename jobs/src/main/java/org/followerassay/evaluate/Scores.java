package org.followerassay.evaluate;

import java.util.List;
import java.util.Map;
import org.followerassay.evaluate.Truth.PlantedAccount;

/** How well findings, matches and simple rules agree with planted truth. */
public final class Scores {
    /** Planned shares are met to within half a per cent, never exactly. */
    private static final double SMALLEST_SHARE = 0.095;

    private static final double LARGEST_SHARE = 0.805;

    private final AccountVerdicts verdicts;
    private final Map<String, Agreement> followers;
    private final List<Baselines.Scored> baselines;

    Scores(AccountVerdicts verdicts, Map<String, Agreement> followers, List<Baselines.Scored> baselines) {
        this.verdicts = verdicts;
        this.followers = followers;
        this.baselines = baselines;
    }

    /**
     * True if every customer with a planted share of 10 to 80 % and every mass follower is found, and no innocent account
     * is named for its arrivals; an account that was not even audited counts as innocent.
     */
    public boolean passes() {
        return verdicts.missed().stream().noneMatch(Scores::mustBeFound)
                && verdicts.namedWithoutCause().isEmpty()
                && verdicts.strangers().isEmpty();
    }

    /** The scores as a table to print. */
    public String text() {
        return new ScoresText(this).text();
    }

    /** Customers against all accounts named for their arrivals. */
    Agreement onArrivals() {
        return verdicts.onArrivals();
    }

    AccountVerdicts verdicts() {
        return verdicts;
    }

    Map<String, Agreement> followers() {
        return followers;
    }

    List<Baselines.Scored> baselines() {
        return baselines;
    }

    private static boolean mustBeFound(PlantedAccount missed) {
        return missed.is(Label.ACTOR) || (missed.share() >= SMALLEST_SHARE && missed.share() <= LARGEST_SHARE);
    }
}
