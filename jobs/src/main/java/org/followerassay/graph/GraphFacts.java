package org.followerassay.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.GraphTables.GRAPH_FACTS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Size and reciprocity of each snapshot's graph, both ways in which reciprocity is published.
 *
 * <p>Of pairs: mutual pairs over connected pairs (22.1 % on Twitter; Kwak et al., WWW 2010). Of ties: returned ties over
 * all ties (36.2 % for the same graph). Degrees suffice: every tie is one follower of somebody, and every mutual pair is
 * counted once at either end.
 */
final class GraphFacts implements Derivation {
    @Override
    public String name() {
        return "graph facts";
    }

    @Override
    public Table output() {
        return GRAPH_FACTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DEGREES);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(DEGREES)
                .groupBy("snapshot")
                .agg(
                        count(lit(1)).as("accounts"),
                        sum("followers").as("ties"),
                        count_if(col("followers").gt(0)).as("followed_accounts"),
                        count_if(col("followees").gt(0)).as("following_accounts"),
                        sum("mutual").as("returned"))
                .withColumn("mutual_pairs", col("returned").divide(2).cast(LongType))
                .withColumn("connected_pairs", col("ties").minus(col("mutual_pairs")))
                .withColumn("pair_reciprocity", col("mutual_pairs").divide(col("connected_pairs")))
                .withColumn("tie_reciprocity", col("returned").divide(col("ties")));
    }
}
