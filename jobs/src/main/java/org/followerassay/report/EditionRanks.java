package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.table.RankTables.RANK_AGREEMENT;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What an edition tells of ranks: how far count and quality agree, who moves, and what a rank costs. */
final class EditionRanks {
    static final List<String> QUARTERS = List.of("1", "2", "3", "4");
    private static final int MOST_ROWS = 1_000;

    private final EditionPopulation population;
    private final int smallest;

    /** Tiers of the ranking that mean the same in the edition. */
    private final Column tiers;

    private final String tiersSql;
    private final String lead;

    EditionRanks(EditionPopulation population) {
        this.population = population;
        this.smallest = population.request().minGroup();
        boolean own = population.request().tiers().isPresent();
        this.tiers = own ? col("tier").equalTo(TierOrder.ALL) : lit(true);
        this.lead = Ranking.lead(population.tables());
        this.tiersSql = own ? "tier = 'all'" : "true";
    }

    /** Accounts by the quarter of their tier that their count puts them in, and by that of the default measure. */
    ShownTable quarters() {
        return CrossedCounts.of(
                        "rank_quarters",
                        population
                                .rows(population
                                        .tables()
                                        .of(QUALITY_RANKS)
                                        .where(col("measure").equalTo(lead)))
                                .select(
                                        quarter("tier_rank_by_followers").as("line"),
                                        concat(lit("quarter_"), quarter("tier_rank"))
                                                .as("cell")),
                        QUARTERS,
                        QUARTERS.stream().map(quarter -> "quarter_" + quarter).toList(),
                        smallest)
                .summed(quarter -> Messages.of("quarter." + quarter))
                .regeneratedBy(population.sql()
                        + " select string(floor(4 * (tier_rank_by_followers - 1) / tier_accounts) + 1) as line,"
                        + " 'quarter_' || (floor(4 * (tier_rank - 1) / tier_accounts) + 1) as cell, count(*) as accounts"
                        + " from population join quality_ranks using (snapshot, account) where measure = '"
                        + lead + "' group by 1, 2");
    }

    private static Column quarter(String rank) {
        return floor(col(rank).minus(1).multiply(4).divide(col("tier_accounts")))
                .plus(1)
                .cast("string");
    }

    /** Of all that are ranked; the interval of tau has the variance of Fieller, Hartley and Pearson (1957). */
    ShownTable agreement() {
        ShownTable.Builder table = ShownTable.named(
                "rank_agreement",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.measured("kendall_tau", "", Kind.NUMBER),
                ShownColumn.of("risers", Kind.COUNT),
                ShownColumn.of("fallers", Kind.COUNT));
        population
                .tables()
                .of(RANK_AGREEMENT)
                .where(tiers)
                .orderBy("tier", "measure")
                .limit(MOST_ROWS)
                .collectAsList()
                .stream()
                .sorted(TierOrder.TIERS.thenComparing(TierOrder.MEASURES))
                .filter(row -> Cells.count(row, "accounts") >= smallest)
                .forEach(row -> table.row(
                        Cells.text(row, "tier"),
                        Cells.text(row, "measure"),
                        SafeCounts.alone(Cells.count(row, "accounts"), smallest),
                        tau(row, smallest),
                        SafeCounts.alone(Cells.count(row, "risers"), smallest),
                        SafeCounts.alone(Cells.count(row, "fallers"), smallest)));
        return table.build()
                .regeneratedBy("select tier, measure, accounts, kendall_tau, risers, fallers from rank_agreement where "
                        + tiersSql);
    }

    static Measured tau(Row row, int smallest) {
        long accounts = Cells.count(row, "accounts");
        Double tau = Cells.number(row, "kendall_tau");
        if (accounts < Math.max(smallest, 10) || tau == null) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        double inside = Math.max(-0.999999, Math.min(tau, 0.999999));
        double z = 0.5 * Math.log((1 + inside) / (1 - inside));
        double spread = Interval.USUAL * Math.sqrt(0.437 / (accounts - 4));
        return Percentiles.rounded(tau, Math.tanh(z - spread), Math.tanh(z + spread));
    }

    /** A median or mean of fewer than two groups of accounts is nearly that of one, and not shown. */
    ShownTable cost() {
        return new CostTable(population.tables(), tiers, tiersSql).table((figure, row) -> {
            if (figure.equals("accounts")) {
                return SafeCounts.alone(Cells.count(row, figure), smallest);
            }
            boolean few = smallest > 1 && Cells.count(row, "climbers") < 2L * smallest;
            Number exact = row.getAs(figure);
            if (exact == null || few) {
                return null;
            }
            double rounded = Percentiles.twoDigits(exact.doubleValue());
            return exact instanceof Long ? (Object) Math.round(rounded) : (Object) rounded;
        });
    }
}
