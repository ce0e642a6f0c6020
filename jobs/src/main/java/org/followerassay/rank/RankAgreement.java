package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.table.RankTables.RANK_AGREEMENT;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How far the order of a tier by count and its order by a measure agree: Kendall's tau, and how many accounts change places.
 *
 * <p>Every pair is counted, in n log n steps (Knight, 1966), and equals are allowed for (tau b). A tier and measure is one
 * task's work, 16 bytes an account. One shuffle of two rows per account and measure.
 */
final class RankAgreement implements Derivation {
    private final RankOptions options;

    RankAgreement(RankOptions options) {
        this.options = options;
    }

    /** What this step depends on. */
    private record Assumed(double moverShare) {}

    @Override
    public String name() {
        return "rank agreement";
    }

    @Override
    public Table output() {
        return RANK_AGREEMENT;
    }

    @Override
    public List<Table> inputs() {
        return List.of(QUALITY_RANKS);
    }

    @Override
    public Record options() {
        return new Assumed(options.moverShare());
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> placed = inputs.of(QUALITY_RANKS)
                .where(col("measure").notEqual(Measures.FOLLOWERS))
                .withColumn("tier", explode(array(col("tier"), lit("all"))));
        Dataset<Row> moved = placed.groupBy("tier", "measure")
                .agg(
                        count_if(col("rise_share").geq(options.moverShare())).as("risers"),
                        count_if(col("rise_share").leq(-options.moverShare())).as("fallers"));
        return placed.select(
                        col("tier"),
                        col("measure"),
                        col("followers").cast("double").as("followers"),
                        col("value"))
                .repartition(col("tier"), col("measure"))
                .sortWithinPartitions("tier", "measure", "followers", "value")
                .mapPartitions(new KendallTask(), Encoders.row(KendallTask.AGREEMENT))
                .join(broadcast(moved), new String[] {"tier", "measure"});
    }
}
