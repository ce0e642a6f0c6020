package org.followerassay.report;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A column of a shown table.
 *
 * @param name as in the twins
 * @param label as on the page
 * @param group heading over this and the neighbouring columns of the same group; empty for none
 * @param measured true if its cells are {@link Measured}: four columns in the twins
 */
record ShownColumn(String name, String label, String group, Kind kind, boolean measured) {
    private static final Map<String, String> DEFINED_BY = Map.ofEntries(
            entry("arrived_after", "arrival"),
            entry("arrived_before", "arrival"),
            entry("week", "arrival"),
            entry("z", "fingerprint"),
            entry("expected", "fingerprint"),
            entry("gained", "churn_rate"),
            entry("lost", "churn_rate"),
            entry("share", "traits"),
            entry("p10", "expected_range"),
            entry("p25", "expected_range"),
            entry("p50", "expected_range"),
            entry("p75", "expected_range"),
            entry("p90", "expected_range"),
            entry("beside", "expected_range"),
            entry("gained_monthly", "churn_rate"),
            entry("lost_monthly", "churn_rate"),
            entry("kept", "retention"),
            entry("risers", "kendall_tau"),
            entry("fallers", "kendall_tau"),
            entry("rise_share", "kendall_tau"),
            entry("attention_per_follower", "attention"),
            entry("looks_bought_low", "looks_bought"),
            entry("looks_bought_high", "looks_bought"),
            entry("key_found", "looks_bought"),
            entry("key_over_30", "looks_bought"),
            entry("key_followers", "looks_bought"),
            entry("share_low", "looks_bought"),
            entry("share_high", "looks_bought"),
            entry("placebo_share", "looks_bought"),
            entry("p_bound", "looks_bought"),
            entry("q_value", "looks_bought"),
            entry("follow_backers_share", "follow_back_residue"),
            entry("smaller_share", "overlap"),
            entry("jaccard", "overlap"),
            entry("difference", "places"),
            entry("place_from", "places"),
            entry("place_to", "places"),
            entry("verdict", "places"));

    static ShownColumn of(String name, Kind kind) {
        return new ShownColumn(name, Messages.of("column." + name), "", kind, false);
    }

    static ShownColumn measured(String name, String group, Kind kind) {
        return new ShownColumn(name, Measures.label(name), group, kind, true);
    }

    ShownColumn inGroup(String heading) {
        return new ShownColumn(name, label, heading, kind, measured);
    }

    /** Where on the page it is told how the figure is computed; empty if its label says it all. */
    String definition() {
        String method = name.contains("_at_") ? "#method-cost_to_game" : method(name);
        return method.isEmpty() && measured && kind == Kind.SHARE ? "#method-traits" : method;
    }

    /** Where it is told how a measure is computed; empty if its label says it all. */
    static String method(String measure) {
        String method = DEFINED_BY.getOrDefault(measure, measure);
        if (Page.METHODS.contains(method)) {
            return "#method-" + method;
        }
        return measure.endsWith("_share") && Messages.has("trait." + Measures.trait(measure)) ? "#method-traits" : "";
    }

    boolean isNumber() {
        return kind.isNumber();
    }
}
