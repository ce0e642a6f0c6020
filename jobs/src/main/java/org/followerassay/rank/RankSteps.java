package org.followerassay.rank;

import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class RankSteps {
    public static List<Derivation> steps(RankOptions options) {
        return List.of(
                new AudienceRank(options),
                new PropagatedScores(options),
                new QualityRanks(),
                new RankAgreement(options),
                new RankMovers(options),
                new CostToGame(options));
    }

    private RankSteps() {}
}
