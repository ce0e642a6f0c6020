package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.followerassay.table.SharedTables.FOLLOWER_STRATA;
import static org.followerassay.table.SharedTables.SHARED_STRATA;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
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
        return Stream.concat(ComparedTies.INPUTS.stream(), Stream.of(FOLLOWER_STRATA))
                .toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> ties = ComparedTies.of(options, inputs);
        Dataset<Row> accounts = ties.groupBy("account")
                .agg(count(lit(1)).as("account_followers"), max("snapshot").as("newest"))
                .withColumn("number", row_number().over(Window.orderBy("account")))
                .localCheckpoint();
        Dataset<Row> others = accounts.select(
                col("account").as("other_account"),
                col("account_followers").as("other_followers"),
                col("newest").as("other_newest"),
                col("number").as("other_number"));
        Dataset<Row> numbered = ties.join(broadcast(accounts.select("account", "number")), "account");
        return SharedPairs.of(numbered, pairs(inputs), options.minShared())
                .join(broadcast(accounts), "number")
                .join(broadcast(others), "other_number")
                .withColumn("snapshot", greatest(col("newest"), col("other_newest")));
    }

    private static long pairs(Inputs inputs) {
        Row all = FollowerStrata.totals(inputs.of(FOLLOWER_STRATA)).first();
        return all.isNullAt(1) ? 0 : all.getLong(1) / 2;
    }
}
