package org.followerassay.report;

import java.util.List;

/** The measures of a comparison as a reader meets them: their words, and how a value of each reads. */
final class Measures {
    /** Size beside quality. */
    static final List<String> SIZE = List.of(
            "followers",
            "rank_by_followers",
            "attention",
            "rank_by_attention",
            "rank_change",
            "audience_h",
            "effective_audience");

    /** All that accounts are ranked by, the default first after the count. */
    static final List<String> RANKED = List.of(
            "followers",
            "quality",
            "attention",
            "audience_h",
            "effective_audience",
            "reciprocity_adjusted",
            "tunkrank",
            "pagerank");

    static final List<String> ARRIVALS = List.of("lot_followers_share", "vendor_followers_share");

    static final List<String> BEHAVIOUR =
            List.of("gained", "lost", "churn_rate", "follow_backers_share", "follow_back_residue");

    /** The label; a trait's share is labelled with the trait. */
    static String label(String measure) {
        String point = "point." + measure;
        return Messages.has("measure." + measure) || Messages.has(point)
                ? Messages.of(Messages.has(point) ? point : "measure." + measure)
                : Messages.orName("trait", trait(measure));
    }

    static String trait(String measure) {
        return measure.replaceFirst("_share$", "");
    }

    static Kind kind(String measure) {
        return switch (measure) {
            case "followers", "gained", "lost" -> Kind.FOLLOWERS;
            case "rank_by_followers", "rank_by_attention" -> Kind.RANK;
            case "rank_change" -> Kind.SIGNED;
            case "audience_h" -> Kind.COUNT;
            case "attention", "effective_audience", "follow_back_residue" -> Kind.NUMBER;
            default -> Kind.SHARE;
        };
    }

    private Measures() {}
}
