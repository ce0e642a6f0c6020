package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.SharedTables.FOLLOWER_STRATA;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** What chance lets pairs of accounts share, by stratum of followers. One shuffle of the ties by follower. */
public final class FollowerStrata implements Derivation {
    private final SharedAudienceOptions options;

    public FollowerStrata(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "strata of followers";
    }

    @Override
    public Table output() {
        return FOLLOWER_STRATA;
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
        Column pairEnds = col("followees").multiply(col("followees").minus(1));
        return ComparedTies.followees(ComparedTies.of(options, inputs))
                .withColumn("followees_from", Strata.from(col("followees")))
                .groupBy("followees_from")
                .agg(
                        count(lit(1)).as("followers"),
                        sum("followees").as("ties"),
                        sum(pairEnds).as("pair_ends"))
                .withColumn("followees_to", Strata.to(col("followees_from")));
    }

    /** One row: all_ties, all_pair_ends. */
    static Dataset<Row> totals(Dataset<Row> strata) {
        return strata.agg(sum("ties").as("all_ties"), sum("pair_ends").as("all_pair_ends"));
    }

    /**
     * Shared followers by the configuration model: n k (k - 1) d_a d_b / E², every list and every follower keeping its size.
     *
     * <p>Reads account_followers, other_followers and all_ties.
     */
    static Column expected(Column pairEnds) {
        Column share = col("account_followers").divide(col("all_ties"));
        Column otherShare = col("other_followers").divide(col("all_ties"));
        return pairEnds.multiply(share).multiply(otherShare);
    }
}
