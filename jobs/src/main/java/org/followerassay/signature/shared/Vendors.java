package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.ConnectedComponents;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/** Clusters of accounts linked by shared audiences: the customers of one vendor, or what a circle of fans follows. */
public final class Vendors implements Derivation {
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
        return List.of(SHARED_AUDIENCES, FOLLOWS, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SHARED_AUDIENCES);
        Dataset<Row> clusters = ConnectedComponents.of(pairs).withColumnRenamed("component", "vendor");
        Dataset<Row> ties = SharedAudiences.ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE));
        Dataset<Row> pool = SharedPool.of(ties, pairs).join(broadcast(clusters), "account");
        Dataset<Row> whole = pool.groupBy("vendor")
                .agg(
                        count_distinct(col("account")).as("accounts"),
                        count_distinct(col("follower")).as("pool_followers"));
        return pool.groupBy("vendor", "account")
                .agg(count(lit(1)).as("followers"))
                .join(whole, "vendor")
                .join(FollowerLists.newest(inputs.of(COVERAGE)), "account")
                .withColumn("followers_share", col("followers").divide(col("listed")));
    }
}
