package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.RankTables.QUALITY_RANKS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Where an account stands by one measure, among all and within its tier, and how far from where its count would put it.
 *
 * <p>An account is placed among those that have the measure, by count, too: what is unknown moves nobody. Three contests of
 * a row per account and measure are placed at once; three shuffles.
 */
final class QualityRanks implements Derivation {
    @Override
    public String name() {
        return "quality ranks";
    }

    @Override
    public Table output() {
        return QUALITY_RANKS;
    }

    @Override
    public List<Table> inputs() {
        return Measures.INPUTS;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> measures = Measures.of(inputs).withColumnRenamed("value", "score");
        Dataset<Row> contests = measures.withColumn(
                        "entry",
                        explode(array(
                                entry("rank", lit("all"), col("score")),
                                entry("tier_rank", col("tier"), col("score")),
                                entry("tier_rank_by_followers", col("tier"), col("followers")))))
                .select("snapshot", "account", "tier", "followers", "measure", "score", "entry.*");
        Dataset<Row> tiers =
                measures.groupBy("tier", "measure").agg(count(lit(1)).as("tier_accounts"));
        Column rise = col("tier_rank_by_followers").minus(col("tier_rank")).cast("double");
        return Places.of(contests)
                .groupBy("snapshot", "account", "tier", "followers", "measure", "score")
                .agg(place("rank"), place("tier_rank"), place("tier_rank_by_followers"))
                .withColumnRenamed("score", "value")
                .join(broadcast(tiers), new String[] {"tier", "measure"})
                .withColumn("rise_share", rise.divide(col("tier_accounts")));
    }

    private static Column entry(String kind, Column tier, Column value) {
        Column contest = struct(lit(kind).as("kind"), tier.as("tier"), col("measure"));
        return struct(contest.as("contest"), value.cast("double").as("value"));
    }

    private static Column place(String kind) {
        return max(when(col("contest.kind").equalTo(kind), col("place"))).as(kind);
    }
}
