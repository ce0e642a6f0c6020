package org.followerassay.graph;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Followers, followees and mutual ties of each account in each snapshot.
 *
 * <p>Ties are first merged into unordered pairs and then counted per account: two shuffles, the second of partial sums. A
 * self-join on (follower, followee) = (followee, follower) would shuffle every tie twice and sort both sides.
 */
public final class Degrees implements Derivation {
    @Override
    public String name() {
        return "degrees";
    }

    @Override
    public Table output() {
        return DEGREES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return of(inputs.of(FOLLOWS));
    }

    /** The degrees in ties without repeats and self ties. */
    static Dataset<Row> of(Dataset<Row> follows) {
        Dataset<Row> sides = pairs(follows)
                .select(
                        col("snapshot"),
                        explode(array(
                                        side(col("low"), col("low_follows"), col("high_follows")),
                                        side(col("high"), col("high_follows"), col("low_follows"))))
                                .as("side"))
                .select("snapshot", "side.*");
        Column smaller = least(col("followers"), col("followees"));
        return sides.groupBy("snapshot", "account")
                .agg(
                        sum("followed").as("followers"),
                        sum("follows").as("followees"),
                        sum(col("follows").multiply(col("followed"))).as("mutual"))
                .withColumn("overlap_index", when(smaller.gt(0), col("mutual").divide(smaller)));
    }

    /** One row per unordered pair of accounts with a tie, with a 1 for each direction that there is. */
    private static Dataset<Row> pairs(Dataset<Row> follows) {
        Column upward = col("follower").lt(col("followee"));
        return follows.select(
                        col("snapshot"),
                        least(col("follower"), col("followee")).as("low"),
                        greatest(col("follower"), col("followee")).as("high"),
                        when(upward, 1L).otherwise(0L).as("low_follows"),
                        when(upward, 0L).otherwise(1L).as("high_follows"))
                .groupBy("snapshot", "low", "high")
                .agg(max("low_follows").as("low_follows"), max("high_follows").as("high_follows"));
    }

    private static Column side(Column account, Column follows, Column followed) {
        return struct(account.as("account"), follows.as("follows"), followed.as("followed"));
    }
}
