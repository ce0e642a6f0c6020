package org.followerassay.signature.trust;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.TrustTables.TRUST;

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
 * How much trust reaches an account over mutual ties from accounts in whose lists nothing stands out (SybilRank, Cao et al.,
 * NSDI 2012).
 *
 * <p>Trust walks from its seeds for log2 of the accounts rounds, and is divided by the ties of where it ends; in a network
 * that mixes well all have the same then, and accounts behind few ties to the rest have less. A community of its own has less,
 * too, and who is followed back by honest accounts has as much as they.
 *
 * <p>Cost: one shuffle of the ties by pair, then as {@link Collusion}, with the mutual ties only.
 */
public final class Trust implements Derivation {
    private final TrustOptions options;

    public Trust(TrustOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public Table output() {
        return TRUST;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ARRIVAL_ESTIMATES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> edges = mutual(NewestTies.of(inputs));
        Dataset<Row> ends =
                edges.groupBy(col("from").as("account")).agg(count(lit(1)).as("mutual"));
        Dataset<Row> seeds = inputs.of(ARRIVAL_ESTIMATES)
                .where(col("enough_data").and(col("tier").equalTo("none")))
                .join(ends, "account")
                .select(col("account"), lit(1.0).as("weight"));
        Dataset<Row> named = seeds.select(col("account"), lit(true).as("seed"));
        Dataset<Row> joined = ends.join(spread(inputs, edges, seeds), new String[] {"account"}, "left")
                .join(named, new String[] {"account"}, "left")
                .withColumn("seed", coalesce(col("seed"), lit(false)));
        Dataset<Row> all = joined.agg(
                sum("mutual").cast("double").as("all_ends"),
                sum(when(col("seed"), 1.0)).as("all_seeds"));
        Column perTie = coalesce(col("score"), lit(0.0)).divide(col("mutual"));
        return joined.crossJoin(broadcast(all))
                .where(col("all_seeds").isNotNull())
                .withColumn("trust", perTie.multiply(col("all_ends")).divide(col("all_seeds")));
    }

    /** Mutual ties, in both directions: from, to. */
    private static Dataset<Row> mutual(Dataset<Row> ties) {
        Column upward = col("follower").lt(col("followee"));
        return ties.select(
                        least(col("follower"), col("followee")).as("low"),
                        greatest(col("follower"), col("followee")).as("high"),
                        upward.as("upward"))
                .groupBy("low", "high")
                .agg(max("upward").as("up"), max(not(col("upward"))).as("down"))
                .where(col("up").and(col("down")))
                .select(explode(array(
                                struct(col("low").as("from"), col("high").as("to")),
                                struct(col("high").as("from"), col("low").as("to"))))
                        .as("edge"))
                .select("edge.*");
    }

    private Dataset<Row> spread(Inputs inputs, Dataset<Row> edges, Dataset<Row> seeds) {
        Spread spread = new Spread(1, 0);
        return inputs.rows(FOLLOWS) <= options.taskTies()
                ? spread.inOneTask(edges, seeds)
                : spread.inManyTasks(edges, seeds);
    }
}
