package org.followerassay.graph;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.GraphTables.DEGREE_DISTRIBUTION;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** How many accounts have exactly so many followers, and so many followees. One shuffle of partial counts. */
final class DegreeDistribution implements Derivation {
    @Override
    public String name() {
        return "degree distribution";
    }

    @Override
    public Table output() {
        return DEGREE_DISTRIBUTION;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DEGREES);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(DEGREES)
                .select(
                        col("snapshot"),
                        explode(array(
                                        struct(
                                                lit("followers").as("direction"),
                                                col("followers").as("ties")),
                                        struct(
                                                lit("followees").as("direction"),
                                                col("followees").as("ties"))))
                                .as("degree"))
                .select("snapshot", "degree.*")
                .groupBy("snapshot", "direction", "ties")
                .agg(count(lit(1)).as("accounts"));
    }
}
