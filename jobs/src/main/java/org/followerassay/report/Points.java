package org.followerassay.report;

import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** What accounts are compared by, point by point: each has a reading for every account, or the reason why not. */
final class Points {
    /** Changes are given for a month of this length, since snapshots lie unequally far apart. */
    private static final double MONTH = 30;

    private final Selection selection;
    private final SmallGroups groups;
    private final ComparisonTables comparison;

    private final Map<Long, Row> ranks;
    private final Map<Long, Row> lists;
    private final Map<Long, Row> estimates;
    private final Map<Long, Row> pairs;
    private final Map<Long, Row> followBacks;
    private final Map<String, Map<Long, Row>> traits = new TreeMap<>();

    Points(Selection selection, SmallGroups groups, ComparisonTables comparison) {
        this.selection = selection;
        this.groups = groups;
        this.comparison = comparison;
        ranks = last(selection.rowsOfSnapshot(AUDIENCE_RANK, "account"));
        lists = last(selection.rowsOfSnapshot(COVERAGE, "account", "direction").stream()
                .filter(row -> Cells.text(row, "direction").equals("followers"))
                .toList());
        estimates = last(selection.rowsOfSnapshot(ARRIVAL_ESTIMATES, "account"));
        pairs = last(selection.rows(CHURN, "account", "snapshot_after", "snapshot_before").stream()
                .filter(row -> Cells.text(row, "direction").equals("followers"))
                .filter(row -> !Cells.time(row, "snapshot_after")
                        .isAfter(selection.account(row.getAs("account")).snapshot()))
                .toList());
        followBacks = last(selection.rowsOfSnapshot(FOLLOW_BACK_RESIDUE, "account"));
        for (Row row : selection.rowsOfSnapshot(AUDIENCE_PROFILES, "account", "trait")) {
            traits.computeIfAbsent(Cells.text(row, "trait"), trait -> new HashMap<>())
                    .put(row.getAs("account"), row);
        }
    }

    private static Map<Long, Row> last(List<Row> rows) {
        Map<Long, Row> last = new HashMap<>();
        rows.forEach(row -> last.put(row.getAs("account"), row));
        return last;
    }

    /**
     * One point of all accounts.
     *
     * @param readings in the order of the accounts
     */
    record Point(String topic, String name, Kind kind, List<Reading> readings) {
        String label() {
            return Measures.label(name);
        }
    }

    List<Point> all() {
        List<Point> points = new ArrayList<>();
        points.add(point("size", "followers", Kind.FOLLOWERS, this::followers));
        points.add(point("quality", "attention", Kind.NUMBER, account -> attention(account, false)));
        points.add(point("quality", "attention_per_follower", Kind.NUMBER, account -> attention(account, true)));
        points.add(point("quality", "audience_h", Kind.COUNT, account -> measure(account, "audience_h")));
        points.add(point("arrivals", "looks_bought", Kind.SHARE, this::looksBought));
        points.add(point("arrivals", "placebo", Kind.SHARE, this::placebo));
        points.add(point(
                "arrivals", "lot_followers_share", Kind.SHARE, account -> measure(account, "lot_followers_share")));
        points.add(point(
                "arrivals",
                "vendor_followers_share",
                Kind.SHARE,
                account -> measure(account, "vendor_followers_share")));
        traits.forEach((trait, rows) -> points.add(point(
                "audience", trait + "_share", Kind.SHARE, account -> trait(rows.get(account.account()), account))));
        points.add(point("growth", "gained_monthly", Kind.SHARE, account -> monthly(account, "gained")));
        points.add(point("growth", "lost_monthly", Kind.SHARE, account -> monthly(account, "lost")));
        points.add(point("behaviour", "follow_backers_share", Kind.SHARE, this::followBackers));
        return points;
    }

    private Point point(String topic, String name, Kind kind, Function<ComparedAccount, Reading> reading) {
        return new Point(
                topic, name, kind, selection.accounts().stream().map(reading).toList());
    }

    /** As counted if the list is whole; between what is listed and what is stated if not. */
    private Reading followers(ComparedAccount account) {
        if (groups.hides(account.followers())) {
            return Reading.hidden(groups);
        }
        Row list = lists.get(account.account());
        if (list == null || Cells.flag(list, "complete")) {
            return Reading.exactly((double) account.followers());
        }
        Long stated = Cells.count(list, "stated");
        String note = Messages.of("point.not_whole", Cells.text(list, "reason"));
        return stated == null || stated < account.followers()
                ? Reading.shown((double) account.followers(), note)
                : new Reading(
                        (double) account.followers(), z -> new Interval(account.followers(), stated), false, note);
    }

    private Reading attention(ComparedAccount account, boolean each) {
        Row rank = ranks.get(account.account());
        Double attention = rank == null ? null : Cells.number(rank, "attention");
        Double effective = rank == null ? null : Cells.number(rank, "effective_audience");
        long known = rank == null ? 0 : Cells.count(rank, "known_followers");
        if (attention == null || effective == null || known <= 0) {
            return Reading.unknown(Messages.of("point.no_attention"));
        }
        if (groups.hides(account.followers())) {
            return Reading.hidden(groups);
        }
        double value = each ? attention / known : attention;
        return new Reading(value, z -> Interval.sum(value, Math.max(1, effective), z), true, known(known, account));
    }

    /** Of how many followers a figure is, if not of all, and without the numbers if it is of few or of all but few. */
    private String known(long of, ComparedAccount account) {
        long others = account.followers() - of;
        if (others <= 0) {
            return "";
        }
        return groups.hides(of)
                ? Messages.of("point.known_of_few")
                : groups.hides(others)
                        ? Messages.of("point.known_of_most")
                        : Messages.of("point.known", Format.count(of), Format.count(account.followers()));
    }

    private Reading looksBought(ComparedAccount account) {
        Row estimate = estimates.get(account.account());
        if (estimate == null) {
            return Reading.unknown(Messages.of("point.no_estimate"));
        }
        long listed = Cells.count(estimate, "listed");
        Double low = Cells.number(estimate, "share_low");
        Double high = Cells.number(estimate, "share_high");
        if (!Cells.flag(estimate, "enough_data") || low == null || high == null) {
            return Reading.unknown(Messages.of("point.not_enough", Format.cell(Kind.FOLLOWERS, groups.count(listed))));
        }
        if (groups.hides(Math.round(low * listed)) || groups.hides(Math.round(high * listed))) {
            return Reading.hidden(groups);
        }
        String tier = Cells.text(estimate, "tier");
        return Reading.between(
                low, high, tier.equals("none") ? Messages.of("point.none_found") : Messages.of("tier." + tier));
    }

    private Reading placebo(ComparedAccount account) {
        Row estimate = estimates.get(account.account());
        Double share = estimate == null ? null : Cells.number(estimate, "placebo_share");
        return share == null ? Reading.unknown(Messages.of("point.no_placebo")) : Reading.shown(share, "");
    }

    private Reading measure(ComparedAccount account, String measure) {
        Measured shown = comparison.shown(account, measure);
        if (shown.value() instanceof Double value) {
            return shown.low() == null || shown.high() == null
                    ? Reading.shown(value, shown.note())
                    : new Reading(value, z -> new Interval(shown.low(), shown.high()), false, shown.note());
        }
        return new Reading(shown.value(), null, false, shown.note());
    }

    private Reading trait(Row row, ComparedAccount account) {
        if (row == null) {
            return Reading.unknown(Messages.of("point.no_trait"));
        }
        long hits = Cells.count(row, "followers");
        long of = Cells.count(row, "known");
        return of == 0 || groups.hides(hits) || groups.hides(of - hits)
                ? Reading.hidden(groups)
                : Reading.share(hits, of, known(of, account));
    }

    /** Of a pair of lists: what would be gained or lost in a month at the same rate, over the earlier list. */
    private Reading monthly(ComparedAccount account, String change) {
        Row pair = pairs.get(account.account());
        if (pair == null) {
            return Reading.unknown(comparison.value(account, "churn_rate").note());
        }
        long changed = Cells.count(pair, change);
        long before = Cells.count(pair, "listed_before");
        double months = Cells.number(pair, "days") / MONTH;
        if (before == 0 || months <= 0) {
            return Reading.unknown(Messages.of("point.empty_before"));
        }
        if (groups.hides(Cells.count(pair, "gained")) || groups.hides(Cells.count(pair, "lost"))) {
            return Reading.hidden(groups);
        }
        String note = Messages.of(
                "point.pair",
                Format.time(Cells.time(pair, "snapshot_before")),
                Format.time(Cells.time(pair, "snapshot_after")));
        double value = (double) changed / before / months;
        return new Reading(
                value,
                z -> Interval.sum((double) changed, (double) Math.max(1, changed), z)
                        .through(n -> n / before / months),
                true,
                note);
    }

    private Reading followBackers(ComparedAccount account) {
        Row row = followBacks.get(account.account());
        if (row == null) {
            return measure(account, "follow_backers_share");
        }
        long hits = Cells.count(row, "follow_backers");
        long of = Cells.count(row, "measured");
        return of == 0 || groups.hides(hits) || groups.hides(of - hits)
                ? Reading.hidden(groups)
                : Reading.share(hits, of, known(of, account));
    }
}
