package org.followerassay.churn;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class ChurnSteps {
    public static List<Derivation> steps(ChurnOptions options) {
        List<Derivation> steps = new ArrayList<>(pairs(options));
        steps.addAll(List.of(
                new ListTurns(),
                new TieTurns(),
                new RenameCandidates(),
                new ListLosses(options.wholesale()),
                new PurgeCalendar(options.purges()),
                new FollowChanges(),
                new Churn(options.purges()),
                new PopulationChurn(),
                new CohortRetention(),
                new FollowEpisodes(),
                new TieSpells(options.hazards()),
                new TieOverlap(options.hazards()),
                new UnfollowHazard(),
                new Actors(options.behaviour()),
                new ActorClock(options.clock()),
                new AudienceEngagement(options.engagement()),
                new SocialCapitalists(options.capital()),
                new MassFollowers(options.massFollowing()),
                new FollowBackResidue(options.residue()),
                new FollowChurnFindings(),
                new FollowBackResidueFindings(options.residue()),
                new ActorFindings(options.behaviour()),
                new SocialCapitalistFindings(),
                new ChurnRuns(options.residue())));
        return List.copyOf(steps);
    }

    /** Those of the steps that signatures read from, too: which lists of neighbouring snapshots can be compared. */
    public static List<Derivation> pairs(ChurnOptions options) {
        return List.of(
                new ListPairs(),
                new ChangedTies(),
                new AccountSigns(),
                new ListEvidence(options.suspects()),
                new SuspectSnapshots(options.suspects()),
                new SnapshotPairs());
    }

    private ChurnSteps() {}
}
