package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.evaluate.platform.Moments.DAY;
import static org.followerassay.evaluate.platform.Moments.NEVER;
import static org.followerassay.evaluate.platform.Moments.NEWEST;
import static org.followerassay.evaluate.platform.Moments.OLDEST;
import static org.followerassay.evaluate.platform.Moments.PURGE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Everybody on the platform, and who follows whom from when until when. */
final class Platform {
    /** Of followers, so many come within days of their own creation. */
    private static final double YOUNG = 0.15;

    private static final double YOUNG_DAYS = 5;

    private final Plan plan;
    private final SparkSession session;
    private final Members members;

    Platform(Plan plan, SparkSession session) {
        this.plan = plan;
        this.session = session;
        this.members = new Members(plan);
    }

    /**
     * One row per tie that the oldest snapshot or a later one can see: follower, followee (ids), their numbers, arrived,
     * ended (seconds), label, lot.
     *
     * <p>One shuffle, by tie: whoever comes twice stays from the first time on.
     */
    Dataset<Row> ties() {
        Dataset<Row> organic = new OrganicTies(plan)
                .of(session)
                .withColumn("arrived", lit(0L))
                .withColumn("ended", lit(NEVER))
                .withColumn("label", lit("organic"))
                .withColumn("lot", lit(null).cast("long"));
        Dataset<Row> once = organic.unionByName(new PlantedTies(plan, session).all())
                .withColumn("follower_created", members.created(col("follower")))
                .withColumn("followee_created", members.created(col("followee")))
                .groupBy("follower", "followee")
                .agg(
                        min(struct("label", "lot", "arrived", "ended")).as("tie"),
                        // Constant within a tie; aggregated so that no later expression holds their formulas again.
                        max("follower_created").as("follower_created"),
                        max("followee_created").as("followee_created"))
                .select("follower", "followee", "follower_created", "followee_created", "tie.*");
        return timed(once)
                .where(col("ended").gt(OLDEST).and(col("arrived").leq(NEWEST)))
                .select(
                        Members.id(col("follower"), col("follower_created")).as("follower"),
                        Members.id(col("followee"), col("followee_created")).as("followee"),
                        col("follower").as("follower_number"),
                        col("followee").as("followee_number"),
                        col("arrived"),
                        col("ended"),
                        col("label"),
                        col("lot"));
    }

    /** Nobody follows or is followed before being created; what grew by itself has its time from here. */
    private Dataset<Row> timed(Dataset<Row> once) {
        Draws draws = plan.draws;
        Column[] tie = {col("follower"), col("followee")};
        Column even = draws.fraction("arrived", tie);
        Column grown = when(
                        draws.chance(YOUNG, "young", tie),
                        col("both").plus(even.multiply(even).multiply(YOUNG_DAYS * DAY)))
                .otherwise(col("both").plus(even.multiply(lit(NEWEST).minus(col("both")))));
        Column lost = floor(draws.fraction("lost when", tie).multiply((double) NEWEST - OLDEST))
                .plus(OLDEST + 1);
        Column loses = draws.chance(1 - OrganicTies.KEPT, "lost", tie).and(lost.gt(col("arrived")));
        Column closed = draws.chance(OrganicTies.PURGED, "purged", col("follower"))
                .and(col("label").equalTo("organic"))
                .and(col("arrived").lt(PURGE));
        return once.withColumn("both", greatest(col("follower_created"), col("followee_created")))
                .withColumn(
                        "arrived",
                        when(col("arrived").equalTo(0L), least(floor(grown).cast("long"), lit(NEWEST)))
                                .otherwise(greatest(col("arrived"), col("both"))))
                .withColumn(
                        "ended",
                        least(
                                col("ended"),
                                when(col("label").equalTo("organic").and(loses), lost)
                                        .otherwise(NEVER),
                                when(closed, PURGE).otherwise(NEVER)))
                .drop("both");
    }

    /** The ties that a snapshot lists, with places in the followee's list, oldest follower 0. A sort per list. */
    static Dataset<Row> listed(Dataset<Row> ties, long snapshot) {
        WindowSpec list = Window.partitionBy("followee")
                .orderBy("arrived", "follower")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return seen(ties, snapshot)
                .withColumn("position", row_number().over(list).minus(1).cast("long"));
    }

    /** The ties that a snapshot lists. */
    static Dataset<Row> seen(Dataset<Row> ties, long snapshot) {
        return ties.where(col("arrived").leq(snapshot).and(col("ended").gt(snapshot)));
    }
}
