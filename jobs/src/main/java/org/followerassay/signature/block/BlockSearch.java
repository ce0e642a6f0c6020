package org.followerassay.signature.block;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The members of several blocks in ties that fit one task, each block found without the ties of those before it.
 *
 * <p>Greedy removal goes on from one node to the next, so it can't be spread over tasks; in arrays it needs no more than one.
 */
final class BlockSearch implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private static final StructType MEMBERS = new StructType()
            .add("block", DataTypes.LongType)
            .add("side", DataTypes.StringType)
            .add("account", DataTypes.LongType)
            .add("inside_ties", DataTypes.LongType)
            .add("density", DataTypes.DoubleType)
            .add("optimum_at_most", DataTypes.DoubleType);

    private final long firstBlock;
    private final long blocks;
    private final double floor;

    private BlockSearch(long firstBlock, long blocks, double floor) {
        this.firstBlock = firstBlock;
        this.blocks = blocks;
        this.floor = floor;
    }

    /**
     * Up to so many blocks, numbered from the first; ends at the first that is less dense than the floor.
     *
     * @param ties follower, followee, weight
     * @param floor in units of {@link TieWeight#ONE}
     * @return block, side, account, inside_ties, density, optimum_at_most
     */
    static Dataset<Row> of(Dataset<Row> ties, long firstBlock, long blocks, double floor) {
        return ties.select("follower", "followee", "weight")
                .repartition(1)
                .sortWithinPartitions("followee", "follower")
                .mapPartitions(new BlockSearch(firstBlock, blocks, floor), Encoders.row(MEMBERS));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        TieArrays.Builder ties = new TieArrays.Builder();
        sorted.forEachRemaining(tie -> ties.add(tie.getLong(0), tie.getLong(1), tie.getLong(2)));
        return Stream.iterate(Found.first(firstBlock, ties.build()), Found::next)
                .limit(blocks)
                .takeWhile(found -> found.peel().size() > 0 && found.peel().density() >= floor)
                .flatMap(Found::members)
                .iterator();
    }

    /** A block in the ties that those before it left. */
    private record Found(long block, TieArrays ties, GreedyPeel peel) {
        static Found first(long block, TieArrays ties) {
            return new Found(block, ties, GreedyPeel.of(ties));
        }

        Found next() {
            return first(block + 1, ties.without(peel.nodes()));
        }

        Stream<Row> members() {
            return peel.nodes().stream()
                    .mapToObj(node -> RowFactory.create(
                            block,
                            ties.isFollower(node) ? "follower" : "followee",
                            ties.account(node),
                            insideTies(node),
                            peel.density() / TieWeight.ONE,
                            peel.optimumAtMost() / TieWeight.ONE));
        }

        private long insideTies(int node) {
            long inside = 0;
            for (int place = ties.firstOf(node); place < ties.endOf(node); place++) {
                inside += peel.nodes().get(ties.neighbour(place)) ? 1 : 0;
            }
            return inside;
        }
    }
}
