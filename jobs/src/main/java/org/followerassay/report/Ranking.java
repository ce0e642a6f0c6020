package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.table.RankTables.RANK_AGREEMENT;
import static org.followerassay.table.RankTables.RANK_MOVERS;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * Rank by count beside every rank by quality, and what such a rank is worth.
 *
 * @param lead the measure that is meant where none is named
 * @param standings of the compared accounts
 * @param agreement of the orders by count and by each measure, within each tier
 * @param movers accounts that the default measure places farthest from where their count does
 * @param cost what a rank costs by each measure
 */
record Ranking(String lead, ShownTable standings, ShownTable agreement, ShownTable movers, ShownTable cost) {
    private static final String DEFAULT = "quality";

    /** In its place where the export does not tell how many followers the followers have. */
    private static final String WITHOUT_AUDIENCES = "attention";

    /** Movers of a tier and direction on the page; the table holds ten. */
    private static final int MOST_MOVERS = 3;

    private static final int MOST_ROWS = 1_000;

    /** All tiers; of a card, the account's own. */
    static Ranking of(Selection selection, SmallGroups groups, ReportRequest.Form form) {
        boolean card = form == ReportRequest.Form.CARD;
        String own = selection.accounts().get(0).tier();
        Column tiers = card ? col("tier").equalTo(own) : lit(true);
        String sql = card ? "tier = '" + own + "'" : "true";
        String lead = lead(selection.tables());
        ShownTable movers = form == ReportRequest.Form.REPORT
                ? movers(selection, groups, lead)
                : ShownTable.named("rank_movers").build();
        return new Ranking(
                lead,
                standings(selection, groups),
                agreement(selection, tiers, sql),
                movers,
                new CostTable(selection.tables(), tiers, sql).table((figure, row) -> row.getAs(figure)));
    }

    /** The default measure, or the one in its place. */
    static String lead(Inputs tables) {
        boolean known = !tables.of(RANK_AGREEMENT)
                .where(col("measure").equalTo(DEFAULT))
                .isEmpty();
        return known ? DEFAULT : WITHOUT_AUDIENCES;
    }

    private static ShownTable standings(Selection selection, SmallGroups groups) {
        ShownTable.Builder table = ShownTable.named(
                "quality_ranks",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.of("value", Kind.NUMBER),
                ShownColumn.of("rank", Kind.RANK),
                ShownColumn.of("tier_rank", Kind.RANK),
                ShownColumn.of("tier_rank_by_followers", Kind.RANK),
                ShownColumn.of("tier_accounts", Kind.COUNT),
                ShownColumn.of("rise_share", Kind.SHARE));
        List<Row> rows = selection.rowsOfSnapshot(QUALITY_RANKS, "account", "measure");
        for (ComparedAccount account : selection.accounts()) {
            rows.stream()
                    .filter(row -> row.<Long>getAs("account") == account.account())
                    .sorted(TierOrder.MEASURES)
                    .forEach(row -> table.row(
                            account.account(),
                            account.label(),
                            Cells.text(row, "measure"),
                            groups.figure(Cells.number(row, "value"), account.followers()),
                            Cells.count(row, "rank"),
                            Cells.count(row, "tier_rank"),
                            Cells.count(row, "tier_rank_by_followers"),
                            Cells.count(row, "tier_accounts"),
                            Cells.number(row, "rise_share")));
        }
        return table.build()
                .regeneratedBy("select account, measure, value, rank, tier_rank, tier_rank_by_followers, tier_accounts,"
                        + " rise_share from quality_ranks where " + selection.whereSnapshots());
    }

    private static ShownTable agreement(Selection selection, Column tiers, String sql) {
        ShownTable.Builder table = ShownTable.named(
                "rank_agreement",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("kendall_tau", Kind.NUMBER),
                ShownColumn.of("risers", Kind.COUNT),
                ShownColumn.of("fallers", Kind.COUNT));
        selection
                .tables()
                .of(RANK_AGREEMENT)
                .where(tiers)
                .orderBy("tier", "measure")
                .limit(MOST_ROWS)
                .collectAsList()
                .stream()
                .sorted(TierOrder.TIERS.thenComparing(TierOrder.MEASURES))
                .forEach(row -> table.row(
                        Cells.text(row, "tier"),
                        Cells.text(row, "measure"),
                        Cells.count(row, "accounts"),
                        Cells.number(row, "kendall_tau"),
                        Cells.count(row, "risers"),
                        Cells.count(row, "fallers")));
        return table.build()
                .regeneratedBy("select tier, measure, accounts, kendall_tau, risers, fallers from rank_agreement where "
                        + sql);
    }

    private static ShownTable movers(Selection selection, SmallGroups groups, String lead) {
        ShownTable.Builder table = ShownTable.named(
                "rank_movers",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("movement", Kind.CODE),
                ShownColumn.of("place", Kind.RANK),
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("tier_rank_by_followers", Kind.RANK),
                ShownColumn.of("tier_rank", Kind.RANK),
                ShownColumn.of("rise_share", Kind.SHARE));
        List<Row> rows = selection
                .tables()
                .of(RANK_MOVERS)
                .where(col("measure").equalTo(lead).and(col("place").leq(MOST_MOVERS)))
                .orderBy(col("tier"), col("movement").desc(), col("place"))
                .limit(MOST_ROWS)
                .collectAsList();
        Map<Long, String> labels = Selection.labels(selection.tables(), rows);
        rows.stream().sorted(TierOrder.TIERS).forEach(row -> {
            long account = row.getAs("account");
            table.row(
                    Cells.text(row, "tier"),
                    Cells.text(row, "movement"),
                    Cells.count(row, "place"),
                    account,
                    labels.getOrDefault(account, ""),
                    groups.count(Cells.count(row, "followers")),
                    Cells.count(row, "tier_rank_by_followers"),
                    Cells.count(row, "tier_rank"),
                    Cells.number(row, "rise_share"));
        });
        return table.build()
                .regeneratedBy("select tier, movement, place, account, followers, tier_rank_by_followers, tier_rank,"
                        + " rise_share from rank_movers where measure = '" + lead + "' and place <= " + MOST_MOVERS);
    }
}
