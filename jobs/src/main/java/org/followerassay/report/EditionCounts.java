package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.graph.SizeBounds;

/** The counts of an edition: groups of accounts, never one. Everything is counted in Spark to a row per group. */
final class EditionCounts {
    private static final List<String> WEIGHTS = List.of("strong", "moderate", "weak");
    private static final int MOST_ROWS = 200;

    private final EditionPopulation population;
    private final int smallest;

    /** Accounts by size tier and bin, from which every total of the edition is made. */
    private final CrossedCounts bought;

    EditionCounts(EditionPopulation population) {
        this.population = population;
        this.smallest = population.request().minGroup();
        this.bought = CrossedCounts.of(
                "bought_shares",
                population.all().select(col("tier").as("line"), col("bin").as("cell")),
                SizeBounds.NAMES,
                EditionPopulation.BINS,
                smallest);
    }

    /** Accounts by size tier and by the share of their followers whose arrival looks bought. */
    ShownTable boughtShares() {
        return bought.summed(tier -> tier).regeneratedBy(boughtQuery());
    }

    /** Exact counts: the page shows multiples of the smallest group, and makes its sums and shares of these. */
    private String boughtQuery() {
        return population.sql()
                + " select size as line, case when share_low is null or not enough_data then 'unknown' when share_high <= 0"
                + " then 'none' when share_low <= 0 then 'weak' when share_low < 0.1 then 'below_10' when share_low < 0.3"
                + " then 'below_30' when share_low < 0.6 then 'below_60' else 'above_60' end as cell, count(*) as accounts"
                + " from population left join arrival_estimates using (snapshot, account) group by 1, 2";
    }

    /** Accounts by pattern of following and unfollowing, and by the weight of the evidence. */
    ShownTable churnLeague() {
        Dataset<Row> found = population
                .behaviours()
                .select(col("signature").as("line"), col("tier").as("cell"));
        return found("churn_league", found, population.behavioursSql());
    }

    /** Accounts by signature, and by the weight of the evidence. */
    ShownTable signaturesFound() {
        Dataset<Row> found = population
                .rows(population.tables().of(FINDINGS).where(col("axis").notEqual("behaviour")))
                .select(col("signature").as("line"), col("tier").as("cell"));
        return found(
                "signatures_found",
                found,
                " select signature as line, tier as cell, count(*) as accounts from population join findings using"
                        + " (snapshot, account) where axis <> 'behaviour' group by 1, 2");
    }

    private ShownTable found(String name, Dataset<Row> found, String sql) {
        List<String> signatures =
                found.select("line").distinct().orderBy("line").limit(MOST_ROWS).collectAsList().stream()
                        .map(row -> Cells.text(row, "line"))
                        .toList();
        return CrossedCounts.of(name, found, signatures, WEIGHTS, smallest)
                .table(signature -> Messages.orName("signature", signature))
                .regeneratedBy(population.sql() + sql);
    }

    /** Accounts covered, and of how many of them arrivals could be estimated. */
    ShownTable cover() {
        ShownTable.Builder table = ShownTable.named(
                "cover", ShownColumn.of("measure", Kind.MEASURE), ShownColumn.of("accounts", Kind.COUNT));
        table.row("covered_accounts", bought.counts().sum(row -> true, bin -> true));
        table.row("covered_estimated", bought.counts().sum(row -> true, EditionCounts::isEstimated));
        return table.build()
                .regeneratedBy(population.sql()
                        + ", counted as (select count(*) as covered, count_if(enough_data and share_low is not null) as"
                        + " estimated from population left join arrival_estimates using (snapshot, account)) select"
                        + " stack(2, 'covered_accounts', covered, 'covered_estimated', estimated) as (measure, accounts)"
                        + " from counted");
    }

    private static boolean isEstimated(int bin) {
        return !EditionPopulation.BINS.get(bin).equals("unknown");
    }

    /** Shares of accounts, from the counts as they are shown, so that no share tells more than they do. */
    ShownTable keyNumbers() {
        Row sums = population
                .all()
                .agg(
                        sum(col("share_low").multiply(col("listed"))).as("low"),
                        sum(col("share_high").multiply(col("listed"))).as("high"),
                        sum("listed").as("listed"),
                        count("share_low").as("estimated"))
                .first();
        ShownTable.Builder table = ShownTable.named(
                "key_numbers",
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.measured("of_accounts", "", Kind.SHARE));
        List<String> named = List.of("below_10", "below_30", "below_60", "above_60");
        table.row(
                "key_found",
                bought.counts()
                        .share(bin -> named.contains(EditionPopulation.BINS.get(bin)), EditionCounts::isEstimated));
        table.row(
                "key_over_30",
                bought.counts()
                        .share(
                                bin -> named.subList(2, 4).contains(EditionPopulation.BINS.get(bin)),
                                EditionCounts::isEstimated));
        table.row("key_followers", ofAllFollowers(sums));
        return table.build().regeneratedBy(keyQuery());
    }

    /** Exact shares, which lie within the bounds that the page shows. */
    private String keyQuery() {
        return population.sql()
                + ", known as (select e.* from population join arrival_estimates e using (snapshot, account)"
                + " where enough_data and share_low is not null), shares as (select avg(double(share_low > 0)) as found,"
                + " avg(double(share_low >= 0.3)) as over_30, sum(share_low * listed) / sum(listed) as low, sum(share_high *"
                + " listed) / sum(listed) as high from known) select stack(3, 'key_found', found, found, 'key_over_30',"
                + " over_30, over_30, 'key_followers', low, high) as (measure, at_least, at_most) from shares";
    }

    /** Bounds, to half a percent. */
    private Measured ofAllFollowers(Row sums) {
        if (Cells.count(sums, "estimated") < smallest) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        double listed = Cells.count(sums, "listed");
        double low = Math.floor(200 * Cells.number(sums, "low") / listed) / 200;
        double high = Math.ceil(200 * Cells.number(sums, "high") / listed) / 200;
        return new Measured((low + high) / 2, low, high, "");
    }
}
