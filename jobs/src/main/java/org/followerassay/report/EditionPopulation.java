package org.followerassay.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.COMPARISON;

import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;

/** The accounts of an edition, each in its newest ranked snapshot of the period, with what was estimated of it. */
final class EditionPopulation implements AutoCloseable {
    /** Bins of the share of followers whose arrival looks bought, by its lower bound; weak traces name nobody. */
    static final List<String> BINS = List.of("none", "weak", "below_10", "below_30", "below_60", "above_60", "unknown");

    /** Measures of the comparison that are no shares of an account's own, or come here by other ways. */
    private static final Object[] OTHERWISE = {
        "rank_by_followers",
        "rank_by_attention",
        "rank_change",
        "gained",
        "lost",
        "attention",
        "effective_audience",
        "followers",
        "churn_rate"
    };

    private static final String[] KEY = {"snapshot", "account"};
    private static final double MONTH = 30;

    private final Inputs tables;
    private final EditionRequest request;
    private final Period period;
    private final Dataset<Row> accounts;

    private EditionPopulation(Inputs tables, EditionRequest request) {
        this.tables = tables;
        this.request = request;
        this.period = Period.of(request.period());
        this.accounts = accounts().persist();
    }

    static EditionPopulation of(Inputs tables, EditionRequest request) {
        EditionPopulation population = new EditionPopulation(tables, request);
        if (population.accounts.isEmpty()) {
            population.close();
            throw AssayException.usage("no follower list was ranked in " + request.period()
                    + ": name a period that holds a snapshot after --edition; 'assay sql \"select distinct snapshot from"
                    + " audience_rank\"' lists them");
        }
        return population;
    }

    private Dataset<Row> accounts() {
        Dataset<Row> newest = tables.of(AUDIENCE_RANK)
                .where(col("snapshot")
                        .geq(Timestamp.from(period.from()))
                        .and(col("snapshot").lt(Timestamp.from(period.until()))))
                .groupBy("account")
                .agg(max_by(
                                struct(
                                        "snapshot",
                                        "followers",
                                        "known_followers",
                                        "attention",
                                        "rank_by_followers",
                                        "rank_by_attention"),
                                col("snapshot"))
                        .as("newest"))
                .select("account", "newest.*");
        Dataset<Row> estimates = tables.of(ARRIVAL_ESTIMATES)
                .where(col("enough_data"))
                .select(
                        col("snapshot"),
                        col("account"),
                        col("listed"),
                        col("tier").as("evidence"),
                        col("share_low"),
                        col("share_high"));
        return newest.join(estimates, KEY, "left")
                .withColumn("tier", request.tiers().tier())
                .withColumn("bin", bin());
    }

    private static Column bin() {
        Column low = col("share_low");
        return when(low.isNull(), "unknown")
                .when(col("share_high").leq(0), "none")
                .when(low.leq(0), "weak")
                .when(low.lt(0.1), "below_10")
                .when(low.lt(0.3), "below_30")
                .when(low.lt(0.6), "below_60")
                .otherwise("above_60");
    }

    /** Tier, account and all measures above. */
    Dataset<Row> all() {
        return accounts;
    }

    /** The rows of another table that are of these accounts in these snapshots. One shuffle of a key per account. */
    Dataset<Row> rows(Dataset<Row> others) {
        return others.join(accounts.select("snapshot", "account", "tier").withColumnRenamed("tier", "size"), KEY);
    }

    /** One row per account and measure that is known of it: tier, account, measure, value. */
    Dataset<Row> measured() {
        Dataset<Row> compared = accounts.select("snapshot", "account", "tier")
                .join(
                        tables.of(COMPARISON)
                                .where(col("value")
                                        .isNotNull()
                                        .and(col("measure").isin(OTHERWISE).equalTo(false)))
                                .select("snapshot", "account", "measure", "value"),
                        KEY)
                .select("tier", "account", "measure", "value");
        return compared.unionByName(own("followers", col("followers").cast("double")))
                .unionByName(own(
                        "attention_per_follower",
                        when(col("known_followers").gt(0), col("attention").divide(col("known_followers")))))
                .unionByName(own("looks_bought_low", col("share_low")))
                .unionByName(own("looks_bought_high", col("share_high")))
                .unionByName(monthly("gained"))
                .unionByName(monthly("lost"));
    }

    private Dataset<Row> own(String measure, Column value) {
        return accounts.select(col("tier"), col("account"), lit(measure).as("measure"), value.as("value"))
                .where(col("value").isNotNull());
    }

    /** The newest pair of lists that ends within the period. */
    private Dataset<Row> monthly(String change) {
        Dataset<Row> pairs = tables.of(CHURN)
                .where(col("direction")
                        .equalTo("followers")
                        .and(col("listed_before").gt(0))
                        .and(col("days").gt(0))
                        .and(col("snapshot_after").geq(Timestamp.from(period.from())))
                        .and(col("snapshot_after").lt(Timestamp.from(period.until()))))
                .groupBy("account")
                .agg(max_by(struct(change, "listed_before", "days"), col("snapshot_after"))
                        .as("pair"));
        Column monthly = col("pair." + change)
                .cast("double")
                .divide(col("pair.listed_before"))
                .divide(col("pair.days"))
                .multiply(MONTH);
        return accounts.select("account", "tier")
                .join(pairs, "account")
                .select(
                        col("tier"),
                        col("account"),
                        lit(change + "_monthly").as("measure"),
                        coalesce(monthly, lit(0.0)).as("value"));
    }

    Period period() {
        return period;
    }

    EditionRequest request() {
        return request;
    }

    Inputs tables() {
        return tables;
    }

    /** The accounts as SQL, for queries that regenerate a table. */
    String sql() {
        return "with newest as (select account, max_by(struct(snapshot, followers), snapshot) as n from audience_rank where"
                + " snapshot >= " + Format.timestamp(period.from()) + " and snapshot < "
                + Format.timestamp(period.until())
                + " group by account), population as (select account, n.snapshot, n.followers, "
                + request.tiers().sql().replace("followers", "n.followers")
                + " as size from newest) ";
    }

    @Override
    public void close() {
        accounts.unpersist();
    }
}
