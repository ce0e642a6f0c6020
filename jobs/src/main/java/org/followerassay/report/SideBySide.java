package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;

/** A point as a line across accounts: what each has, its interval, and the places left to it. */
final class SideBySide {
    /**
     * One cell.
     *
     * @param bounds empty where there are none that say more than the value
     * @param place empty where accounts are not set in order
     * @param note how to read it
     */
    record Cell(String value, String bounds, String place, String note) {
        /** In one line, for a terminal. */
        String text() {
            return value + (bounds.isEmpty() ? "" : " (" + bounds + ")") + (place.isEmpty() ? "" : " #" + place);
        }
    }

    /**
     * One point.
     *
     * @param order in words, such as that no two accounts can be told apart
     */
    record Line(String topic, String name, String label, List<Cell> cells, String order) {
        boolean saysAnything() {
            return !cells.stream()
                    .allMatch(cell -> cell.value().equals(Format.cell(Kind.TEXT, null))
                            && cell.note().isEmpty());
        }

        String definition() {
            return new ShownColumn(name, label, "", Kind.SHARE, topic.equals("audience")).definition();
        }

        String topicLabel() {
            return Messages.of("topic." + topic);
        }
    }

    static Line line(Points.Point point, Places places) {
        List<Cell> cells = new ArrayList<>();
        for (int account = 0; account < point.readings().size(); account++) {
            cells.add(cell(point, places, account));
        }
        return new Line(point.topic(), point.name(), point.label(), cells, order(places));
    }

    private static Cell cell(Points.Point point, Places places, int account) {
        Reading reading = point.readings().get(account);
        Measured shown = reading.measured();
        long best = places.best(account);
        long last = places.last(account);
        String place = best == 0 ? "" : best == last ? Long.toString(best) : best + "–" + last;
        boolean range = shown.hasBounds() && !reading.sampled();
        String bounds = shown.hasBounds() ? Format.bounds(point.kind(), shown.low(), shown.high()) : "";
        return new Cell(
                range && point.kind() == Kind.SHARE ? bounds : Format.cell(point.kind(), shown),
                range && point.kind() == Kind.SHARE ? "" : bounds,
                place,
                shown.note());
    }

    private static String order(Places places) {
        List<Places.Difference> pairs = places.differences();
        long apart = pairs.stream().filter(Places.Difference::toldApart).count();
        if (pairs.isEmpty()) {
            return "";
        }
        return apart == 0
                ? Messages.of("order.none")
                : apart == pairs.size() ? Messages.of("order.all") : Messages.of("order.some", apart, pairs.size());
    }

    private SideBySide() {}
}
