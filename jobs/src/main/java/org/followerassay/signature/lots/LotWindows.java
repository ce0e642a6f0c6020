package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lots of different accounts whose followers were created in the same days.
 *
 * <p>If lots fell anywhere in the days that all lots span (a year at least), a lot whose range is w of T days would be met by
 * E = w / T of each other account's lots; that m accounts have one has at most the chance exp(m − E − m ln(m / E)) (Chernoff's
 * inequality for a Poisson number), times all lots as tests.
 */
final class LotWindows {
    /** Days by which ranges are brought together: those that overlap share such a stretch. */
    private static final int STRETCH = 30;

    private static final int LEAST_SPAN = 365;

    /**
     * One row per pair of lots with alike ranges, whatever its chance.
     *
     * @return account, lot, other_account, other_lot, window_share, window_chance (the larger of the two lots')
     */
    static Dataset<Row> alike(Dataset<Row> lots, LotLinkOptions options) {
        Dataset<Row> ranges = lots.select(
                col("account"),
                col("lot"),
                unix_date(col("created_from")).as("from"),
                unix_date(col("created_to")).as("to"));
        Dataset<Row> pairs = met(ranges).where(col("window_share").geq(options.minWindowShare()));
        Dataset<Row> chances = chances(pairs, ranges);
        Dataset<Row> others = chances.select(
                col("account").as("other_account"),
                col("lot").as("other_lot"),
                col("chance").as("other_chance"));
        return pairs.where(col("account").lt(col("other_account")))
                .join(chances, new String[] {"account", "lot"})
                .join(others, new String[] {"other_account", "other_lot"})
                .withColumn("window_chance", greatest(col("chance"), col("other_chance")))
                .select("account", "lot", "other_account", "other_lot", "window_share", "window_chance");
    }

    /** Lots of different accounts with a day in common, in both orders. */
    private static Dataset<Row> met(Dataset<Row> ranges) {
        Column stretches = explode(
                sequence(floor(col("from").divide(STRETCH)), floor(col("to").divide(STRETCH))));
        Dataset<Row> placed = ranges.withColumn("stretch", stretches);
        Dataset<Row> others = placed.select(
                col("stretch"),
                col("account").as("other_account"),
                col("lot").as("other_lot"),
                col("from").as("other_from"),
                col("to").as("other_to"));
        Column both = least(col("to"), col("other_to"))
                .minus(greatest(col("from"), col("other_from")))
                .plus(1);
        Column either = greatest(col("to"), col("other_to"))
                .minus(least(col("from"), col("other_from")))
                .plus(1);
        return placed.join(others, "stretch")
                .where(col("account").notEqual(col("other_account")))
                .groupBy("account", "lot", "from", "to", "other_account", "other_lot", "other_from", "other_to")
                .agg(count(lit(1)).as("stretches"))
                .withColumn("window_share", both.divide(either));
    }

    /** How many lots of all would have so many alike ones by chance: account, lot, chance. */
    private static Dataset<Row> chances(Dataset<Row> pairs, Dataset<Row> ranges) {
        Dataset<Row> all = ranges.agg(
                count(lit(1)).cast("double").as("lots"),
                greatest(max("to").minus(min("from")).plus(1), lit(LEAST_SPAN)).as("span"));
        Column alike = col("alike").cast("double");
        Column exponent = alike.minus(col("by_chance")).minus(alike.multiply(ln(alike.divide(col("by_chance")))));
        return pairs.groupBy("account", "lot", "from", "to")
                .agg(count_distinct(col("other_account")).as("alike"))
                .crossJoin(broadcast(all))
                .withColumn(
                        "by_chance",
                        col("lots")
                                .multiply(col("to").minus(col("from")).plus(1))
                                .divide(col("span")))
                .withColumn(
                        "chance",
                        when(alike.gt(col("by_chance")), exp(exponent).multiply(col("lots")))
                                .otherwise(col("lots")))
                .select("account", "lot", "chance");
    }

    private LotWindows() {}
}
