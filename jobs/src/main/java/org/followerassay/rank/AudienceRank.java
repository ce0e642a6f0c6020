package org.followerassay.rank;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.SizeBounds;
import org.followerassay.table.Table;

/**
 * Each account with a follower list by the size of its audience and by three measures of its quality.
 *
 * <p>Attention is TunkRank without iteration (Tunkelang, 2009): a follower who follows n accounts has 1/n of its attention
 * for each. The cap and the trust of 0 for followers that match a signature keep bought followers from adding to it. The
 * audience h is out of reach of accounts without followers, in whatever number. Effective audience is the number of equal
 * followers that would make the same attention.
 *
 * <p>Accounts are ranked by their newest snapshots. Quality ranks are among the accounts that have the measure; where nothing
 * is known of many audiences, compare them with care. Ties are shuffled once, by follower, then counted per account and
 * distinct value.
 */
final class AudienceRank implements Derivation {
    private static final String[] ACCOUNT = {"account"};

    private final RankOptions options;

    AudienceRank(RankOptions options) {
        this.options = options;
    }

    /** What this step depends on. */
    private record Assumed(long followeesFloor, SizeBounds tiers) {}

    @Override
    public String name() {
        return "audience rank";
    }

    @Override
    public Table output() {
        return AUDIENCE_RANK;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS, DEGREES, SIGNATURE_MATCHES);
    }

    @Override
    public Record options() {
        return new Assumed(options.followeesFloor(), options.tiers());
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> audiences = audiences(inputs);
        Dataset<Row> counts = FollowerCounts.of(followers(audiences, inputs), KnownCounts.of(inputs));
        Dataset<Row> measured = audiences
                .join(AudienceMeasures.of(counts, options.followeesFloor()), ACCOUNT, "left")
                .withColumn("followers", coalesce(col("followers"), lit(0L)))
                .withColumn("known_followers", coalesce(col("known_followers"), lit(0L)));
        Column change = col("rank_by_followers").minus(col("rank_by_attention"));
        return measured.join(
                        Ranks.of(measured, "followers", "attention", "audience_h", "effective_audience"),
                        ACCOUNT,
                        "left")
                .withColumn("tier", options.tiers().tier(col("followers")))
                .withColumn("rank_change", change);
    }

    /** The accounts to rank, with the newest snapshot of their follower list. */
    static Dataset<Row> audiences(Inputs inputs) {
        boolean saysNothingOfLists = inputs.rows(COVERAGE) == 0;
        Dataset<Row> lists = saysNothingOfLists
                ? inputs.of(FOLLOWS).withColumnRenamed("followee", "account")
                : inputs.of(COVERAGE).where(col("direction").equalTo("followers"));
        return lists.groupBy("account").agg(max("snapshot").as("snapshot"));
    }

    /** Their followers, without repeats; matched is 1 where a signature matched the tie in any snapshot, else 0. */
    static Dataset<Row> followers(Dataset<Row> audiences, Inputs inputs) {
        Dataset<Row> ties = inputs.of(FOLLOWS)
                .select(col("followee").as("account"), col("snapshot"), col("follower"))
                .join(audiences, new String[] {"account", "snapshot"})
                .select(col("account"), col("follower"), lit(1).as("listed"), lit(0).as("matched"));
        Dataset<Row> matches = inputs.of(SIGNATURE_MATCHES)
                .select(col("followee").as("account"), col("follower"), lit(0).as("listed"), lit(1).as("matched"));
        return ties.unionByName(matches)
                .repartition(col("follower"))
                .groupBy("follower", "account")
                .agg(max("listed").as("listed"), max("matched").as("matched"))
                .where(col("listed").equalTo(1));
    }
}
