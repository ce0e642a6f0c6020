package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sqrt;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * What each tie's cells of follow order × creation date leave unexplained, before any threshold.
 *
 * <p>Of all the cells that a tie lies in, the one counts whose followers exceed the expectation most even after two standard
 * deviations are given away, so that the small cells, of which there are many, do not win by chance. Besides the windows of
 * the scan, a whole list is a window, too: a lot that trickles in over years is a ridge along all of it.
 *
 * <p>Cost: each tie becomes one row per grid, twice: to count the cells and to meet them again.
 */
final class LotScores {
    /** Standard deviations of the expectation that are given away. */
    private static final double MARGIN = 2;

    private static final String[] CELL = {"account", "bin_days", "bin_offset", "bin", "span", "window_offset", "window"
    };

    /** @return account, follower, excess_share in (0, 1]; one row per tie that has one */
    static Dataset<Row> of(LotOptions options, Inputs inputs) {
        CreationScan scan = new CreationScan(options, inputs);
        List<Grid> grids = new ArrayList<>(Grid.SCAN);
        grids.addAll(Grid.WHOLE_LIST);
        Dataset<Row> cells = scan.cells(grids)
                .withColumn("excess_share", excessShare(col("followers"), col("expected")))
                .where(col("excess_share").gt(0))
                .select("excess_share", CELL);
        return CreationScan.windowed(CreationScan.binned(scan.ties(), grids), grids)
                .join(cells, CELL)
                .groupBy("account", "follower")
                .agg(max("excess_share").as("excess_share"));
    }

    /** (followers − expected − two standard deviations) / followers. */
    private static Column excessShare(Column followers, Column expected) {
        Column doubt = sqrt(CreationScan.variance(expected)).multiply(MARGIN);
        return greatest(lit(0.0), followers.minus(expected).minus(doubt).divide(followers));
    }

    private LotScores() {}
}
