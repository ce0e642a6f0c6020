package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.LIST_EVIDENCE;
import static org.followerassay.table.ChurnTables.SUSPECT_SNAPSHOTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Lists that are not what they say, with the reason and what the ledger would have held otherwise.
 *
 * <p>A list is left out if it is not whole by its own account; if most of what it lacks is back in a later list; if it ends
 * where the list of followers beside it goes on towards older followers, and no later list has confirmed that; or if it is
 * the list before under another date. A loss that lasts is believed, however large.
 *
 * <p>One shuffle of rows of lists, not of ties.
 */
final class SuspectSnapshots implements Derivation {
    static final String NOT_WHOLE = "not whole";
    static final String COMES_BACK = "comes back";
    static final String CUT = "cut at the old end";
    static final String COPY = "copy";

    private static final Column OF_FOLLOWERS = col("direction").equalTo("followers");

    private final Suspects options;

    SuspectSnapshots(Suspects options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "suspect snapshots";
    }

    @Override
    public Table output() {
        return SUSPECT_SNAPSHOTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_EVIDENCE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> judged = judged(beside(inputs.of(LIST_EVIDENCE)));
        return judged.where(col("reason").isNotNull())
                .withColumn("missing", col("lost"))
                .withColumn("explanation", explanation())
                .withColumn("returned", col("lost_back"))
                .withColumn("false_unfollows", when(col("newest"), col("lost")).otherwise(col("lost_back")))
                .withColumn("pattern", pattern());
    }

    /** Each list with what the next one gained, and the changes to be expected between it and the one before. */
    private static Dataset<Row> beside(Dataset<Row> evidence) {
        WindowSpec history =
                Window.partitionBy("account", "direction", "complete").orderBy("snapshot");
        Column rate = when(col("days").gt(0), col("gained").plus(col("lost")).divide(col("days")));
        return evidence.withColumn("rate", rate)
                .withColumn("rate_before", lag("rate", 1).over(history))
                .withColumn("rate_after", lead("rate", 1).over(history))
                .withColumn("after_gained", lead("gained", 1).over(history))
                .withColumn("after_gained_oldest", lead("gained_oldest", 1).over(history))
                .withColumn("after_listed", lead("listed", 1).over(history))
                .withColumn("oldest", lag("snapshot", 1).over(history).isNull());
    }

    private Dataset<Row> judged(Dataset<Row> lists) {
        Column back = col("absent_back");
        Column shouldBe = col("listed").plus(back);
        Column lacking = back.plus(col("lost_for_good"));
        Column comesBack = back.geq(options.returnedFrom())
                .and(back.geq(shouldBe.multiply(options.returnedShare())))
                .and(back.geq(lacking.multiply(options.returnedOfLost())));
        Column heldBack = col("newest").and(atTheOldEnd(col("lost_oldest"), col("lost"), col("listed_before")));
        Column startedLate =
                col("oldest").and(atTheOldEnd(col("after_gained_oldest"), col("after_gained"), col("after_listed")));
        Column around = when(
                col("rate_before").isNotNull().and(col("rate_after").isNotNull()),
                least(col("rate_before"), col("rate_after")).multiply(col("days")));
        Column copy = col("gained").equalTo(0).and(col("lost").equalTo(0)).and(around.geq(options.copyExpected()));
        return lists.withColumn(
                "reason",
                when(not(col("complete")), NOT_WHOLE)
                        .when(comesBack, COMES_BACK)
                        .when(OF_FOLLOWERS.and(heldBack.or(startedLate)), CUT)
                        .when(copy, COPY));
    }

    /** Of the others that left meanwhile, as many as a few people's change of mind are passed over. */
    private Column atTheOldEnd(Column atEnd, Column all, Column ofTies) {
        Column elsewhere = all.minus(atEnd);
        Column fewElsewhere = elsewhere
                .lt(options.returnedFrom())
                .or(elsewhere.leq(all.multiply(lit(1.0).minus(options.endShare()))));
        return atEnd.geq(options.returnedFrom())
                .and(atEnd.geq(ofTies.multiply(options.cutShare())))
                .and(fewElsewhere);
    }

    private static Column explanation() {
        return when(col("reason").equalTo(NOT_WHOLE), coalesce(col("coverage_reason"), lit("its export says so")))
                .when(
                        col("reason").equalTo(COMES_BACK),
                        format_string(
                                "%d of %d ties that it lacks are back later",
                                col("absent_back"), col("absent_back").plus(col("lost_for_good"))))
                .when(
                        col("reason").equalTo(COPY),
                        lit("not one change since the list before, between lists that change much"))
                .when(
                        col("newest"),
                        format_string(
                                "%d ties are missing, the oldest of the list before; held back until a list confirms it",
                                col("lost_oldest")))
                .otherwise(format_string("the next list has %d more ties, all of them older", col("after_gained")));
    }

    private Column pattern() {
        Column nearlyAll = col("lost").multiply(options.endShare());
        return when(col("lost").equalTo(0), "none")
                .when(col("lost_placed").lt(nearlyAll), "order not known")
                .when(col("lost_oldest").geq(nearlyAll), "oldest")
                .when(col("lost_newest").geq(nearlyAll), "newest")
                .otherwise("scattered");
    }
}
