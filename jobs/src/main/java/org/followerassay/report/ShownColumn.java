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
        String method = DEFINED_BY.getOrDefault(name, name);
        return Page.METHODS.contains(method)
                ? "#method-" + method
                : measured && kind == Kind.SHARE ? "#method-traits" : "";
    }

    boolean isNumber() {
        return kind.isNumber();
    }
}
