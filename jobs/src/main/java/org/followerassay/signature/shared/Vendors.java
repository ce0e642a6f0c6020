package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SharedTables.SHARED_POOL;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The pool of followers of each cluster, and what of it each account of the cluster holds.
 *
 * <p>Two kinds of pool are known from honeypots (Shah et al., ICDM 2017): disposable accounts that follow customers and little
 * else, and established ones, often of real members, that follow much else. An export tells them by what it states of a
 * follower's followees or, where it states nothing, by the analysed lists that the follower is on.
 */
public final class Vendors implements Derivation {
    /** Share of the followees in the cluster from which on the median follower makes the pool disposable. */
    private static final double MOSTLY = 0.5;

    private final SharedAudienceOptions options;

    public Vendors(SharedAudienceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "vendors";
    }

    @Override
    public Table output() {
        return VENDORS;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(ComparedTies.INPUTS.stream(), Stream.of(SHARED_CLUSTERS, SHARED_POOL, ACCOUNTS))
                .toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> members = SharedPool.members(options, inputs.of(SHARED_POOL));
        Dataset<Row> lists = ComparedTies.of(options, inputs)
                .groupBy("account", "snapshot")
                .agg(count(lit(1)).as("listed"));
        return SharedPool.ties(options, inputs, members)
                .groupBy("vendor", "account")
                .agg(count(lit(1)).as("followers"))
                .where(col("followers").geq(options.minStratum()))
                .join(pools(members, inputs.of(ACCOUNTS)), "vendor")
                .join(inputs.of(SHARED_CLUSTERS).select("account", "accounts"), "account")
                .join(lists, "account")
                .withColumn("followers_share", col("followers").divide(col("listed")));
    }

    /** One row per cluster: vendor, pool_followers, reuse, pool_focus, pool_kind. */
    private static Dataset<Row> pools(Dataset<Row> members, Dataset<Row> accounts) {
        Dataset<Row> stated = accounts.where(col("followees").isNotNull())
                .groupBy(col("account").as("follower"))
                .agg(max_by(col("followees"), col("snapshot")).as("stated"));
        Column followees = greatest(col("followees"), coalesce(col("stated"), lit(0L)));
        Column disposable = col("pool_focus").geq(MOSTLY);
        return members.join(stated, new String[] {"follower"}, "left")
                .withColumn("focus", col("inside").divide(followees))
                .groupBy("vendor")
                .agg(
                        count(lit(1)).as("pool_followers"),
                        sum("inside").divide(count(lit(1))).as("reuse"),
                        percentile(col("focus"), lit(0.5)).as("pool_focus"))
                .withColumn("pool_kind", when(disposable, "disposable").otherwise("established"));
    }
}
