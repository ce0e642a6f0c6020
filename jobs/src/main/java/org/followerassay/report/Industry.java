package org.followerassay.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.COMPARISON;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All ranked accounts, each in its newest snapshot: rank by count beside rank by quality, and size tiers. */
final class Industry {
    /** Accounts drawn; the largest ones where there are more. */
    static final int MOST_POINTS = 1_500;

    private final Selection selection;
    private final SmallGroups groups;

    Industry(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /** The two ranks of each account, without its name but for those compared. */
    ShownTable points() {
        ShownTable.Builder table = ShownTable.named(
                "rank_points",
                ShownColumn.of("rank_by_followers", Kind.RANK),
                ShownColumn.of("rank_by_attention", Kind.RANK),
                ShownColumn.of("handle", Kind.TEXT));
        Map<Long, String> compared = selection.accounts().stream()
                .collect(Collectors.toMap(ComparedAccount::account, ComparedAccount::label));
        selection
                .tables()
                .of(AUDIENCE_RANK)
                .where(col("rank_by_attention").isNotNull())
                .orderBy("rank_by_followers", "account")
                .limit(MOST_POINTS)
                .select("account", "rank_by_followers", "rank_by_attention")
                .collectAsList()
                .forEach(row -> table.row(
                        Cells.count(row, "rank_by_followers"),
                        Cells.count(row, "rank_by_attention"),
                        compared.getOrDefault(row.<Long>getAs("account"), "")));
        return table.build()
                .regeneratedBy(
                        "select rank_by_followers, rank_by_attention from audience_rank where rank_by_attention is"
                                + " not null order by rank_by_followers, account limit " + MOST_POINTS);
    }

    ShownTable tiers() {
        Dataset<Row> lots = selection
                .tables()
                .of(COMPARISON)
                .where(col("measure").equalTo("lot_followers_share"))
                .select(col("account"), col("value").as("lot_share"));
        Column perFollower = when(col("known_followers").gt(0), col("attention").divide(col("known_followers")));
        List<Row> tiers = selection
                .tables()
                .of(AUDIENCE_RANK)
                .join(lots, new String[] {"account"}, "left")
                .groupBy("tier")
                .agg(
                        count(lit(1)).as("accounts"),
                        sum("followers").as("followers"),
                        sum("known_followers").as("known_followers"),
                        median(perFollower).as("attention_per_follower"),
                        median(col("audience_h")).as("median_audience_h"),
                        coalesce(sum(when(col("lot_share").isNotNull(), 1L)), lit(0L))
                                .as("accounts_looked_at"),
                        coalesce(sum(when(col("lot_share").gt(0), 1L)), lit(0L)).as("accounts_with_lots"))
                .collectAsList();
        ShownTable.Builder table = ShownTable.named(
                "tiers",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("followers", Kind.FOLLOWERS),
                ShownColumn.of("attention_per_follower", Kind.NUMBER),
                ShownColumn.of("median_audience_h", Kind.NUMBER),
                ShownColumn.of("accounts_looked_at", Kind.COUNT),
                ShownColumn.of("accounts_with_lots", Kind.COUNT));
        tiers.stream()
                .sorted(TierOrder.TIERS)
                .forEach(row -> table.row(
                        Cells.text(row, "tier"),
                        Cells.count(row, "accounts"),
                        groups.count(Cells.count(row, "followers")),
                        groups.figure(Cells.number(row, "attention_per_follower"), Cells.count(row, "known_followers")),
                        Cells.number(row, "median_audience_h"),
                        Cells.count(row, "accounts_looked_at"),
                        Cells.count(row, "accounts_with_lots")));
        return table.build().regeneratedBy(query());
    }

    private static String query() {
        return "with looked as (select account, value as lot_share from comparison where measure = 'lot_followers_share')"
                + " select tier, count(*) as accounts, sum(followers) as followers,"
                + " median(case when known_followers > 0 then attention / known_followers end) as attention_per_follower,"
                + " median(audience_h) as median_audience_h, count(lot_share) as accounts_looked_at,"
                + " count_if(lot_share > 0) as accounts_with_lots from audience_rank left join looked using (account)"
                + " group by tier";
    }
}
