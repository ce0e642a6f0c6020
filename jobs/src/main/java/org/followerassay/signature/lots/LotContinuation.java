package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The part of a lot that the rule against newcomers hides.
 *
 * <p>When somebody arrived is known from the newest account before them at the earliest. In a list that was short when a batch
 * came, that account is one of the batch, and whoever was created in the batch's last two weeks can't be told from a newcomer.
 * Nobody is called part of a lot for that. But where a lot stands on followers who were old enough, and its creation dates go on
 * day after day at half its rate or more, these followers are of the same batch as much as the others are.
 */
final class LotContinuation {
    /** Of a lot's followers per creation day, the share from which on the next day continues it; three days are taken together. */
    private static final double RATE = 0.5;

    /** Followers per creation day of a lot below which three days say nothing. */
    private static final double LEAST_PER_DAY = 3;

    /**
     * Adds to each creation day whether it continues the lot.
     *
     * @param days one row per lot and creation day: the key, created_day, created (old enough, within the lot's positions), young
     *     (the others there)
     * @param lot the columns that are a lot's key
     * @return the same with goes_on
     */
    static Dataset<Row> marked(Dataset<Row> days, String[] lot) {
        WindowSpec whole = Window.partitionBy(lot[0], Arrays.copyOfRange(lot, 1, lot.length));
        WindowSpec byDay = whole.orderBy("created_day");
        Column perDay = sum(when(inside(), col("created")).otherwise(0L))
                .over(whole)
                .divide(col("created_to_day").minus(col("created_from_day")).plus(1));
        Column beyond = col("created_day").gt(col("created_to_day"));
        Column dense = col("three_days").geq(col("per_day").multiply(3 * RATE));
        return days.withColumn("per_day", perDay)
                .withColumn("three_days", sum(col("created").plus(col("young"))).over(byDay.rangeBetween(-1, 1)))
                .withColumn("dense", when(beyond.and(dense), 1).otherwise(0))
                // As many dense days as have passed: none was missing.
                .withColumn("unbroken", sum("dense").over(byDay.rangeBetween(Window.unboundedPreceding(), 0)))
                .withColumn(
                        "goes_on",
                        beyond.and(col("per_day").geq(LEAST_PER_DAY))
                                .and(col("unbroken").equalTo(col("created_day").minus(col("created_to_day")))));
    }

    /** Aggregates a lot's marked days to the last one that continues it; null if none does, or too few followers are young. */
    static Column lastDay(int minLot) {
        return when(enough(minLot), max(when(col("goes_on"), col("created_day"))));
    }

    /** And to the followers by which it grows: on those days, and on its own days the young ones. */
    static Column followers(int minLot) {
        Column added = sum(when(inside(), col("young"))
                .when(col("goes_on"), col("created").plus(col("young")))
                .otherwise(0L));
        return when(enough(minLot), added).otherwise(lit(0L));
    }

    /** And to the earliest possible arrival among its followers, the young ones only where it goes on. */
    static Column arrivedAfter(int minLot) {
        Column grown = min(when(inside().or(col("goes_on")), least(col("arrived_after"), col("young_arrived_after"))));
        return least(min(when(inside(), col("arrived_after"))), when(enough(minLot), grown));
    }

    /** And to the latest. */
    static Column arrivedBefore(int minLot) {
        Column grown =
                max(when(inside().or(col("goes_on")), greatest(col("arrived_before"), col("young_arrived_before"))));
        return greatest(max(when(inside(), col("arrived_before"))), when(enough(minLot), grown));
    }

    private static Column enough(int minLot) {
        return sum(when(col("goes_on"), col("young")).otherwise(0L)).geq(minLot);
    }

    private static Column inside() {
        return col("created_day").between(col("created_from_day"), col("created_to_day"));
    }

    private LotContinuation() {}
}
