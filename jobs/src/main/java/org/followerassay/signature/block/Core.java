package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Ties pruned until one task can hold them, and what was learned on the way.
 *
 * <p>First the coarse peel (Bahmani, Kumar and Vassilvitskii, VLDB 2012): again and again, every node whose inside weight is
 * at most twice the density goes. The densest set met has a density g that no set exceeds twice. Then the core: again and
 * again, every node whose inside weight is below g goes. Greedy removal never takes a node of that core before all others
 * are gone, and each of those others weighs less than g when it is taken, so that no set before the core is as dense as the
 * core if it reaches g at all. The core, or anything between it and the graph, thus has the same greedy answer wherever
 * that answer is g or more.
 *
 * <p>Each pass is two group-bys and two semi-joins over the ties still left, and is one Spark job. It runs when it is called.
 *
 * @param ties what is left
 * @param size their number
 * @param densest ties of the densest set of the coarse peel
 * @param floor its density, in units of {@link TieWeight#ONE}; 0 if there was no need to prune
 * @param passes over the ties
 */
record Core(Dataset<Row> ties, long size, Dataset<Row> densest, double floor, long passes) {

    /**
     * @param ties follower, followee, weight; read several times
     * @param enough so many ties need no further pruning
     */
    static Core of(Dataset<Row> ties, long enough) {
        Extent all = Extent.of(ties);
        if (all.ties() <= enough) {
            return new Core(ties, all.ties(), ties, 0, 0);
        }
        Core coarse = coarse(ties, all);
        Extent densest = Extent.of(coarse.densest());
        Column heavyEnough = col("inside").geq(densest.times(1, RoundingMode.CEILING));
        Dataset<Row> left = ties;
        long size = all.ties();
        long before = Long.MAX_VALUE;
        long passes = coarse.passes();
        while (size > enough && size < before) {
            left = pass(left, heavyEnough);
            before = size;
            size = Extent.of(left).ties();
            passes++;
        }
        return new Core(left, size, coarse.densest(), densest.density(), passes);
    }

    boolean fits(long enough) {
        return size <= enough;
    }

    private static Core coarse(Dataset<Row> ties, Extent all) {
        Dataset<Row> left = ties;
        Dataset<Row> densest = ties;
        Extent extent = all;
        double floor = all.density();
        long passes = 0;
        while (extent.ties() > 0) {
            if (extent.density() > floor) {
                densest = left;
                floor = extent.density();
            }
            left = pass(left, col("inside").gt(extent.times(2, RoundingMode.FLOOR)));
            extent = Extent.of(left);
            passes++;
        }
        return new Core(ties, all.ties(), densest, floor, passes);
    }

    /** Followers go first, then followees by what that leaves them: either bound holds for this order, too. */
    private static Dataset<Row> pass(Dataset<Row> ties, Column heavyEnough) {
        return heavy(heavy(ties, "follower", heavyEnough), "followee", heavyEnough)
                .localCheckpoint(false);
    }

    private static Dataset<Row> heavy(Dataset<Row> ties, String side, Column heavyEnough) {
        Dataset<Row> kept = ties.groupBy(side)
                .agg(sum("weight").as("inside"))
                .where(heavyEnough)
                .select(side);
        return ties.join(kept, new String[] {side}, "left_semi");
    }

    /** How many ties and nodes there are, and what the ties weigh together. */
    private record Extent(long ties, long nodes, BigDecimal weight) {
        static Extent of(Dataset<Row> ties) {
            // Every tie is counted at both ends; whole weights of a platform can be more than a long holds.
            Row both = ends(ties, "follower")
                    .unionByName(ends(ties, "followee"))
                    .agg(
                            sum("ends").as("ends"),
                            count(lit(1)).as("nodes"),
                            sum(col("inside").cast(DataTypes.createDecimalType(28, 0)))
                                    .as("twice"))
                    .first();
            long nodes = both.getLong(1);
            return nodes == 0
                    ? new Extent(0, 0, BigDecimal.ZERO)
                    : new Extent(
                            both.getLong(0) / 2,
                            nodes,
                            both.getDecimal(2).divide(BigDecimal.valueOf(2), RoundingMode.UNNECESSARY));
        }

        private static Dataset<Row> ends(Dataset<Row> ties, String side) {
            return ties.groupBy(side)
                    .agg(count(lit(1)).as("ends"), sum("weight").as("inside"))
                    .select("ends", "inside");
        }

        double density() {
            return nodes == 0 ? 0 : weight.doubleValue() / nodes;
        }

        /** So many times the density, as a whole number. */
        long times(int factor, RoundingMode mode) {
            return weight.multiply(BigDecimal.valueOf(factor))
                    .divide(BigDecimal.valueOf(nodes), 0, mode)
                    .longValueExact();
        }
    }
}
