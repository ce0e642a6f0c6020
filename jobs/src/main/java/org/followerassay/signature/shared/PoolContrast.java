package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.signature.evidence.TraitContrast;

/**
 * Whether the profiles of an account's pool differ from others', asked of the account and of the pool as a whole.
 *
 * <p>The same people are the pool of every account of a cluster. What they happen to have in common is one coincidence, yet a
 * comparison at each of 300 accounts draws 300 sets of other followers beside it, and some of these pass any threshold. So
 * every person of the pool and every other follower of the cluster's accounts are also compared once, each counted once.
 *
 * <p>Cost: the ties of clustered accounts, shuffled by follower, besides the comparison per account.
 */
final class PoolContrast {
    /**
     * The contrast of each account, and its pool's.
     *
     * @param members vendor, account, follower: the pool's ties
     * @return what {@link TraitContrast#of} tells of the account, with pool_differs; no row where no trait is known
     */
    static Dataset<Row> of(Inputs inputs, Dataset<Row> members) {
        Dataset<Row> ties = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .select("account", "follower");
        Dataset<Row> traits = FollowerTraits.of(inputs.of(ACCOUNTS));
        Dataset<Row> clusters = inputs.of(SHARED_CLUSTERS).select("account", "vendor");
        Dataset<Row> pools = TraitContrast.of(
                        perCluster(members), perCluster(ties.join(broadcast(clusters), "account")), traits)
                .select(col("account").as("vendor"), col("differs").as("pool_differs"));
        return TraitContrast.of(members, ties, traits)
                .join(broadcast(clusters), "account")
                .join(broadcast(pools), new String[] {"vendor"}, "left")
                .drop("vendor");
    }

    /** Each follower once per cluster, which stands in the place of the account. */
    private static Dataset<Row> perCluster(Dataset<Row> ties) {
        return ties.select(col("vendor").as("account"), col("follower")).distinct();
    }

    private PoolContrast() {}
}
