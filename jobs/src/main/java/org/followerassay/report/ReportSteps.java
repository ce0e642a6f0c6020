package org.followerassay.report;

import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class ReportSteps {
    public static List<Derivation> steps(ReportOptions options) {
        return List.of(new Comparison(options), new Benchmarks());
    }

    private ReportSteps() {}
}
