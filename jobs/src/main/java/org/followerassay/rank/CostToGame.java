package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.RankTables.COST_TO_GAME;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What bought followers do to the ranks of a tier by each measure: how many lift an account ten ranks, and what 1,000, 10,000
 * and 100,000 of them lift it by, all others staying as they are.
 *
 * <p>Nothing is simulated: what a bought follower adds to each measure is known ({@link Purchase}), and the rank of the sum is
 * read off the sorted measure. What is assumed of it is a column: how many accounts it follows, and whether a signature
 * matches it, which attention and effective audience heed, and quality through attention.
 *
 * <p>One shuffle of a row per account and measure; a measure is one task's work, 20 bytes an account.
 */
final class CostToGame implements Derivation {
    private final RankOptions options;

    CostToGame(RankOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "cost to game";
    }

    @Override
    public Table output() {
        return COST_TO_GAME;
    }

    @Override
    public List<Table> inputs() {
        return Measures.INPUTS;
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        PurchaseOptions assumed = options.purchase();
        WindowSpec sameFollowers = Window.partitionBy("tier", "bought_followees", "recognised_share")
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column byCount = max(when(col("measure").equalTo(Measures.FOLLOWERS), col("lift_100000")))
                .over(sameFollowers);
        Column price = col("bought_median").divide(1_000).multiply(assumed.pricePerThousand());
        return Measures.of(inputs)
                .select(
                        col("measure"),
                        col("value"),
                        col("tier"),
                        col("attention"),
                        col("audience_h").cast("double"))
                .repartition(col("measure"))
                .sortWithinPartitions("measure", "value")
                .mapPartitions(
                        new CostToGameTask(purchases(), assumed.ranks(), assumed.most()),
                        Encoders.row(CostToGameTask.COSTS))
                .withColumn("price_median", price)
                .withColumn("lift_by_count", byCount)
                .withColumn(
                        "share_of_count_lift",
                        when(col("lift_by_count").gt(0), col("lift_100000").divide(col("lift_by_count"))));
    }

    private List<Purchase> purchases() {
        PurchaseOptions assumed = options.purchase();
        return assumed.reuse().stream()
                .flatMap(reuse -> assumed.recognisedShare().stream()
                        .map(share -> new Purchase(
                                reuse, share, assumed.audience(), options.followeesFloor(), options.propagation())))
                .toList();
    }
}
