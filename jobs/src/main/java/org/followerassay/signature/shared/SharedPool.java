package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The followers that make pairs of accounts stand out. */
public final class SharedPool {
    /**
     * One row per tie to either account of a pair, by a follower of both.
     *
     * @param ties see {@link SharedAudiences#ties}
     * @param pairs rows of the table shared_audiences
     * @return account, follower, lift (the largest of the pairs that the tie is part of)
     */
    static Dataset<Row> of(Dataset<Row> ties, Dataset<Row> pairs) {
        Dataset<Row> bare = pairs.select("account", "other_account", "lift");
        Dataset<Row> others = ties.select(col("follower"), col("account").as("other_account"));
        return ties.select("account", "follower")
                .join(broadcast(bare), "account")
                .join(others, new String[] {"follower", "other_account"})
                .select(
                        col("follower"),
                        col("lift"),
                        explode(array(col("account"), col("other_account"))).as("account"))
                .groupBy("account", "follower")
                .agg(max("lift").as("lift"));
    }

    private SharedPool() {}
}
