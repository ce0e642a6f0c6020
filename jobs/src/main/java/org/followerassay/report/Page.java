package org.followerassay.report;

import java.util.List;

/**
 * All that the page template shows.
 *
 * @param files input files read, of which {@code tables.inputs()} lists the first
 */
record Page(
        ReportHead head,
        ReportRequest.Form form,
        AllTables tables,
        List<AccountPage> accounts,
        List<String> placebo,
        long files,
        PageAssets assets,
        String data) {

    /** Terms explained at the end, in alphabetical order. */
    static final List<String> GLOSSARY = List.of(
            "arrival",
            "attention",
            "audience_h",
            "axis",
            "effective_audience",
            "evidence_tier",
            "fingerprint",
            "follow_back",
            "follower",
            "churn",
            "cohort",
            "interval",
            "lot",
            "peers",
            "percentile",
            "place",
            "placebo",
            "pool",
            "signature",
            "size_tier",
            "snapshot");

    /** Measures whose formula and source are given. */
    static final List<String> METHODS = List.of(
            "quality",
            "attention",
            "audience_h",
            "effective_audience",
            "arrival",
            "looks_bought",
            "fingerprint",
            "lot_followers_share",
            "vendor_followers_share",
            "traits",
            "expected_range",
            "reciprocity_adjusted",
            "tunkrank",
            "pagerank",
            "kendall_tau",
            "cost_to_game",
            "churn_rate",
            "retention",
            "follow_back_residue",
            "overlap",
            "places");

    static final List<String> LIMITS = List.of("quality", "inactive", "third_party", "burst", "export");

    String title() {
        return head.title();
    }

    int minGroup() {
        return head.minGroup();
    }

    String codeVersion() {
        return head.codeVersion();
    }

    /** Of the order by count and by the default measure, over all ranked accounts; null if there is none. */
    Line agreement() {
        return Line.of(tables.ranking().agreement())
                .filter(line -> line.text("tier").equals(TierOrder.ALL)
                        && line.value("measure").equals(tables.ranking().lead()))
                .findFirst()
                .orElse(null);
    }

    /** True if there is something to draw in the plot of the two ranks. */
    boolean drawn() {
        return tables.rankPoints().rows().size() > 1;
    }

    /** True if the page sets the accounts among all that are ranked. */
    boolean hasIndustry() {
        return form == ReportRequest.Form.REPORT;
    }
}
