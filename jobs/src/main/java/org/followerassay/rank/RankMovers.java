package org.followerassay.rank;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.table.RankTables.RANK_MOVERS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The accounts of a tier that a measure places farthest above, and farthest below, where their count does.
 *
 * <p>Spark keeps the first of each group while it sorts (a limit on a window), so that no tier is sorted whole.
 */
final class RankMovers implements Derivation {
    private final RankOptions options;

    RankMovers(RankOptions options) {
        this.options = options;
    }

    /** What this step depends on. */
    private record Assumed(int movers) {}

    @Override
    public String name() {
        return "rank movers";
    }

    @Override
    public Table output() {
        return RANK_MOVERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(QUALITY_RANKS);
    }

    @Override
    public Record options() {
        return new Assumed(options.movers());
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec farthest = Window.partitionBy("tier", "measure", "movement")
                .orderBy(abs(col("rise_share")).desc(), col("account"));
        return inputs.of(QUALITY_RANKS)
                .where(col("rise_share").notEqual(0))
                .withColumn("movement", when(col("rise_share").gt(0), "riser").otherwise("faller"))
                .withColumn("place", row_number().over(farthest))
                .where(col("place").leq(options.movers()))
                .withColumn("place", col("place").cast(LongType));
    }
}
