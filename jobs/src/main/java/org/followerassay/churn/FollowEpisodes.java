package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.FOLLOW_EPISODES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Each follow in the ledger with the loss that ended it.
 *
 * <p>The follower ended it if it is known to be alive afterwards, and the loss is neither the platform's, nor of an account that
 * is gone, nor the end of both directions at once. A follow after which the ledger holds another follow of the same tie, without a loss between them, has no end that is
 * known. One shuffle of changes by tie, as the ledger has it.
 */
final class FollowEpisodes implements Derivation {
    @Override
    public String name() {
        return "follow episodes";
    }

    @Override
    public Table output() {
        return FOLLOW_EPISODES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_CHANGES);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec tie = Window.partitionBy("follower", "followee").orderBy("earliest", "latest", "there_after");
        Column next = lead(struct("there_after", "earliest", "latest", "change", "follower_alive"), 1)
                .over(tie);
        Column ended = not(col("next.there_after"));
        Column byFollower =
                col("next.change").isin("unfollow", "prune", "reset", "unknown").and(col("next.follower_alive"));
        return inputs.of(FOLLOW_CHANGES)
                .withColumn("next", next)
                .where(col("there_after"))
                .withColumn("lost_earliest", when(ended, col("next.earliest")))
                .withColumn("lost_latest", when(ended, col("next.latest")))
                .withColumn("lost_as", when(ended, col("next.change")))
                .withColumn("dropped", coalesce(ended.and(byFollower), lit(false)));
    }
}
