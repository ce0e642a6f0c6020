package org.followerassay.report;

import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;

import org.apache.spark.sql.Row;

/** What the followers of each compared account are like, beside those of accounts of its size. */
final class AudienceTable {
    private final Selection selection;
    private final SmallGroups groups;

    AudienceTable(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable table() {
        ShownTable.Builder table = ShownTable.ofAccounts(
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
            Long unknown = account.followers() - known;
            table.row(
                    account.account(),
                    account.label(),
                    Cells.text(row, "trait"),
                    groups.oneOf(known, unknown),
                    groups.figure(followers, followers, known - followers, unknown),
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
}
