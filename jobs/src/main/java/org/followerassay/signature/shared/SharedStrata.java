package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.SharedTables.SHARED_STRATA;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The followers that pairs of accounts share, by how many analysed accounts these follow.
 *
 * <p>Cost: pairs grow with the square of a follower's followees; lists below the minimum and followers above the cap are left
 * out first. One shuffle by follower, one by pair and stratum after counting, one of the counts by pair.
 */
public final class SharedStrata implements Derivation {
    private final SharedAudienceOptions options;

    public SharedStrata(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "shared followers by stratum";
    }

    @Override
    public Table output() {
        return SHARED_STRATA;
    }

    @Override
    public List<Table> inputs() {
        return ComparedTies.INPUTS;
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> ties = ComparedTies.of(options, inputs);
        Dataset<Row> sizes = ComparedTies.sizes(ties);
        Dataset<Row> otherSizes = sizes.select(
                col("account").as("other_account"), col("account_followers").as("other_followers"));
        WindowSpec pair = Window.partitionBy("account", "other_account")
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return shared(ties)
                .withColumn("shared_followers", sum("shared").over(pair))
                .withColumn("snapshot", max("newest").over(pair))
                .where(col("shared_followers").geq(options.minShared()))
                .join(broadcast(sizes), "account")
                .join(broadcast(otherSizes), "other_account");
    }

    private static Dataset<Row> shared(Dataset<Row> ties) {
        Dataset<Row> busy = ComparedTies.followees(ties)
                .where(col("followees").gt(1))
                .select(col("follower"), Strata.from(col("followees")).as("followees_from"));
        Dataset<Row> others = ties.select(
                col("follower"),
                col("account").as("other_account"),
                col("snapshot").as("other_snapshot"));
        return ties.join(busy, "follower")
                .join(others, "follower")
                .where(col("account").lt(col("other_account")))
                .groupBy("account", "other_account", "followees_from")
                .agg(
                        count(lit(1)).as("shared"),
                        max(greatest(col("snapshot"), col("other_snapshot"))).as("newest"));
    }
}
