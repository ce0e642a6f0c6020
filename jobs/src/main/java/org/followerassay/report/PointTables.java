package org.followerassay.report;

import java.util.List;
import java.util.stream.IntStream;

/** The points of a comparison as tables: each reading with the places left to it, and every pair. */
final class PointTables {
    private final Selection selection;
    private final List<Points.Point> points;
    private final List<Places> places;

    PointTables(Selection selection, List<Points.Point> points) {
        this.selection = selection;
        this.points = points;
        this.places = points.stream().map(point -> Places.of(point.readings())).toList();
    }

    ShownTable points() {
        ShownTable.Builder table = ShownTable.named(
                "points",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("topic", Kind.CODE),
                ShownColumn.of("point", Kind.CODE),
                ShownColumn.of("value", Kind.NUMBER),
                ShownColumn.of("low", Kind.NUMBER),
                ShownColumn.of("high", Kind.NUMBER),
                ShownColumn.of("place_from", Kind.COUNT),
                ShownColumn.of("place_to", Kind.COUNT),
                ShownColumn.of("note", Kind.TEXT));
        for (int p = 0; p < points.size(); p++) {
            Points.Point point = points.get(p);
            for (int a = 0; a < selection.accounts().size(); a++) {
                ComparedAccount account = selection.accounts().get(a);
                Measured shown = point.readings().get(a).measured();
                long best = places.get(p).best(a);
                table.row(
                        account.account(),
                        account.label(),
                        point.topic(),
                        point.name(),
                        shown.value(),
                        shown.low(),
                        shown.high(),
                        best == 0 ? null : best,
                        best == 0 ? null : places.get(p).last(a),
                        shown.note());
            }
        }
        return table.build().regeneratedBy(query());
    }

    ShownTable differences() {
        ShownTable.Builder table = ShownTable.named(
                "differences",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("other_account", Kind.ID),
                ShownColumn.of("other_handle", Kind.TEXT),
                ShownColumn.of("point", Kind.CODE),
                ShownColumn.of("difference", Kind.NUMBER),
                ShownColumn.of("low", Kind.NUMBER),
                ShownColumn.of("high", Kind.NUMBER),
                ShownColumn.of("verdict", Kind.TEXT));
        for (int p = 0; p < points.size(); p++) {
            for (Places.Difference pair : places.get(p).differences()) {
                ComparedAccount one = selection.accounts().get(pair.one());
                ComparedAccount other = selection.accounts().get(pair.other());
                table.row(
                        one.account(),
                        one.label(),
                        other.account(),
                        other.label(),
                        points.get(p).name(),
                        pair.value(),
                        pair.bounds().low(),
                        pair.bounds().high(),
                        Messages.of("verdict." + pair.verdict()));
            }
        }
        return table.build()
                .regeneratedBy("with points as (" + query() + ") select a.account, b.account as other_account, point,"
                        + " a.value - b.value as difference from points a join points b using (point) where a.account <>"
                        + " b.account");
    }

    /** Points one under the other, accounts side by side. */
    List<SideBySide.Line> lines() {
        return IntStream.range(0, points.size())
                .mapToObj(p -> SideBySide.line(points.get(p), places.get(p)))
                .filter(SideBySide.Line::saysAnything)
                .toList();
    }

    private String query() {
        String at = selection.whereSnapshots();
        return "select account, measure as point, value from comparison where measure in ('followers', 'attention',"
                + " 'audience_h', 'lot_followers_share', 'vendor_followers_share') and " + at
                + " union all select account, 'attention_per_follower', attention / known_followers from audience_rank"
                + " where known_followers > 0 and " + at
                + " union all select account, 'looks_bought', (share_low + share_high) / 2 from arrival_estimates"
                + " where enough_data and " + at
                + " union all select account, 'placebo', placebo_share from arrival_estimates where " + at
                + " union all select account, concat(trait, '_share'), followers / known from audience_profiles where "
                + at
                + " union all select account, 'follow_backers_share', follow_backers / measured from"
                + " follow_back_residue where " + at
                + " union all (with newest as (select account, max_by(struct(gained, lost, listed_before, days),"
                + " snapshot_after) as pair from churn where direction = 'followers' and listed_before > 0 and "
                + selection.whereAccounts() + " group by account)"
                + " select account, 'gained_monthly', pair.gained / pair.listed_before / pair.days * 30 from newest"
                + " union all select account, 'lost_monthly', pair.lost / pair.listed_before / pair.days * 30 from"
                + " newest)";
    }
}
