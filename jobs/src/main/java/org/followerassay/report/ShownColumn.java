package org.followerassay.report;

/**
 * A column of a shown table.
 *
 * @param name as in the twins
 * @param label as on the page
 * @param group heading over this and the neighbouring columns of the same group; empty for none
 * @param measured true if its cells are {@link Measured}: four columns in the twins
 */
record ShownColumn(String name, String label, String group, Kind kind, boolean measured) {
    static ShownColumn of(String name, Kind kind) {
        return new ShownColumn(name, Messages.of("column." + name), "", kind, false);
    }

    static ShownColumn measured(String name, String group, Kind kind) {
        return new ShownColumn(name, Measures.label(name), group, kind, true);
    }

    ShownColumn inGroup(String heading) {
        return new ShownColumn(name, label, heading, kind, measured);
    }

    boolean isNumber() {
        return kind.isNumber();
    }
}
