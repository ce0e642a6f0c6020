package org.followerassay.signature.synchronicity;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SynchronicityTables.DEGREE_CELLS;
import static org.followerassay.table.SynchronicityTables.SYNCHRONICITY;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How alike a follower's followees are, beyond what their kind makes inevitable.
 *
 * <p>With f_c of its F followees in cell c, and the share q_c of all accounts: synchronicity s = Σ f_c² / F², normality
 * n = Σ f_c q_c / F. Over all distributions of followees with normality n, the least synchronicity is
 * (2n − M n² − Q) / (1 − M Q), where M cells are not empty and Q = Σ q_c² (Jiang et al., KDD 2014, theorem 1). Synchronised
 * are those far above that parabola: CatchSync takes mean + 3σ of the residual; median and deviation from it are taken here,
 * which a fleet that is a third of all measured followers does not move.
 *
 * <p>Cost: the ties are shuffled by followee to learn their cell, partial counts by follower; linear.
 */
public final class Synchronicity implements Derivation {
    /** Median absolute deviation of a normal distribution in standard deviations. */
    private static final double MAD = 1.4826;

    /** Deviation of the residual below which followers are never said to differ: of 20 followees, one in another cell. */
    private static final double LEAST_DEVIATION = 0.02;

    /** Residuals are rounded so for median and deviation, so that these need no list of all followers. */
    private static final int DECIMALS = 4;

    private final SynchronicityOptions options;

    public Synchronicity(SynchronicityOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "synchronicity of followers";
    }

    @Override
    public Table output() {
        return SYNCHRONICITY;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, DEGREE_CELLS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> measured = measured(inputs);
        Dataset<Row> counts = measured.groupBy(round(col("residual"), DECIMALS).as("rounded"))
                .agg(count(lit(1)).as("followers"));
        Dataset<Row> median = counts.agg(
                percentile(col("rounded"), lit(0.5), col("followers")).as("median"),
                sum("followers").as("all_followers"));
        Dataset<Row> deviation = counts.crossJoin(broadcast(median))
                .agg(percentile(abs(col("rounded").minus(col("median"))), lit(0.5), col("followers"))
                        .as("deviation"));
        Column robust = greatest(coalesce(col("deviation"), lit(0.0)).multiply(MAD), lit(LEAST_DEVIATION));
        return measured.crossJoin(broadcast(median))
                .crossJoin(broadcast(deviation))
                .withColumn(
                        "synchronised",
                        col("all_followers")
                                .geq(options.minMeasured())
                                .and(col("residual").minus(col("median")).gt(robust.multiply(options.deviations()))));
    }

    /** Followers with enough followees: follower, followees, synchronicity, normality, least, residual. */
    private Dataset<Row> measured(Inputs inputs) {
        Dataset<Row> ties = DegreeCells.ties(inputs).select("account", "follower");
        Dataset<Row> placed = DegreeCells.placed(ties).withColumnRenamed("end", "account");
        Dataset<Row> cells = inputs.of(DEGREE_CELLS).select("in_doubling", "out_doubling", "accounts");
        // Sums of whole numbers, so that their order can't show.
        Column exact = col("accounts").cast("decimal(19,0)");
        Dataset<Row> usual = cells.agg(
                count(lit(1)).cast("double").as("cells"),
                sum("accounts").cast("double").as("all_accounts"),
                sum(exact.multiply(exact)).cast("double").as("squared_accounts"));
        Column f = col("followees").cast("double");
        return ties.join(enough(ties), "follower")
                .join(placed, "account")
                .groupBy("follower", "in_doubling", "out_doubling")
                .agg(count(lit(1)).as("here"))
                .join(broadcast(cells), new String[] {"in_doubling", "out_doubling"})
                .groupBy("follower")
                .agg(
                        sum("here").as("followees"),
                        sum(col("here").multiply(col("here"))).as("squares"),
                        sum(col("here").multiply(col("accounts"))).as("meetings"))
                .crossJoin(broadcast(usual))
                .withColumn("synchronicity", col("squares").divide(f.multiply(f)))
                .withColumn("normality", col("meetings").divide(f.multiply(col("all_accounts"))))
                .withColumn(
                        "concentration",
                        col("squared_accounts").divide(col("all_accounts").multiply(col("all_accounts"))))
                .withColumn("least", least())
                .withColumn("residual", col("synchronicity").minus(col("least")));
    }

    private Dataset<Row> enough(Dataset<Row> ties) {
        return ties.groupBy("follower")
                .agg(count(lit(1)).as("all"))
                .where(col("all").geq(options.minFollowees()))
                .select("follower");
    }

    /** The parabola; a single cell, or cells equally full, allow one synchronicity only. */
    private static Column least() {
        Column n = col("normality");
        Column spread = lit(1).minus(col("cells").multiply(col("concentration")));
        Column numerator =
                n.multiply(2).minus(col("cells").multiply(n).multiply(n)).minus(col("concentration"));
        return when(abs(spread).gt(1e-9), numerator.divide(spread)).otherwise(n);
    }
}
