package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.FINDINGS;

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

    private static final String[] KEY = {"snapshot", "account"};

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

    /**
     * Those ranked by a list of the period.
     *
     * @throws AssayException if there are none, or if some have a list of the period but are ranked by a later one
     */
    static EditionPopulation of(Inputs tables, EditionRequest request) {
        EditionPopulation population = new EditionPopulation(tables, request);
        long later = population.rankedLater();
        if (later > 0) {
            population.close();
            throw AssayException.usage("an edition of " + request.period() + " would leave out " + later
                    + " of its accounts, which are ranked by a later follower list: make it in a warehouse into which only exports up to the end of the period are ingested, or name the period of the newest"
                    + " lists after --edition");
        }
        if (population.accounts.isEmpty()) {
            population.close();
            throw AssayException.usage("no follower list was ranked in " + request.period()
                    + ": name a period that holds a snapshot after --edition; 'assay sql \"select distinct snapshot from"
                    + " audience_rank\"' lists them");
        }
        return population;
    }

    /** Only the newest list of an account is ranked. Without a word on coverage, any list of ties tells of one, as for ranks. */
    private long rankedLater() {
        Dataset<Row> lists = tables.rows(COVERAGE) == 0
                ? tables.of(FOLLOWS).withColumnRenamed("followee", "account")
                : tables.of(COVERAGE).where(col("direction").equalTo("followers"));
        Dataset<Row> later = tables.of(AUDIENCE_RANK)
                .where(col("snapshot").geq(Timestamp.from(period.until())))
                .select("account");
        return later.join(lists.where(within(col("snapshot"))), new String[] {"account"}, "left_semi")
                .distinct()
                .count();
    }

    private Dataset<Row> accounts() {
        Dataset<Row> newest = tables.of(AUDIENCE_RANK)
                .where(within(col("snapshot")))
                .groupBy("account")
                .agg(max_by(
                                struct(
                                        "snapshot",
                                        "tier",
                                        "followers",
                                        "known_followers",
                                        "attention",
                                        "rank_by_followers",
                                        "rank_by_attention"),
                                col("snapshot"))
                        .as("newest"))
                .select("account", "newest.*");
        return Measurements.estimated(newest, tables)
                .withColumn(
                        "tier",
                        request.tiers()
                                .map(tiers -> tiers.tier(col("followers")))
                                .orElse(col("tier")))
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

    /**
     * The newest finding of each signature about the own follows of these accounts within the period.
     *
     * <p>By account alone: such a finding is dated by the account's own list, which is seldom exported together with that of
     * its followers. One shuffle of the findings, by account.
     */
    Dataset<Row> behaviours() {
        return tables.of(FINDINGS)
                .where(col("axis").equalTo("behaviour").and(within(col("snapshot"))))
                .groupBy("account", "signature")
                .agg(max_by(col("tier"), struct("snapshot", "tier")).as("tier"))
                .join(accounts.select("account"), "account");
    }

    /** The same counted by signature and tier, after the named query population. */
    String behavioursSql() {
        return ", behaviours as (select account, signature, max_by(tier, struct(snapshot, tier)) as tier from findings where"
                + " axis = 'behaviour' and " + within("snapshot")
                + " group by account, signature) select signature as line, behaviours.tier as cell, count(*) as accounts"
                + " from population join behaviours using (account) group by 1, 2";
    }

    /** One row per account and measure that is known of it: tier, account, measure, value. */
    Dataset<Row> measured() {
        return Measurements.of(accounts, tables, within(col("snapshot_after")));
    }

    private Column within(Column snapshot) {
        return snapshot.geq(Timestamp.from(period.from())).and(snapshot.lt(Timestamp.from(period.until())));
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

    /** The accounts as a named query, population: snapshot, account, followers and size. */
    String sql() {
        return "with newest as (select account, max_by(struct(snapshot, followers, tier), snapshot) as n from"
                + " audience_rank where " + within("snapshot")
                + " group by account), population as (select account, n.snapshot, n.followers, "
                + request.tiers().map(tiers -> tiers.sql("n.followers")).orElse("n.tier")
                + " as size from newest)";
    }

    /** Of the period, as a condition in SQL. */
    String within(String snapshot) {
        return snapshot + " >= " + Format.timestamp(period.from()) + " and " + snapshot + " < "
                + Format.timestamp(period.until());
    }

    @Override
    public void close() {
        accounts.unpersist();
    }
}
