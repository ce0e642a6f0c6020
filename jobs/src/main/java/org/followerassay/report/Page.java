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
        Industry.Overview industry,
        int points,
        boolean drawn,
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
            "interval",
            "lot",
            "peers",
            "place",
            "placebo",
            "pool",
            "signature",
            "size_tier",
            "snapshot");

    /** Measures whose formula and source are given. */
    static final List<String> METHODS = List.of(
            "attention",
            "audience_h",
            "effective_audience",
            "arrival",
            "looks_bought",
            "fingerprint",
            "lot_followers_share",
            "vendor_followers_share",
            "traits",
            "churn_rate",
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

    /** True if the page sets the accounts among all that are ranked. */
    boolean hasIndustry() {
        return form == ReportRequest.Form.REPORT;
    }
}
