package org.followerassay.signature.synchronicity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SynchronicityTables.DEGREE_CELLS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Accounts by the doublings of their followers and followees: what is usual.
 *
 * <p>CatchSync takes in-degree and HITS authority; out-degree in its place needs no iteration, and tells a celebrity that
 * follows nobody from an account of the same audience that follows back. One shuffle of partial counts by account.
 */
public final class DegreeCells implements Derivation {
    @Override
    public String name() {
        return "degree cells";
    }

    @Override
    public Table output() {
        return DEGREE_CELLS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> cells = placed(ties(inputs))
                .groupBy("in_doubling", "out_doubling")
                .agg(count(lit(1)).as("accounts"));
        Dataset<Row> all = cells.agg(sum("accounts").as("all_accounts"));
        return cells.crossJoin(broadcast(all))
                .withColumn("accounts_share", col("accounts").divide(col("all_accounts")));
    }

    /** The ties of each account's newest list. */
    static Dataset<Row> ties(Inputs inputs) {
        return FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)));
    }

    /** Every account that follows or is followed: end, in_doubling, out_doubling. */
    static Dataset<Row> placed(Dataset<Row> ties) {
        Column ends = explode(array(
                struct(col("follower").as("end"), lit(0L).as("in"), lit(1L).as("out")),
                struct(col("account").as("end"), lit(1L).as("in"), lit(0L).as("out"))));
        return ties.select(ends.as("side"))
                .groupBy(col("side.end").as("end"))
                .agg(sum("side.in").as("in"), sum("side.out").as("out"))
                .select(col("end"), doubling("in"), doubling("out"));
    }

    private static Column doubling(String degree) {
        return floor(log2(col(degree).plus(1))).as(degree + "_doubling");
    }
}
