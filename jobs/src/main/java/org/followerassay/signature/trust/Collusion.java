package org.followerassay.signature.trust;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.table.TrustTables.COLLUSION;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.NewestTies;
import org.followerassay.graph.Spread;
import org.followerassay.table.Table;

/**
 * Who follows the followers that strong findings name, who follows those, and so on (CollusionRank, Ghosh et al., WWW 2012).
 *
 * <p>Each account passes its score to its followers in equal shares: to blame is who follows, never who is followed, since
 * anybody can buy followers for anybody. What it tells are link farmers, who follow back whoever follows them. It says
 * something only where the export holds lists of the named followers themselves, as whole graphs do.
 *
 * <p>Cost: one task with the ties of the newest lists, if they fit; else a shuffle of sums a round.
 */
public final class Collusion implements Derivation {
    private final TrustOptions options;

    public Collusion(TrustOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "collusion";
    }

    @Override
    public Table output() {
        return COLLUSION;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, FINDINGS, SIGNATURE_MATCHES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        boolean nobody = inputs.rows(SIGNATURE_MATCHES) == 0;
        Dataset<Row> ties = nobody ? NewestTies.of(inputs).limit(0) : NewestTies.of(inputs);
        Dataset<Row> seeds = seeds(inputs);
        Dataset<Row> named = seeds.select(col("account"), lit(true).as("seed"));
        Dataset<Row> followed = ties.join(seeds.withColumnRenamed("account", "followee"), "followee")
                .groupBy(col("follower").as("account"))
                .agg(count_distinct(col("followee")).as("seeds_followed"));
        return spread(inputs, ties, seeds)
                .withColumnRenamed("score", "collusion")
                .join(named, new String[] {"account"}, "left")
                .join(followed, new String[] {"account"}, "left")
                .withColumn("seed", coalesce(col("seed"), lit(false)))
                .withColumn("seeds_followed", coalesce(col("seeds_followed"), lit(0L)));
    }

    /** Every follower on whom a strong finding rests. */
    private static Dataset<Row> seeds(Inputs inputs) {
        Dataset<Row> strong = inputs.of(FINDINGS)
                .where(col("tier").equalTo("strong"))
                .select(col("account").as("followee"), col("signature"));
        return inputs.of(SIGNATURE_MATCHES)
                .join(strong, new String[] {"followee", "signature"}, "left_semi")
                .select(col("follower").as("account"), lit(1.0).as("weight"))
                .distinct();
    }

    private Dataset<Row> spread(Inputs inputs, Dataset<Row> ties, Dataset<Row> seeds) {
        Spread spread = new Spread(options.damping(), options.rounds());
        Dataset<Row> edges =
                ties.select(col("followee").as("from"), col("follower").as("to"));
        return inputs.rows(FOLLOWS) <= options.taskTies()
                ? spread.inOneTask(edges, seeds)
                : spread.inManyTasks(edges, seeds);
    }
}
