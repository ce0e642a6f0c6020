package org.followerassay.bench.detection;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.bench.detection.score.Quality;

/** Cells and figures in words. */
final class DetectionText {

    /** One world as a line of progress. */
    static String line(DetectionResult result) {
        String figures = result.qualities().stream()
                .map(quality -> quality.detector() + " " + figure(quality))
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%s %s, seed %d, %,d ties, %.0f s, %.0f CPU s %s: %s",
                result.part(),
                cell(result.facts()),
                result.seed(),
                result.ties(),
                result.wallSeconds(),
                result.cpuSeconds(),
                result.stepSeconds(),
                figures);
    }

    private static String figure(Quality quality) {
        if (quality.auc() == null) {
            return quality.published() + " published of " + quality.ties().chosen() + ", strong " + quality.strong();
        }
        return "AUC " + three(quality.auc()) + " F1 " + three(quality.ties().f1()) + "/"
                + three(quality.sellers().f1());
    }

    static String cell(Facts facts) {
        return Stream.of(
                        facts.share() == null ? null : percent(facts.share(), 0),
                        facts.delivery(),
                        facts.creation(),
                        facts.customers(),
                        facts.size(),
                        facts.camouflage(),
                        facts.background(),
                        facts.export())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }

    static String three(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private DetectionText() {}
}
