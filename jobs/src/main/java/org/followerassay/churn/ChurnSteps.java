package org.followerassay.churn;

import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class ChurnSteps {
    public static List<Derivation> steps(ChurnOptions options) {
        return List.of(
                pairs(options),
                new FollowChanges(),
                new Churn(),
                new MassFollowers(options.massFollowing()),
                new FollowBackResidue(options.residue()),
                new FollowChurnFindings(),
                new FollowBackResidueFindings(options.residue()),
                new ChurnRuns(options.residue()));
    }

    /** The one step of these that signatures read from, too. */
    public static Derivation pairs(ChurnOptions options) {
        return new SnapshotPairs(options.suspects());
    }

    private ChurnSteps() {}
}
