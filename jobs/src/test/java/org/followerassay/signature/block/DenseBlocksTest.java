package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.BlockTables.BLOCKS;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.block.PlantedBlock.Camouflage;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class DenseBlocksTest {
    private static final String DRAWING = """
            ann -> shop cafe club
            bob -> shop cafe club eve
            cat -> shop cafe club
            eve -> fay
            """;

    @Test
    void anAccountIsANodeOnEachSide(Drawings draw) {
        TestInputs inputs = searched(BlockInputs.of(draw, draw.follows(DRAWING)), options(2, 100));

        // Of the 11 ties, 9 are in the block: three followers weigh 1 / ln 8 each, one weighs 1 / ln 6.
        assertTable("""
                block  side      account  inside_ties  all_ties  search  passes
                1      follower  ann      3            3         exact   0
                1      follower  bob      3            4         exact   0
                1      follower  cat      3            3         exact   0
                1      followee  shop     3            3         exact   0
                1      followee  cafe     3            3         exact   0
                1      followee  club     3            3         exact   0
                2      follower  bob      1            4         exact   0
                2      follower  eve      1            1         exact   0
                2      followee  eve      1            1         exact   0
                2      followee  fay      1            1         exact   0
                """, inputs.of(BLOCK_MEMBERS), draw);
        // Expected in block 1: 27 / 11 for ann and for cat, but 3 for bob, whose 4 · 3 / 11 is more than a tie.
        assertTable("""
                block  followers  followees  both_sides  ties  filled_share  expected  lift    density
                1      3          3          0           9     1             7.9091    1.1379  0.7213
                2      2          2          1           2     0.5           0.9091    2.2     0.2791
                """, inputs.of(BLOCKS), draw);
    }

    @ParameterizedTest(name = "{0} ties, {1} to a task, seed {2}")
    @CsvSource({"4000, 3500, 1"})
    void whatIsPrunedBeforehandChangesNothing(int background, int taskTies, int seed, Drawings draw) {
        long[] ties = new PlantedBlock(background, 0.04, Camouflage.BIASED, seed).ties();
        TestInputs inputs = BlockInputs.of(draw, ties);
        List<String> whole = rows(new DenseBlocks(options(1, 20_000_000)).derive(inputs));
        Dataset<Row> pruned =
                new DenseBlocks(options(1, taskTies)).derive(inputs).localCheckpoint();

        assertTrue(pruned.where("passes > 0").count() > 0, "nothing was pruned");
        assertEquals(0, pruned.where("search = 'coarse'").count());
        assertEquals(whole, rows(pruned));
        double found = pruned.where("block = 1").first().getAs("density");
        assertEquals(new PublishedGreedy(ties).density(), found, 1e-9);
    }

    @Test
    void whereTheCoreIsTooLargeTheCoarseAnswerStandsWithItsBound(Drawings draw) {
        TestInputs inputs = BlockInputs.of(draw, new PlantedBlock(4_000, 0.05, Camouflage.NONE, 5).ties());
        Row exact = new DenseBlocks(options(1, 1_000_000)).derive(inputs).first();
        Row coarse = new DenseBlocks(options(1, 10)).derive(inputs).first();

        assertEquals("coarse", coarse.getAs("search"));
        double density = exact.<Double>getAs("density");
        double coarseDensity = coarse.<Double>getAs("density");
        assertTrue(coarseDensity <= exact.<Double>getAs("optimum_at_most"));
        assertTrue(density <= coarse.<Double>getAs("optimum_at_most"));
        assertEquals(2 * coarseDensity, coarse.<Double>getAs("optimum_at_most"), 1e-12);
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 2, 7, 64})
    void partitionsAndTheOrderOfRowsDoNotMatter(int partitions, Drawings draw) {
        long[] ties = new PlantedBlock(2_000, 0.03, Camouflage.RANDOM, 6).ties();
        TestInputs plain = searched(BlockInputs.of(draw, ties), options(2, 100_000));
        TestInputs inputs = BlockInputs.of(draw, ties);
        inputs.with(
                FOLLOWS,
                inputs.of(FOLLOWS)
                        .orderBy(col("follower").multiply(7_919).mod(1_009), col("followee"))
                        .repartition(partitions));
        TestInputs shuffled = searched(inputs, options(2, 100_000));

        assertEquals(rows(plain.of(BLOCK_MEMBERS)), rows(shuffled.of(BLOCK_MEMBERS)));
        assertEquals(
                plain.of(BLOCKS).orderBy("block").collectAsList(),
                shuffled.of(BLOCKS).orderBy("block").collectAsList());
    }

    @Test
    void withoutTiesThereAreNoBlocks(Drawings draw) {
        TestInputs inputs = searched(new TestInputs(draw.session()), BlockOptions.defaults());

        assertEquals(0, inputs.of(BLOCK_MEMBERS).count());
        assertEquals(0, inputs.of(BLOCKS).count());
    }

    private static TestInputs searched(TestInputs inputs, BlockOptions options) {
        return BlockInputs.searched(inputs, options);
    }

    private static BlockOptions options(int blocks, int taskTies) {
        return new BlockOptions(blocks, taskTies, 20, 3, 3);
    }

    private static List<String> rows(Dataset<Row> members) {
        return List.copyOf(new TreeSet<>(
                members
                        .select("block", "side", "account", "inside_ties", "all_ties", "density")
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .toList()));
    }
}
