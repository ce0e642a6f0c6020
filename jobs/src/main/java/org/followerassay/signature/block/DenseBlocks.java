package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Followers and followees of the densest blocks, one block after the other.
 *
 * <p>Ties that fit one task are searched there ({@link BlockSearch}), as part of one plan. More are pruned by Spark first
 * ({@link Core}), which runs jobs when this is called: each pass decides on the next. What is pruned is lossless: the block
 * is the one that greedy removal finds in the whole graph. If even the core is too large, the densest set of the coarse
 * peel stands, with the same certificate: no set is more than twice as dense.
 */
public final class DenseBlocks implements Derivation {
    private final BlockOptions options;

    public DenseBlocks(BlockOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "dense blocks";
    }

    @Override
    public Table output() {
        return BLOCK_MEMBERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> ties = ties(inputs);
        Dataset<Row> weighted = TieWeight.on(ties);
        boolean fit = inputs.rows(FOLLOWS) <= options.taskTies();
        Dataset<Row> found = fit ? exact(weighted, 1, 0, 0) : pruned(weighted);
        return found.join(degrees(ties), new String[] {"side", "account"})
                .crossJoin(broadcast(ties.agg(max("snapshot").as("snapshot"))));
    }

    /** The ties that are searched: those of each account's newest list, with the columns account and listed. */
    static Dataset<Row> ties(Inputs inputs) {
        return FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)));
    }

    private Dataset<Row> exact(Dataset<Row> weighted, long firstBlock, double floor, long passes) {
        return BlockSearch.of(weighted, firstBlock, options.blocks() - firstBlock + 1, floor)
                .withColumn("search", lit("exact"))
                .withColumn("passes", lit(passes));
    }

    private Dataset<Row> pruned(Dataset<Row> weighted) {
        Dataset<Row> left = weighted.localCheckpoint(false);
        Dataset<Row> found = exact(weighted.limit(0), 1, 0, 0);
        long blocks = 0;
        while (blocks < options.blocks()) {
            Core core = Core.of(left, options.taskTies());
            if (core.size() == 0) {
                break;
            }
            Dataset<Row> next = blocks(core, blocks + 1).localCheckpoint();
            found = found.unionByName(next);
            blocks = next.agg(max("block")).first().getLong(0);
            left = without(left, next).localCheckpoint(false);
        }
        return found;
    }

    private Dataset<Row> blocks(Core core, long firstBlock) {
        if (!core.fits(options.taskTies())) {
            return coarse(core, firstBlock);
        }
        Dataset<Row> exact =
                exact(core.ties(), firstBlock, core.floor(), core.passes()).localCheckpoint();
        // The greedy answer of the whole graph, if it is less dense than the coarse one, need not lie in the core.
        return exact.isEmpty() ? coarse(core, firstBlock) : exact;
    }

    private static Dataset<Row> coarse(Core core, long block) {
        return insideTies(core.densest(), "follower")
                .unionByName(insideTies(core.densest(), "followee"))
                .withColumn("block", lit(block))
                .withColumn("density", lit(core.floor() / TieWeight.ONE))
                .withColumn("optimum_at_most", lit(2 * core.floor() / TieWeight.ONE))
                .withColumn("search", lit("coarse"))
                .withColumn("passes", lit(core.passes()));
    }

    private static Dataset<Row> insideTies(Dataset<Row> ties, String side) {
        return ties.groupBy(col(side).as("account"))
                .agg(count(lit(1)).as("inside_ties"))
                .withColumn("side", lit(side));
    }

    /** The ties that have no block with both their ends in it. */
    private static Dataset<Row> without(Dataset<Row> ties, Dataset<Row> members) {
        Dataset<Row> inside = BlockTies.of(ties, members).select("follower", "followee");
        return ties.join(inside, new String[] {"follower", "followee"}, "left_anti");
    }

    private static Dataset<Row> degrees(Dataset<Row> ties) {
        return degree(ties, "follower", "follower").unionByName(degree(ties, "account", "followee"));
    }

    private static Dataset<Row> degree(Dataset<Row> ties, String column, String side) {
        return ties.groupBy(col(column).as("account"))
                .agg(count(lit(1)).as("all_ties"))
                .withColumn("side", lit(side));
    }
}
