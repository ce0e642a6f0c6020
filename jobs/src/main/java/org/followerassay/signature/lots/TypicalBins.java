package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How many followers a list typically has in a bin, for each follower in the bins around it.
 *
 * <p>The median over lists, weighted by the followers around: a day on which the whole platform grew shows in most lists and
 * raises the median, a batch that was sold to fewer than half of them does not. Lists with nobody in the bin count as zeros,
 * though no row holds them: what they weigh follows from the totals.
 */
final class TypicalBins {
    /** Frames need constant bounds: bins are spread so that ±{@link #FRAME} covers the reach of each width. */
    static final long FRAME = 120;

    /** Bins on either side that count as "around": a month for days, four weeks for weeks, four months for months. */
    static Column reach() {
        return when(col("bin_days").equalTo(1), 30).otherwise(4);
    }

    static Column spread() {
        return col("bin").multiply(when(col("bin_days").equalTo(1), 4).otherwise(30));
    }

    /**
     * The rows in or around some bins: the others are not worth a shuffle.
     *
     * @param binned rows with bin_days, bin_offset and bin
     * @param wanted rows with the same columns
     * @param keys further columns that must agree
     */
    static Dataset<Row> around(Dataset<Row> binned, Dataset<Row> wanted, String... keys) {
        Column near = explode(sequence(col("bin").minus(reach()), col("bin").plus(reach())));
        List<Column> columns = new ArrayList<>(List.of(col("bin_days"), col("bin_offset"), near.as("bin")));
        Arrays.stream(keys).forEach(key -> columns.add(col(key)));
        Dataset<Row> bins = wanted.select(columns.toArray(Column[]::new)).distinct();
        return binned.join(bins, bins.columns(), "left_semi");
    }

    /**
     * Followers of each list in each bin, and in the bins around it.
     *
     * @param binned one row per tie: account, bin_days, bin_offset, bin
     * @return account, bin_days, bin_offset, bin, list_followers, list_near
     */
    static Dataset<Row> ofLists(Dataset<Row> binned) {
        WindowSpec around = Window.partitionBy("account", "bin_days", "bin_offset")
                .orderBy(spread())
                .rangeBetween(-FRAME, FRAME);
        return binned.groupBy("account", "bin_days", "bin_offset", "bin")
                .agg(count(lit(1)).as("list_followers"))
                .withColumn("list_near", sum("list_followers").over(around).minus(col("list_followers")));
    }

    /**
     * The weighted median over lists of list_followers / list_near.
     *
     * @param lists see {@link #ofLists}
     * @return bin_days, bin_offset, bin, typical
     */
    static Dataset<Row> median(Dataset<Row> lists) {
        WindowSpec around =
                Window.partitionBy("bin_days", "bin_offset").orderBy(spread()).rangeBetween(-FRAME, FRAME);
        Dataset<Row> zeros = lists.groupBy("bin_days", "bin_offset", "bin")
                .agg(sum("list_followers").as("followers"), sum("list_near").as("weight_seen"))
                .withColumn("near", sum("followers").over(around).minus(col("followers")))
                .select(
                        col("bin_days"),
                        col("bin_offset"),
                        col("bin"),
                        lit(0.0).as("ratio"),
                        col("near").minus(col("weight_seen")).as("weight"));
        Dataset<Row> seen = lists.where(col("list_near").gt(0))
                .select(
                        col("bin_days"),
                        col("bin_offset"),
                        col("bin"),
                        col("list_followers").divide(col("list_near")).as("ratio"),
                        col("list_near").as("weight"));
        return seen.unionByName(zeros.where(col("weight").gt(0)))
                .groupBy("bin_days", "bin_offset", "bin")
                .agg(percentile(col("ratio"), lit(0.5), col("weight")).as("typical"));
    }

    private TypicalBins() {}
}
