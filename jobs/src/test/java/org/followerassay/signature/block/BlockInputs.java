package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.BlockTables.BLOCKS;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Ties as the tables that blocks are searched in: every followee's list is there, and whole. */
final class BlockInputs {
    static TestInputs of(Drawings draw, long[] ties) {
        List<Row> rows = new ArrayList<>();
        for (long tie : ties) {
            rows.add(RowFactory.create(
                    Drawings.DAY_1, PlantedBlock.followee(tie), PlantedBlock.follower(tie), null, null));
        }
        return of(draw, draw.rows(FOLLOWS, rows));
    }

    static TestInputs of(Drawings draw, Dataset<Row> follows) {
        Dataset<Row> coverage = follows.groupBy(col("snapshot"), col("followee").as("account"))
                .agg(count(lit(1)).as("listed"))
                .withColumn("direction", lit("followers"))
                .withColumn("stated", lit(null).cast("long"))
                .withColumn("complete", lit(true))
                .withColumn("reason", lit(null).cast("string"));
        return new TestInputs(draw.session()).with(FOLLOWS, follows).with(COVERAGE, coverage);
    }

    /** The same, searched: with block_members and blocks. */
    static TestInputs searched(TestInputs inputs, BlockOptions options) {
        inputs.with(BLOCK_MEMBERS, new DenseBlocks(options).derive(inputs).localCheckpoint());
        return inputs.with(BLOCKS, new Blocks().derive(inputs).localCheckpoint());
    }

    private BlockInputs() {}
}
