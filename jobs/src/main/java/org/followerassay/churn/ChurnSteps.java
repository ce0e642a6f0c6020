package org.followerassay.churn;

import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class ChurnSteps {
    public static List<Derivation> steps(ChurnOptions options) {
        return List.of(
                new ListPairs(),
                new ChangedTies(),
                new AccountSigns(),
                new ListEvidence(options.suspects()),
                new SuspectSnapshots(options.suspects()),
                new SnapshotPairs(),
                new ListTurns(),
                new TieTurns(),
                new RenameCandidates(),
                new ListLosses(options.wholesale()),
                new PurgeCalendar(options.purges()),
                new FollowChanges(),
                new Churn(options.purges()),
                new PopulationChurn(),
                new MassFollowers(options.massFollowing()),
                new FollowBackResidue(options.residue()),
                new FollowChurnFindings(),
                new FollowBackResidueFindings(options.residue()),
                new ChurnRuns(options.residue()));
    }

    private ChurnSteps() {}
}
