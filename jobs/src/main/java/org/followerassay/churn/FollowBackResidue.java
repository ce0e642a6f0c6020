package org.followerassay.churn;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How much of an audience follows back nearly everybody, beside audiences of similar size. Needs one snapshot only.
 *
 * <p><b>Mechanism.</b> Who follows thousands to be followed back is left with an audience of those who follow back.
 *
 * <p><b>Trace.</b> Many followers whose own followers and followees nearly coincide (overlap index above 0.8; Dugué and
 * Perez 2014); the followers of a celebrity have a low one.
 *
 * <p><b>Innocent look-alike.</b> A close community, whose members all know each other. Its members follow those who follow
 * them, while who has dropped everybody does not: what stands out is weighed by the share of followers that the account
 * itself does not follow.
 *
 * <p><b>Limits.</b> Degrees count what the export holds. Followers with few ties in it are not measured, and where only
 * the lists of some accounts were exported, next to none are.
 *
 * <p>Each account is judged by its newest snapshot with enough followers. Ties are shuffled once, by follower.
 */
final class FollowBackResidue implements Derivation {
    /** Sums of decimals do not depend on their order; an overlap index is published to 9 decimals. */
    private static final DataType EXACT = createDecimalType(11, 9);

    /** Median absolute deviation to standard deviation, for a normal distribution. */
    private static final double DEVIATIONS = 1.4826;

    private final Residue options;

    FollowBackResidue(Residue options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "follow-back residue";
    }

    @Override
    public Table output() {
        return FOLLOW_BACK_RESIDUE;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, DEGREES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> degrees = inputs.of(DEGREES);
        Dataset<Row> ties = tiesOf(audiences(degrees), inputs.of(FOLLOWS));
        Column spread = greatest(lit(DEVIATIONS).multiply(col("peer_deviation")), lit(options.spreadMin()));
        return Peers.beside(shares(ties, degrees))
                .withColumn(
                        "z",
                        col("follow_backers_share").minus(col("peer_median")).divide(spread))
                .withColumn("residue", col("z").multiply(lit(1.0).minus(col("returned_share"))));
    }

    /** Accounts large enough to judge, with the snapshot to judge them by. */
    private Dataset<Row> audiences(Dataset<Row> degrees) {
        return degrees.where(col("followers").geq(options.measuredMin()))
                .groupBy("account")
                .agg(max(struct("snapshot", "followers", "mutual")).as("newest"))
                .select(
                        col("account"),
                        col("newest.snapshot").as("snapshot"),
                        col("newest.followers").as("followers"),
                        col("newest.mutual").divide(col("newest.followers")).as("returned_share"));
    }

    /** Their ties without repeats, already grouped by follower for the join with the followers' degrees. */
    private static Dataset<Row> tiesOf(Dataset<Row> audiences, Dataset<Row> follows) {
        return follows.select(col("snapshot"), col("followee").as("account"), col("follower"))
                .join(audiences, new String[] {"account", "snapshot"})
                .repartition(col("snapshot"), col("follower"))
                .groupBy("snapshot", "follower", "account")
                .agg(max("followers").as("followers"), max("returned_share").as("returned_share"));
    }

    private Dataset<Row> shares(Dataset<Row> ties, Dataset<Row> degrees) {
        Column enoughTies =
                col("followers").geq(options.tiesMin()).and(col("followees").geq(options.tiesMin()));
        Dataset<Row> measured =
                degrees.where(enoughTies).select(col("snapshot"), col("account").as("follower"), col("overlap_index"));
        return ties.join(measured, new String[] {"snapshot", "follower"})
                .groupBy("snapshot", "account", "followers", "returned_share")
                .agg(
                        count(lit(1)).as("measured"),
                        avg(col("overlap_index").cast(EXACT)).as("mean_overlap"),
                        count_if(col("overlap_index").gt(options.overlapAbove()))
                                .as("follow_backers"))
                .where(col("measured").geq(options.measuredMin()))
                .withColumn("follow_backers_share", col("follow_backers").divide(col("measured")));
    }
}
