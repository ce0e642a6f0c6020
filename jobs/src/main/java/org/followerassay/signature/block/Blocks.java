package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.BlockTables.BLOCKS;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Each dense block as a whole, beside the ties that chance lets expect in it. */
public final class Blocks implements Derivation {
    @Override
    public String name() {
        return "blocks";
    }

    @Override
    public Table output() {
        return BLOCKS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(BLOCK_MEMBERS, FOLLOWS, COVERAGE);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> members = inputs.of(BLOCK_MEMBERS);
        Column isFollower = col("side").equalTo("follower");
        Column possible = col("followers").multiply(col("followees"));
        return members.groupBy("snapshot", "block", "density", "optimum_at_most", "search", "passes")
                .agg(
                        count_if(isFollower).as("followers"),
                        count_if(col("side").equalTo("followee")).as("followees"),
                        sum(when(isFollower, col("inside_ties")).otherwise(0L)).as("ties"))
                .join(broadcast(bothSides(members)), "block")
                .join(broadcast(expected(members, DenseBlocks.ties(inputs))), "block")
                .withColumn("filled_share", col("ties").divide(possible))
                .withColumn("expected_share", col("expected").divide(possible))
                .withColumn("lift", col("ties").divide(col("expected")));
    }

    private static Dataset<Row> bothSides(Dataset<Row> members) {
        return members.groupBy("block", "account")
                .agg(count(lit(1)).as("sides"))
                .groupBy("block")
                .agg(count_if(col("sides").equalTo(2)).as("both_sides"));
    }

    private static Dataset<Row> expected(Dataset<Row> members, Dataset<Row> ties) {
        return ChanceTies.of(members, ties)
                .groupBy("block")
                .agg(sum(col("expected").multiply(col("followers"))).as("expected"))
                .withColumn("expected", col("expected").cast("double"));
    }
}
