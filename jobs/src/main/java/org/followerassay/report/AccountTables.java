package org.followerassay.report;

import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What was found of each compared account, table by table. */
final class AccountTables {
    private static final List<String> TIERS = List.of("strong", "moderate", "weak");
    private static final List<String> AXES = List.of("arrivals", "audience", "behaviour");

    private final Selection selection;
    private final SmallGroups groups;

    AccountTables(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /** The newest finding of each signature, the weightiest first. */
    ShownTable findings() {
        ShownTable.Builder table = table(
                "findings",
                ShownColumn.of("signature", Kind.CODE),
                ShownColumn.of("axis", Kind.TEXT),
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("snapshot", Kind.TIME),
                ShownColumn.of("score", Kind.NUMBER),
                ShownColumn.of("support", Kind.FOLLOWERS),
                ShownColumn.of("share_low", Kind.SHARE),
                ShownColumn.of("share_high", Kind.SHARE),
                ShownColumn.of("evidence", Kind.TEXT),
                ShownColumn.of("query", Kind.CODE));
        List<Row> rows = selection.rows(FINDINGS, "account", "signature", "snapshot");
        for (ComparedAccount account : selection.accounts()) {
            newestOf(account, rows).forEach(row -> add(table, account, row));
        }
        return table.build()
                .regeneratedBy(
                        "select account, signature, axis, tier, snapshot, score, support, share_low, share_high, evidence, query"
                                + " from findings where " + selection.whereAccounts()
                                + " and (account, signature, snapshot) in"
                                + " (select account, signature, max(snapshot) from findings group by account, signature)");
    }

    private void add(ShownTable.Builder table, ComparedAccount account, Row row) {
        Long support = Cells.count(row, "support");
        table.row(
                account.account(),
                account.label(),
                Cells.text(row, "signature"),
                Cells.text(row, "axis"),
                Cells.text(row, "tier"),
                Cells.time(row, "snapshot"),
                groups.figure(Cells.number(row, "score"), support),
                groups.count(support),
                groups.figure(Cells.number(row, "share_low"), support),
                groups.figure(Cells.number(row, "share_high"), support),
                groups.hides(support) ? Messages.of("evidence.hidden", groups.smallest()) : Cells.text(row, "evidence"),
                Cells.text(row, "query"));
    }

    /** Of rows sorted by signature and snapshot, the last of each signature, then by weight. */
    static List<Row> newestOf(ComparedAccount account, List<Row> findings) {
        List<Row> newest = new ArrayList<>();
        for (Row row : findings) {
            if (row.<Long>getAs("account") != account.account()) {
                continue;
            }
            int last = newest.size() - 1;
            if (last >= 0 && Cells.text(newest.get(last), "signature").equals(Cells.text(row, "signature"))) {
                newest.set(last, row);
            } else {
                newest.add(row);
            }
        }
        newest.sort(Comparator.<Row>comparingInt(row -> place(TIERS, Cells.text(row, "tier")))
                .thenComparingInt(row -> place(AXES, Cells.text(row, "axis")))
                .thenComparing(row -> Cells.text(row, "signature")));
        return newest;
    }

    private static int place(List<String> order, String name) {
        return order.contains(name) ? order.indexOf(name) : order.size();
    }

    ShownTable lots() {
        ShownTable.Builder table = table(
                "lots",
                ShownColumn.of("lot", Kind.COUNT),
                ShownColumn.of("position_from", Kind.COUNT),
                ShownColumn.of("position_to", Kind.COUNT),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("expected", Kind.NUMBER),
                ShownColumn.of("followers_share", Kind.SHARE),
                ShownColumn.of("created_from", Kind.DAY),
                ShownColumn.of("created_to", Kind.DAY),
                ShownColumn.of("arrived_after", Kind.TIME),
                ShownColumn.of("arrived_before", Kind.TIME),
                ShownColumn.of("z", Kind.NUMBER),
                ShownColumn.of("package_size", Kind.COUNT),
                ShownColumn.of("reference", Kind.TEXT));
        for (Row row : selection.rowsOfSnapshot(LOTS, "account", "lot")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long followers = Cells.count(row, "followers");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.count(row, "lot"),
                    Cells.count(row, "position_from"),
                    Cells.count(row, "position_to"),
                    groups.count(followers),
                    Cells.number(row, "expected"),
                    groups.figure(Cells.number(row, "followers_share"), followers),
                    Cells.day(row, "created_from"),
                    Cells.day(row, "created_to"),
                    Cells.time(row, "arrived_after"),
                    Cells.time(row, "arrived_before"),
                    groups.figure(Cells.number(row, "z"), followers),
                    Cells.count(row, "package_size"),
                    Cells.text(row, "reference"));
        }
        return table.build()
                .regeneratedBy(
                        "select account, lot, position_from, position_to, followers, expected, followers_share, created_from,"
                                + " created_to, arrived_after, arrived_before, z, package_size, reference from lots where "
                                + selection.whereSnapshots());
    }

    /** What the signatures say together of how the followers arrived, beside what they say of shuffled data. */
    ShownTable estimates() {
        ShownTable.Builder table = table(
                "arrival_estimates",
                ShownColumn.of("listed", Kind.FOLLOWERS),
                ShownColumn.of("enough_data", Kind.FLAG),
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("families", Kind.TEXT),
                ShownColumn.of("matched", Kind.FOLLOWERS),
                ShownColumn.of("share_low", Kind.SHARE),
                ShownColumn.of("share_high", Kind.SHARE),
                ShownColumn.of("placebo_share", Kind.SHARE),
                ShownColumn.of("p_bound", Kind.NUMBER),
                ShownColumn.of("q_value", Kind.NUMBER));
        for (Row row : selection.rowsOfSnapshot(ARRIVAL_ESTIMATES, "account")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long listed = Cells.count(row, "listed");
            Long matched = Cells.count(row, "matched");
            table.row(
                    account.account(),
                    account.label(),
                    groups.count(listed),
                    Cells.flag(row, "enough_data"),
                    Cells.text(row, "tier"),
                    Cells.text(row, "families"),
                    groups.count(matched),
                    share(row, "share_low"),
                    share(row, "share_high"),
                    Cells.number(row, "placebo_share"),
                    groups.figure(Cells.number(row, "p_bound"), matched),
                    groups.figure(Cells.number(row, "q_value"), matched));
        }
        return table.build()
                .regeneratedBy("select account, listed, enough_data, tier, families, matched, share_low, share_high,"
                        + " placebo_share, p_bound, q_value from arrival_estimates where "
                        + selection.whereSnapshots());
    }

    /** A share of the list, unless it gives away few followers. */
    private Object share(Row row, String column) {
        Double share = Cells.number(row, column);
        return share == null ? null : groups.figure(share, Math.round(share * Cells.count(row, "listed")));
    }

    ShownTable profiles() {
        ShownTable.Builder table = table(
                "audience_profiles",
                ShownColumn.of("trait", Kind.CODE),
                ShownColumn.of("known", Kind.FOLLOWERS),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("share", Kind.SHARE),
                ShownColumn.of("share_low", Kind.SHARE),
                ShownColumn.of("share_high", Kind.SHARE),
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("peers", Kind.COUNT),
                ShownColumn.of("peer_median", Kind.SHARE),
                ShownColumn.of("peer_rank", Kind.SHARE));
        for (Row row : selection.rowsOfSnapshot(AUDIENCE_PROFILES, "account", "trait")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long known = Cells.count(row, "known");
            Long followers = Cells.count(row, "followers");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.text(row, "trait"),
                    groups.count(known),
                    groups.figure(followers, followers, known - followers),
                    groups.figure(Cells.number(row, "share"), followers, known - followers),
                    groups.figure(Cells.number(row, "share_low"), followers, known - followers),
                    groups.figure(Cells.number(row, "share_high"), followers, known - followers),
                    Cells.text(row, "tier"),
                    Cells.count(row, "peers"),
                    Cells.number(row, "peer_median"),
                    Cells.number(row, "peer_rank"));
        }
        return table.build()
                .regeneratedBy(
                        "select account, trait, known, followers, share, share_low, share_high, tier, peers, peer_median,"
                                + " peer_rank from audience_profiles where " + selection.whereSnapshots());
    }

    ShownTable churn() {
        ShownTable.Builder table = table(
                "churn",
                ShownColumn.of("snapshot_before", Kind.TIME),
                ShownColumn.of("snapshot_after", Kind.TIME),
                ShownColumn.of("days", Kind.NUMBER),
                ShownColumn.of("listed_before", Kind.FOLLOWERS),
                ShownColumn.of("gained", Kind.FOLLOWERS),
                ShownColumn.of("lost", Kind.FOLLOWERS),
                ShownColumn.of("net", Kind.SIGNED),
                ShownColumn.of("churn_rate", Kind.SHARE));
        for (Row row : selection.rows(CHURN, "account", "snapshot_before", "snapshot_after")) {
            if (!Cells.text(row, "direction").equals("followers")) {
                continue;
            }
            ComparedAccount account = selection.account(row.getAs("account"));
            Long gained = Cells.count(row, "gained");
            Long lost = Cells.count(row, "lost");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.time(row, "snapshot_before"),
                    Cells.time(row, "snapshot_after"),
                    Cells.number(row, "days"),
                    groups.count(Cells.count(row, "listed_before")),
                    groups.count(gained),
                    groups.count(lost),
                    groups.figure(Cells.count(row, "net"), gained, lost),
                    groups.figure(Cells.number(row, "churn_rate"), lost));
        }
        return table.build()
                .regeneratedBy(
                        "select account, snapshot_before, snapshot_after, days, listed_before, gained, lost, net, churn_rate"
                                + " from churn where direction = 'followers' and " + selection.whereAccounts());
    }

    ShownTable vendors() {
        ShownTable.Builder table = table(
                "vendors",
                ShownColumn.of("vendor", Kind.ID),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("pool_followers", Kind.FOLLOWERS),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("followers_share", Kind.SHARE));
        for (Row row : selection.rowsOfSnapshot(VENDORS, "account", "vendor")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            Long followers = Cells.count(row, "followers");
            table.row(
                    account.account(),
                    account.label(),
                    Cells.count(row, "vendor"),
                    Cells.count(row, "accounts"),
                    groups.count(Cells.count(row, "pool_followers")),
                    groups.count(followers),
                    groups.figure(Cells.number(row, "followers_share"), followers));
        }
        return table.build()
                .regeneratedBy(
                        "select account, vendor, accounts, pool_followers, followers, followers_share from vendors where "
                                + selection.whereSnapshots());
    }

    ShownTable massFollowers() {
        ShownTable.Builder table = table(
                "mass_followers",
                ShownColumn.of("snapshot_peak", Kind.TIME),
                ShownColumn.of("snapshot_last", Kind.TIME),
                ShownColumn.of("followees_peak", Kind.COUNT),
                ShownColumn.of("followees_last", Kind.COUNT),
                ShownColumn.of("drop_share", Kind.SHARE),
                ShownColumn.of("followers_before", Kind.FOLLOWERS),
                ShownColumn.of("followers_peak", Kind.FOLLOWERS),
                ShownColumn.of("followers_last", Kind.FOLLOWERS),
                ShownColumn.of("kept_share", Kind.SHARE));
        for (Row row : selection.rows(MASS_FOLLOWERS, "account")) {
            ComparedAccount account = selection.account(row.getAs("account"));
            table.row(
                    account.account(),
                    account.label(),
                    Cells.time(row, "snapshot_peak"),
                    Cells.time(row, "snapshot_last"),
                    Cells.count(row, "followees_peak"),
                    Cells.count(row, "followees_last"),
                    Cells.number(row, "drop_share"),
                    groups.count(Cells.count(row, "followers_before")),
                    groups.count(Cells.count(row, "followers_peak")),
                    groups.count(Cells.count(row, "followers_last")),
                    Cells.number(row, "kept_share"));
        }
        return table.build()
                .regeneratedBy(
                        "select account, snapshot_peak, snapshot_last, followees_peak, followees_last, drop_share,"
                                + " followers_before, followers_peak, followers_last, kept_share from mass_followers where "
                                + selection.whereAccounts());
    }

    private static ShownTable.Builder table(String name, ShownColumn... columns) {
        List<ShownColumn> all =
                new ArrayList<>(List.of(ShownColumn.of("account", Kind.ID), ShownColumn.of("handle", Kind.TEXT)));
        all.addAll(List.of(columns));
        return ShownTable.named(name, all.toArray(ShownColumn[]::new));
    }
}
