package org.followerassay.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.ReportTables.COMPARISON;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What accounts of one size are set beside each other by: a row per account and measure that is known of it.
 *
 * <p>The measures of the comparison, less ranks and absolute counts of changes, which depend on who else is there and on how
 * long it took; and with rates per follower and month in their place.
 */
final class Measurements {
    static final List<Table> INPUTS = List.of(COMPARISON, ARRIVAL_ESTIMATES, CHURN);

    /** Measures of the comparison that come here by other ways, or not at all. */
    private static final List<String> OTHERWISE = List.of(
            "rank_by_followers",
            "rank_by_attention",
            "rank_change",
            "gained",
            "lost",
            "attention",
            "effective_audience",
            "followers",
            "churn_rate");

    private static final String[] KEY = {"snapshot", "account"};
    private static final double MONTH = 30;

    /** The accounts with what was estimated of their arrivals: bounds, and the weight of the evidence. */
    static Dataset<Row> estimated(Dataset<Row> accounts, Inputs tables) {
        Dataset<Row> estimates = tables.of(ARRIVAL_ESTIMATES)
                .where(col("enough_data"))
                .select("snapshot", "account", "listed", "share_low", "share_high");
        return accounts.join(estimates, KEY, "left");
    }

    /**
     * Columns tier, account, measure and value.
     *
     * @param accounts estimated rows of audience_rank, each account once
     * @param ending which pairs of lists to tell changes by, of which the newest is taken
     */
    static Dataset<Row> of(Dataset<Row> accounts, Inputs tables, Column ending) {
        Dataset<Row> compared = accounts.select("snapshot", "account", "tier")
                .join(
                        tables.of(COMPARISON)
                                .where(col("value").isNotNull())
                                .where(col("measure").isin(OTHERWISE.toArray()).equalTo(false))
                                .select("snapshot", "account", "measure", "value"),
                        KEY)
                .select("tier", "account", "measure", "value");
        Dataset<Row> pairs = accounts.select("account", "tier").join(newest(tables, ending), "account");
        Column perFollower = when(col("known_followers").gt(0), col("attention").divide(col("known_followers")));
        return compared.unionByName(own(accounts, "followers", col("followers").cast("double")))
                .unionByName(own(accounts, "attention_per_follower", perFollower))
                .unionByName(own(accounts, "looks_bought_low", col("share_low")))
                .unionByName(own(accounts, "looks_bought_high", col("share_high")))
                .unionByName(own(pairs, "gained_monthly", monthly("gained")))
                .unionByName(own(pairs, "lost_monthly", monthly("lost")));
    }

    private static Dataset<Row> own(Dataset<Row> accounts, String measure, Column value) {
        return accounts.select(col("tier"), col("account"), lit(measure).as("measure"), value.as("value"))
                .where(col("value").isNotNull());
    }

    private static Dataset<Row> newest(Inputs tables, Column ending) {
        return tables.of(CHURN)
                .where(col("direction")
                        .equalTo("followers")
                        .and(col("listed_before").gt(0))
                        .and(col("days").gt(0))
                        .and(ending))
                .groupBy("account")
                .agg(max_by(struct("gained", "lost", "listed_before", "days"), col("snapshot_after"))
                        .as("pair"));
    }

    private static Column monthly(String change) {
        Column monthly = col("pair." + change)
                .cast("double")
                .divide(col("pair.listed_before"))
                .divide(col("pair.days"))
                .multiply(MONTH);
        return coalesce(monthly, lit(0.0));
    }

    /**
     * The same in SQL: the tables pairs and measured, over one named population of account, snapshot, followers and size.
     *
     * @param ending condition on snapshot_after of the pairs
     */
    static String sql(String ending) {
        String otherwise = OTHERWISE.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
        return "pairs as (select account, max_by(struct(gained, lost, listed_before, days), snapshot_after) as pair from"
                + " churn where direction = 'followers' and listed_before > 0 and days > 0 and " + ending
                + " group by account), measured as (select size as tier, account, measure, value from population join"
                + " (select snapshot, account, measure, value from comparison where value is not null and measure not in ("
                + otherwise + ")) using (snapshot, account)"
                + " union all select size, account, 'followers', double(followers) from population"
                + " union all select size, account, 'attention_per_follower', attention / known_followers from population"
                + " join (select snapshot, account, attention, known_followers from audience_rank where attention is not"
                + " null and known_followers > 0) using (snapshot, account)"
                + " union all select size, account, measure, value from population join (select snapshot, account, stack(2,"
                + " 'looks_bought_low', share_low, 'looks_bought_high', share_high) as (measure, value) from"
                + " arrival_estimates where enough_data and share_low is not null) using (snapshot, account)"
                + " union all select size, account, 'gained_monthly', coalesce(pair.gained / pair.listed_before /"
                + " pair.days * 30, 0) from population join pairs using (account)"
                + " union all select size, account, 'lost_monthly', coalesce(pair.lost / pair.listed_before / pair.days *"
                + " 30, 0) from population join pairs using (account))";
    }

    static boolean isShare(String measure) {
        return measure.endsWith("_share") || measure.endsWith("_monthly") || measure.startsWith("looks_bought");
    }

    private Measurements() {}
}
