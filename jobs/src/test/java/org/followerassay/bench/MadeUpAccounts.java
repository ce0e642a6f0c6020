package org.followerassay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.followerassay.graph.SizeTier;
import org.followerassay.table.Table;

/**
 * Published tables of so many accounts, as a report reads them: 100 to a million followers each, a tenth with something to
 * report, ten traits known of every audience, and two lists of each.
 */
final class MadeUpAccounts {
    private static final Timestamp NOW = Timestamp.from(Instant.parse("2026-10-31T00:00:00Z"));
    private static final Timestamp BEFORE = Timestamp.from(Instant.parse("2026-09-30T00:00:00Z"));

    private final Dataset<Row> base;

    MadeUpAccounts(SparkSession session, long accounts) {
        Column size = pow(lit(10.0), lit(2).plus(share("size").multiply(4)));
        this.base = session.range(accounts)
                .select(
                        lit(NOW).as("snapshot"),
                        col("id").plus(700_000_000_001L).as("account"),
                        floor(size).as("followers"))
                .withColumn(
                        "attention",
                        col("followers").multiply(shareOf("quality").plus(0.2)).divide(120))
                .withColumn("tier", SizeTier.of(col("followers")))
                .withColumn(
                        "bought",
                        when(shareOf("bought").lt(0.1), shareOf("lot").multiply(0.6))
                                .otherwise(0.0));
    }

    /** From 0 to 1, for each account and name another. */
    private static Column share(String name) {
        return pmod(xxhash64(lit(name), col("id")), lit(100_000)).divide(100_000);
    }

    private static Column shareOf(String name) {
        return pmod(xxhash64(lit(name), col("account")), lit(100_000)).divide(100_000);
    }

    Map<Table, Dataset<Row>> tables() {
        Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put(AUDIENCE_RANK, ranks());
        tables.put(
                PROPAGATED_SCORES,
                base.withColumn("overlaps_known", lit(10L))
                        .withColumn(
                                "reciprocity_adjusted",
                                col("followers").minus(floor(col("followers").divide(20))))
                        .withColumn("tunkrank", col("attention").multiply(1.05))
                        .withColumn("pagerank", col("attention").divide(8).plus(0.15)));
        tables.put(
                ARRIVAL_ESTIMATES,
                base.withColumn("listed", col("followers"))
                        .withColumn("enough_data", col("followers").gt(200))
                        .withColumn("families", lit(""))
                        .withColumn("matched", floor(col("followers").multiply(col("bought"))))
                        .withColumn("tier", when(col("bought").gt(0), "strong").otherwise("none"))
                        .withColumn(
                                "share_low",
                                when(col("enough_data"), col("bought").multiply(0.9)))
                        .withColumn("share_high", when(col("enough_data"), col("bought"))));
        tables.put(FINDINGS, findings());
        tables.put(AUDIENCE_PROFILES, profiles());
        tables.put(
                CHURN,
                base.select(
                        col("account"),
                        lit("followers").as("direction"),
                        lit(BEFORE).as("snapshot_before"),
                        lit(NOW).as("snapshot_after"),
                        lit(31.0).as("days"),
                        col("followers").as("listed_before"),
                        floor(col("followers").multiply(shareOf("gained")).divide(20))
                                .as("gained"),
                        floor(col("followers").multiply(shareOf("lost")).divide(30))
                                .as("lost")));
        tables.put(
                VENDORS,
                base.where(col("bought").gt(0.3))
                        .withColumn("vendor", pmod(col("account"), lit(50)))
                        .withColumn("accounts", lit(60L))
                        .withColumn("pool_followers", lit(9_431L))
                        .withColumn("followers_share", col("bought"))
                        .withColumn("reuse", lit(5.0))
                        .withColumn("pool_focus", lit(0.9))
                        .withColumn("pool_kind", lit("disposable")));
        return tables;
    }

    /** Ranks by a window over all: good enough for a table that is made up. */
    private Dataset<Row> ranks() {
        Column byCount = row_number().over(Window.orderBy(col("followers").desc(), col("account")));
        Column byAttention = row_number().over(Window.orderBy(col("attention").desc(), col("account")));
        return base.withColumn("known_followers", col("followers"))
                .withColumn("audience_h", floor(sqrt(col("attention").multiply(100))))
                .withColumn("effective_audience", col("attention").multiply(0.7))
                .withColumn("rank_by_followers", byCount.cast("long"))
                .withColumn("rank_by_attention", byAttention.cast("long"))
                .withColumn("rank_by_audience_h", col("rank_by_attention"))
                .withColumn("rank_by_effective_audience", col("rank_by_attention"))
                .withColumn("rank_change", col("rank_by_followers").minus(col("rank_by_attention")));
    }

    private Dataset<Row> findings() {
        Column arrivals = struct(lit("lots").as("signature"), lit("arrivals").as("axis"));
        Column behaviour =
                struct(lit("follow churn").as("signature"), lit("behaviour").as("axis"));
        return base.where(col("bought").gt(0).or(shareOf("churn").lt(0.02)))
                .withColumn("found", when(col("bought").gt(0), arrivals).otherwise(behaviour))
                .select(col("snapshot"), col("account"), col("found.*"), col("bought"), col("followers"))
                .withColumn("tier", lit("strong"))
                .withColumn("score", lit(9.0))
                .withColumn("support", floor(col("followers").multiply(col("bought"))))
                .withColumn("evidence", lit("a made-up sentence"))
                .withColumn("query", lit("select 1"));
    }

    private Dataset<Row> profiles() {
        Column[] traits = new Column[10];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = lit("trait_" + i);
        }
        return base.withColumn("trait", explode(array(traits)))
                .withColumn("known", col("followers"))
                .withColumn(
                        "share",
                        pmod(xxhash64(concat(col("trait"), col("account").cast("string"))), lit(1_000))
                                .divide(1_000))
                .withColumn("followers", floor(col("followers").multiply(col("share"))))
                .withColumn("share_low", col("share"))
                .withColumn("share_high", col("share"))
                .withColumn("peers", coalesce(lit(0L)));
    }
}
