package org.followerassay.report;

import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The newest finding of each signature about each compared account. */
final class FindingTable {
    private static final List<String> TIERS = List.of("strong", "moderate", "weak");
    private static final List<String> AXES = List.of("arrivals", "audience", "behaviour");

    /** What a finding of follow churn says of the account's followers, beside how many it followed itself. */
    private static final List<String> STATED =
            List.of("followers_before", "followers_peak", "followers_last", "unfollowed_mutual");

    private final Selection selection;
    private final SmallGroups groups;

    FindingTable(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /** The newest finding of each signature, the weightiest first. */
    ShownTable table() {
        ShownTable.Builder table = ShownTable.ofAccounts(
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
        List<Row> rows = selection.findings();
        Set<Long> few = statedFew();
        for (ComparedAccount account : selection.accounts()) {
            newestOf(account, rows).forEach(row -> add(table, account, row, few));
        }
        return table.build()
                .regeneratedBy(
                        "select account, signature, axis, tier, snapshot, score, support, share_low, share_high, evidence, query"
                                + " from findings where " + selection.whereAccounts()
                                + " and (account, signature, snapshot) in"
                                + " (select account, signature, max(snapshot) from findings group by account, signature)");
    }

    /** Accounts about which the sentence of following and unfollowing states how many follow them, and these are few. */
    private Set<Long> statedFew() {
        return selection.rows(MASS_FOLLOWERS, "account").stream()
                .filter(row -> STATED.stream().anyMatch(column -> groups.hides(Cells.count(row, column))))
                .map(row -> row.<Long>getAs("account"))
                .collect(Collectors.toSet());
    }

    private void add(ShownTable.Builder table, ComparedAccount account, Row row, Set<Long> few) {
        Long support = Cells.count(row, "support");
        boolean statesFew = Cells.text(row, "signature").equals("follow churn") && few.contains(account.account());
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
                groups.hides(support) || statesFew
                        ? Messages.of("evidence.hidden", groups.smallest())
                        : Cells.text(row, "evidence"),
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
}
