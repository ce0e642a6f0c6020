package org.followerassay.graph;

import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class GraphSteps {
    public static List<Derivation> steps() {
        return List.of(new Degrees(), new DegreeDistribution(), new GraphFacts());
    }

    private GraphSteps() {}
}
