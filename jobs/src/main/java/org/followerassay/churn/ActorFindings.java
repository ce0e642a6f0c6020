package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.churn.Words.count;
import static org.followerassay.churn.Words.percent;
import static org.followerassay.table.ChurnTables.ACTORS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Behaviour;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * What actors do that few others do, as findings about their own behaviour.
 *
 * <p><b>Mechanism.</b> Following draws attention and follow-backs; software does it by the hundred and takes it back.
 *
 * <p><b>Trace.</b> Hundreds of follows in a day; follows that end within two months; returned follows that are dropped all the
 * same; equal numbers day by day, or drops in the order of the follows.
 *
 * <p><b>Innocent look-alike.</b> A conference-goer or a new user follows many in a few days and keeps them; a journalist
 * follows and drops singly; a spring clean ends old ties, in one day. None has a share of new follows dropped soon.
 *
 * <p><b>Limits.</b> Sees what the lists and events of the export show. In an interval of several days follows count as spread
 * evenly over it, so that a burst in a month hides.
 */
final class ActorFindings implements Derivation {
    static final String MASS_FOLLOWING = "mass following";
    static final String CHURNING = "follow churning";
    static final String FISHING = "follow-back fishing";
    static final String RHYTHM = "software rhythm";

    private final Behaviour options;

    ActorFindings(Behaviour options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "actor findings";
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ACTORS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> actors = inputs.of(ACTORS);
        return massFollowing(actors)
                .unionByName(churning(actors))
                .unionByName(fishing(actors))
                .unionByName(rhythm(actors));
    }

    private Dataset<Row> massFollowing(Dataset<Row> actors) {
        Column amongMany = coalesce(col("follows_per_day").geq(col("population_per_day")), lit(true));
        Column evidence = concat(
                lit("Followed "),
                format_number(col("follows_per_day"), 0),
                lit(" accounts in a day; "),
                count("follows"),
                lit(" follows are seen on "),
                count("follow_days"),
                lit(" days"));
        return found(actors.where(col("follows_per_day").geq(options.massPerDay())), MASS_FOLLOWING, evidence)
                .withColumn("score", col("follows_per_day"))
                .withColumn("support", col("follows"))
                .withColumn("tier", when(amongMany, "moderate").otherwise("weak"));
    }

    private Dataset<Row> churning(Dataset<Row> actors) {
        Column many = col("follows").geq(options.churnFrom());
        Column evidence = concat(
                lit("Dropped "),
                count("dropped_soon"),
                lit(" of "),
                count("follows"),
                lit(" new followees within two months ("),
                percent(col("dropped_soon_share"), 1),
                lit("); "),
                count("reciprocated"),
                lit(" of all had followed back"));
        return found(actors.where(many.and(col("dropped_soon_share").geq(options.churnShare()))), CHURNING, evidence)
                .withColumn("score", col("dropped_soon_share"))
                .withColumn("support", col("dropped_soon"))
                .withColumn("tier", lit("strong"));
    }

    private Dataset<Row> fishing(Dataset<Row> actors) {
        Column many = col("reciprocated").geq(options.fishFrom());
        Column evidence = concat(
                lit("Dropped "),
                count("dropped_returned"),
                lit(" of "),
                count("reciprocated"),
                lit(" accounts that had followed back ("),
                percent(col("dropped_returned_share"), 1),
                lit("), while they still followed"));
        return found(
                        actors.where(many.and(col("dropped_returned_share").geq(options.droppedReturnedShare()))),
                        FISHING,
                        evidence)
                .withColumn("score", col("dropped_returned_share"))
                .withColumn("support", col("dropped_returned"))
                .withColumn("tier", lit("strong"));
    }

    private Dataset<Row> rhythm(Dataset<Row> actors) {
        Column queue = coalesce(col("queue_correlation").geq(options.queue()), lit(false));
        Column quota = coalesce(col("quota_variation").leq(options.quotaVariation()), lit(false));
        Column evidence = when(
                        queue,
                        concat(
                                lit("Dropped "),
                                count("drops"),
                                lit(" followees on "),
                                count("drop_days"),
                                lit(" days in the order in which it had followed them (correlation "),
                                format_number(col("queue_correlation"), 3),
                                lit(")")))
                .otherwise(concat(
                        lit("Followed nearly the same number of accounts on each of "),
                        count("follow_days"),
                        lit(" days (they differ by "),
                        percent(col("quota_variation"), 1),
                        lit(" of their mean)")));
        return found(actors.where(queue.or(quota)), RHYTHM, evidence)
                .withColumn(
                        "score",
                        when(queue, col("queue_correlation")).otherwise(lit(1.0).minus(col("quota_variation"))))
                .withColumn("support", when(queue, col("drops")).otherwise(col("follows")))
                .withColumn("tier", lit("moderate"));
    }

    private static Dataset<Row> found(Dataset<Row> actors, String signature, Column evidence) {
        return actors.withColumn("signature", lit(signature))
                .withColumn("axis", lit("behaviour"))
                .withColumn("share_low", lit(null).cast(DoubleType))
                .withColumn("share_high", lit(null).cast(DoubleType))
                .withColumn("evidence", evidence)
                .withColumn("query", concat(lit("select * from actors where account = "), col("account")));
    }
}
