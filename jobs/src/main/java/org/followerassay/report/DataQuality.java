package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** How much of each list the figures rest on: one row per account. */
final class DataQuality {
    private final Selection selection;
    private final SmallGroups groups;

    DataQuality(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    ShownTable table() {
        ShownTable.Builder table = ShownTable.named(
                "data_quality",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("snapshot", Kind.TIME),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("whole", Kind.FLAG),
                ShownColumn.of("dated_share", Kind.SHARE),
                ShownColumn.of("profiles_share", Kind.SHARE),
                ShownColumn.of("ties_share", Kind.SHARE),
                ShownColumn.of("pairs", Kind.COUNT),
                ShownColumn.of("usable_pairs", Kind.COUNT));
        Map<Long, Long> dated = dated();
        Map<Long, Long> profiles = most(selection.rowsOfSnapshot(AUDIENCE_PROFILES, "account", "trait"), "known");
        Map<Long, Long> ties = most(selection.rowsOfSnapshot(AUDIENCE_RANK, "account"), "known_followers");
        List<Row> pairs = selection.rows(SNAPSHOT_PAIRS, "account", "snapshot_before", "snapshot_after").stream()
                .filter(row -> Cells.text(row, "direction").equals("followers"))
                .toList();
        Map<Long, Boolean> whole = whole();
        for (ComparedAccount account : selection.accounts()) {
            List<Row> own = pairs.stream()
                    .filter(row -> row.<Long>getAs("account") == account.account())
                    .toList();
            table.row(
                    account.account(),
                    account.label(),
                    account.snapshot(),
                    groups.count(account.followers()),
                    whole.get(account.account()),
                    share(dated, account),
                    share(profiles, account),
                    share(ties, account),
                    (long) own.size(),
                    own.stream().filter(row -> Cells.flag(row, "usable")).count());
        }
        return table.build().regeneratedBy(query());
    }

    /** Followers with a place in the list and a creation date. */
    private Map<Long, Long> dated() {
        Map<Long, Long> dated = new HashMap<>();
        selection
                .ofSnapshot(selection
                        .tables()
                        .of(ARRIVALS)
                        .select(col("snapshot"), col("followee").as("account")))
                .groupBy("account")
                .agg(count(lit(1)).as("dated"))
                .collectAsList()
                .forEach(row -> dated.put(row.getAs("account"), row.getAs("dated")));
        return dated;
    }

    private static Map<Long, Long> most(List<Row> rows, String column) {
        Map<Long, Long> most = new HashMap<>();
        rows.forEach(row -> most.merge(row.getAs("account"), Cells.count(row, column), Math::max));
        return most;
    }

    private Map<Long, Boolean> whole() {
        Map<Long, Boolean> whole = new HashMap<>();
        selection.rowsOfSnapshot(COVERAGE, "account", "direction").stream()
                .filter(row -> Cells.text(row, "direction").equals("followers"))
                .forEach(row -> whole.put(row.getAs("account"), Cells.flag(row, "complete")));
        return whole;
    }

    private Object share(Map<Long, Long> known, ComparedAccount account) {
        long of = account.followers();
        long some = Math.min(of, known.getOrDefault(account.account(), 0L));
        return of == 0 ? null : groups.figure((double) some / of, of, some, of - some);
    }

    private String query() {
        String at = selection.whereSnapshots();
        return "select account, snapshot, followers, c.complete as whole, coalesce(d.n, 0) / followers as dated_share,"
                + " coalesce(p.n, 0) / followers as profiles_share, known_followers / followers as ties_share,"
                + " coalesce(s.pairs, 0) as pairs, coalesce(s.usable_pairs, 0) as usable_pairs from audience_rank r"
                + " left join (select account, complete from coverage where direction = 'followers' and " + at
                + ") c using (account) left join (select followee as account, count(*) as n from arrivals where "
                + at.replace("account in", "followee in")
                + " group by followee) d using (account) left join (select account, max(known) as n from"
                + " audience_profiles where " + at
                + " group by account) p using (account) left join (select account, count(*) as pairs,"
                + " count_if(usable) as usable_pairs from snapshot_pairs where direction = 'followers' group by account)"
                + " s using (account) where " + at;
    }
}
