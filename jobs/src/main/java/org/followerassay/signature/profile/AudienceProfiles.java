package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.graph.SizeTier;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.table.Table;

/**
 * What share of an account's followers each trait is true of, beside accounts of its size.
 *
 * <p>Intervals are Wilson's (1927): they cover what the followers whose profile is not known would change if they were like
 * the others, not if they differ. Shuffles the ties once by follower, to meet the profiles, and partial counts once.
 */
public final class AudienceProfiles implements Derivation {
    /** 95 % of a normal distribution. */
    private static final double Z = 1.959964;

    @Override
    public String name() {
        return "audience profiles";
    }

    @Override
    public Table output() {
        return AUDIENCE_PROFILES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> shares = FollowerLists.ties(inputs.of(FOLLOWS), lists)
                .select("snapshot", "account", "listed", "follower")
                .join(FollowerTraits.of(inputs.of(ACCOUNTS)), "follower")
                .groupBy("snapshot", "account", "trait")
                .agg(
                        count(lit(1)).as("known"),
                        count_if(col("holds")).as("followers"),
                        max("listed").as("listed"))
                .withColumn("share", col("followers").divide(col("known")))
                .withColumn("share_low", wilson(-1))
                .withColumn("share_high", wilson(1))
                .withColumn("tier", SizeTier.of(col("listed")));
        return besidePeers(shares);
    }

    private static Dataset<Row> besidePeers(Dataset<Row> shares) {
        WindowSpec peers = Window.partitionBy("tier", "trait");
        Column others = col("peers").minus(1);
        return shares.withColumn("peers", count(lit(1)).over(peers))
                .withColumn("peer_median", median(col("share")).over(peers))
                .withColumn("smaller", rank().over(peers.orderBy("share")).minus(1))
                .withColumn("peer_rank", when(others.gt(0), col("smaller").divide(others)));
    }

    /** An end of the Wilson score interval of followers / known. */
    static Column wilson(int end) {
        Column n = col("known");
        Column spread = sqrt(col("share")
                .multiply(lit(1).minus(col("share")))
                .divide(n)
                .plus(lit(Z * Z / 4).divide(n.multiply(n))));
        return col("share")
                .plus(lit(Z * Z / 2).divide(n))
                .plus(spread.multiply(end * Z))
                .divide(lit(1).plus(lit(Z * Z).divide(n)));
    }
}
