package org.followerassay.rank;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.NewestTies;
import org.followerassay.graph.Spread;
import org.followerassay.table.Table;

/**
 * Each ranked account by measures that depend on its followers' own followers: TunkRank, PageRank, and a count without those
 * who follow back as a habit.
 *
 * <p>Both spread over the ties of the newest lists. A follower's score is cut into as many shares as the accounts that it is
 * known to follow, and into no fewer than the floor of {@link RankOptions}: otherwise accounts that follow nobody but their
 * buyer would count most. Followers of whom that is unknown pass nothing on, as in attention. Neither knows of signatures.
 *
 * <p>Cost: a shuffle of the ties for the count; for each score one task with all ties, if they fit, else a shuffle of sums a
 * round.
 */
final class PropagatedScores implements Derivation {
    private static final String[] ACCOUNT = {"account"};

    private final RankOptions options;

    PropagatedScores(RankOptions options) {
        this.options = options;
    }

    /** What this step depends on. */
    private record Assumed(long followeesFloor, PropagationOptions propagation) {}

    @Override
    public String name() {
        return "propagated scores";
    }

    @Override
    public Table output() {
        return PROPAGATED_SCORES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS, DEGREES, SIGNATURE_MATCHES);
    }

    @Override
    public Record options() {
        return new Assumed(options.followeesFloor(), options.propagation());
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> audiences = AudienceRank.audiences(inputs);
        Dataset<Row> known = KnownCounts.of(inputs)
                .where(col("known_followees").isNotNull())
                .select(
                        col("account"),
                        greatest(col("known_followees"), lit(options.followeesFloor()))
                                .cast("double")
                                .as("least_fan"));
        Dataset<Row> edges = ties(audiences, inputs)
                .select(col("follower").as("from"), col("followee").as("to"))
                .join(known.select(col("account").as("from")), new String[] {"from"}, "left_semi");
        PropagationOptions propagation = options.propagation();
        double retweet = propagation.retweet();
        Spread tunkRank = new Spread(retweet, propagation.rounds(retweet), 1);
        Spread pageRank = new Spread(propagation.damping(), propagation.rounds(propagation.damping()), 1);
        // 1 + p · TunkRank is a score that spreads with damping p from weights of 1 / (1 - p).
        Column tunkRankOf = col("score").divide(1 - retweet).minus(1).divide(retweet);
        Dataset<Row> tunkRanks =
                scores(inputs, tunkRank, edges, known).select(col("account"), tunkRankOf.as("tunkrank"));
        Dataset<Row> pageRanks = scores(inputs, pageRank, edges, known)
                .select(col("account"), col("score").as("pagerank"));
        return audiences
                .join(unreturned(audiences, inputs), ACCOUNT, "left")
                .join(tunkRanks, ACCOUNT, "left")
                .join(pageRanks, ACCOUNT, "left")
                .withColumn("overlaps_known", coalesce(col("overlaps_known"), lit(0L)));
    }

    private static Dataset<Row> ties(Dataset<Row> audiences, Inputs inputs) {
        boolean saysNothingOfLists = inputs.rows(COVERAGE) == 0;
        return saysNothingOfLists
                ? AudienceRank.followers(audiences, inputs)
                        .select(col("follower"), col("account").as("followee"))
                : NewestTies.of(inputs);
    }

    private Dataset<Row> scores(Inputs inputs, Spread spread, Dataset<Row> edges, Dataset<Row> leastFans) {
        return inputs.rows(FOLLOWS) <= options.propagation().taskTies()
                ? spread.inOneTask(edges, leastFans)
                : spread.inManyTasks(edges, leastFans);
    }

    /** The followers less those with a high overlap index; nothing where no follower's overlap is known. */
    private Dataset<Row> unreturned(Dataset<Row> audiences, Inputs inputs) {
        PropagationOptions overlap = options.propagation();
        Column enoughTies = col("followers")
                .geq(overlap.overlapTiesMin())
                .and(col("followees").geq(overlap.overlapTiesMin()));
        Dataset<Row> overlaps = inputs.of(DEGREES)
                .where(enoughTies)
                .groupBy(col("account").as("follower"))
                .agg(max(struct("snapshot", "overlap_index")).as("newest"))
                .select("follower", "newest.overlap_index");
        Column habitual = coalesce(col("overlap_index").gt(overlap.overlapAbove()), lit(false));
        return AudienceRank.followers(audiences, inputs)
                .join(overlaps, new String[] {"follower"}, "left")
                .groupBy("account")
                .agg(
                        count("overlap_index").as("overlaps_known"),
                        count_if(habitual.equalTo(false)).as("others"))
                .withColumn("reciprocity_adjusted", when(col("overlaps_known").gt(0), col("others")));
    }
}
