package org.followerassay.signature.fingerprint;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Reference;
import org.followerassay.signature.lots.Arrivals;

/**
 * Windows of a follower list by creation date, against what the lists of a population gained in the same period.
 *
 * <p>A list's share of followers created in a bin, among those who arrived in a period, is taken for every list; the median
 * over lists is what to expect, and the interquartile range over 1.349 how far honest lists stray from it. The account's own
 * list is one of many there, so that a bought share of 80 % hides nothing; a batch that a quarter of the lists hold does.
 *
 * <p>Cost: each tie becomes one row per shape (4), counted before it is shuffled; the reference is one row per list and cell.
 */
final class PopulationScan {
    /** Days of arrival that share a reference: a quarter. */
    static final int PERIOD_DAYS = 91;

    /** Days per creation bin: two months for a batch, a year for accounts of mixed age. */
    private static final List<Integer> BIN_DAYS = List.of(61, 365);

    /** Followers per window: Zouzou and Varol's (2024), and ten times as many for a slow delivery. */
    private static final List<Integer> SPANS = List.of(200, 2_000);

    /** A normal distribution's interquartile range in standard deviations. */
    private static final double IQR = 1.349;

    static final String[] CELL = {"account", "period", "bin_days", "bin", "span", "window"};

    private static final String[] BIN = {"period", "bin_days", "bin"};

    private final FingerprintOptions options;
    private final Dataset<Row> ties;

    /** @param inputs with arrivals, and the reference if there is a curated one */
    PopulationScan(FingerprintOptions options, Inputs inputs) {
        this.options = options;
        Column created = unix_date(to_date(col("created_at")));
        Column arrived = unix_date(to_date(col("arrived_after")));
        Column shapes = explode(array(BIN_DAYS.stream()
                .map(days -> struct(
                        lit(days).as("bin_days"),
                        floor(created.divide(lit(days))).cast("int").as("bin")))
                .toArray(Column[]::new)));
        this.ties = Reference.marked(inputs, inputs.of(ARRIVALS), "followee")
                .where(Arrivals.ageDays()
                        .geq(options.minAgeDays())
                        .and(col("listed").geq(options.minLot())))
                .select(
                        col("snapshot"),
                        col("followee").as("account"),
                        col("follower"),
                        col("position"),
                        col("in_reference")
                                .and(col("listed").geq(options.minInPeriod()))
                                .as("in_reference"),
                        floor(arrived.divide(lit(PERIOD_DAYS))).cast("int").as("period"),
                        shapes.as("shape"))
                .select("snapshot", "account", "follower", "position", "in_reference", "period", "shape.*");
    }

    /** The first day of the period that a day lies in. */
    static Column periodFrom(Column day) {
        return date_from_unix_date(
                floor(unix_date(day).divide(lit(PERIOD_DAYS))).cast("int").multiply(PERIOD_DAYS));
    }

    /** Each tie once per creation bin and window that it lies in. */
    Dataset<Row> placed() {
        Column windows = explode(array(SPANS.stream()
                .map(span -> struct(
                        lit(span).as("span"),
                        floor(col("position").divide(lit(span))).as("window")))
                .toArray(Column[]::new)));
        return ties.withColumn("placed", windows).select("*", "placed.*").drop("placed");
    }

    /**
     * What the lists of the reference typically hold, by period of arrival and creation bin.
     *
     * @return period, bin_days, bin, lists (with enough followers in the period), share (median), spread (IQR / 1.349)
     */
    Dataset<Row> reference() {
        Dataset<Row> lists = lists();
        Dataset<Row> sizes = sizes(lists);
        Dataset<Row> bins =
                lists.groupBy(BIN[0], BIN[1], BIN[2]).agg(count(lit(1)).as("seen"));
        Dataset<Row> absent = bins.join(broadcast(sizes), new String[] {"period", "bin_days"})
                .select(
                        col("period"),
                        col("bin_days"),
                        col("bin"),
                        lit(0.0).as("ratio"),
                        col("lists").minus(col("seen")).as("weight"))
                .where(col("weight").gt(0));
        Dataset<Row> present =
                lists.select(col("period"), col("bin_days"), col("bin"), col("ratio"), lit(1L).as("weight"));
        return present.unionByName(absent)
                .groupBy(BIN[0], BIN[1], BIN[2])
                .agg(
                        percentile(col("ratio"), lit(0.25), col("weight")).as("low"),
                        percentile(col("ratio"), lit(0.5), col("weight")).as("share"),
                        percentile(col("ratio"), lit(0.75), col("weight")).as("high"))
                .join(broadcast(sizes), new String[] {"period", "bin_days"})
                .withColumn("spread", col("high").minus(col("low")).divide(IQR))
                .drop("low", "high");
    }

    /** What each list of the reference that gained enough in a period has in each bin: followers, gained, ratio. */
    private Dataset<Row> lists() {
        WindowSpec list = Window.partitionBy("account", "period", "bin_days");
        return ties.where(col("in_reference"))
                .groupBy("account", "period", "bin_days", "bin")
                .agg(count(lit(1)).as("followers"))
                .withColumn("gained", sum("followers").over(list))
                .where(col("gained").geq(options.minInPeriod()))
                .withColumn("ratio", col("followers").divide(col("gained")));
    }

    /** The periods of which enough lists tell what is usual, and how many do. */
    private Dataset<Row> sizes(Dataset<Row> lists) {
        return lists.select("account", "period", "bin_days")
                .distinct()
                .groupBy("period", "bin_days")
                .agg(count(lit(1)).as("lists"))
                .where(col("lists").geq(options.minLists()));
    }

    /**
     * Every cell of a period that has a reference. Of a bin in which no list of the reference has anybody, nobody is expected.
     *
     * @return the columns of {@link #CELL}, snapshot, position_from, position_to, followers, gained (of the window in the
     *     period), expected, z, lists
     */
    Dataset<Row> cells() {
        WindowSpec window = Window.partitionBy("account", "period", "bin_days", "span", "window");
        return placed().groupBy(CELL[0], CELL[1], CELL[2], CELL[3], CELL[4], CELL[5])
                .agg(
                        max("snapshot").as("snapshot"),
                        count(lit(1)).as("followers"),
                        min("position").as("position_from"),
                        max("position").as("position_to"))
                .withColumn("gained", sum("followers").over(window))
                .join(broadcast(sizes(lists())), new String[] {"period", "bin_days"})
                .join(broadcast(reference().drop("lists")), BIN, "left")
                .na()
                .fill(0.0, new String[] {"share", "spread"})
                .withColumn("expected", col("gained").multiply(col("share")))
                .withColumn("deviation", deviation())
                .withColumn("z", col("followers").minus(col("expected")).divide(col("deviation")));
    }

    /** Chance, how far lists stray, and one follower to spare. */
    private static Column deviation() {
        Column strayed = col("gained").multiply(col("spread"));
        return sqrt(col("expected").plus(strayed.multiply(strayed)).plus(1));
    }
}
