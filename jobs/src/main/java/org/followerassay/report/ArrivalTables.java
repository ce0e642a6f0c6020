package org.followerassay.report;

import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;

import org.apache.spark.sql.Row;

/** How the followers of each compared account arrived: estimates, lots, and pools shared with others. */
final class ArrivalTables {
    private final Selection selection;
    private final SmallGroups groups;

    ArrivalTables(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable lots() {
        ShownTable.Builder table = ShownTable.ofAccounts(
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
        ShownTable.Builder table = ShownTable.ofAccounts(
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

    ShownTable vendors() {
        ShownTable.Builder table = ShownTable.ofAccounts(
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
}
