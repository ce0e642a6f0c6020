package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.LOTS;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Lots: runs of one follower list whose followers were created close together and arrived close together.
 *
 * <p>A lot is a rectangle of follow order × creation date, which anybody can count again from the table arrivals. What is
 * expected in it is taken from the 60 days of creation before and after it, within the same positions.
 */
public final class Lots implements Derivation {
    /** Days of creation on either side of a lot that say what to expect in it. */
    static final int AROUND = 60;

    /** Positions around a lot, itself included, in which its fullest day is looked for: a lot's edges are not sharp. */
    static final int PEAK_SPAN = 1_000;

    /** List sizes of packages on sale. */
    private static final List<Integer> PACKAGES = List.of(
            100, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 250_000, 500_000,
            1_000_000);

    private static final String[] LOT = {
        "snapshot", "account", "position_from", "position_to", "created_from_day", "created_to_day"
    };

    private final LotOptions options;

    public Lots(LotOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lots";
    }

    @Override
    public Table output() {
        return LOTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ARRIVALS, COVERAGE, REFERENCE_ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        CreationScan scan = new CreationScan(options, inputs);
        Dataset<Row> runs = LotRuns.of(scan, scan.standingOut(Grid.SCAN))
                .where(col("members").geq(options.minLot()));
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE)).select("account", "listed");
        WindowSpec byPosition = Window.partitionBy("snapshot", "account").orderBy("position_from", "created_from_day");
        return measured(scan, runs)
                .where(col("followers").geq(options.minLot()).and(scan.passes(col("followers"), col("expected"))))
                .transform(Lots::continued)
                .join(lists, "account")
                .withColumn("lot", row_number().over(byPosition).cast("long"))
                .withColumn("followers_share", col("followers").divide(col("listed")))
                .withColumn("created_from", date_from_unix_date(col("created_from_day")))
                .withColumn("created_to", date_from_unix_date(col("created_to_day")))
                .withColumn("z", CreationScan.z(col("followers"), col("expected")))
                .withColumn("package_size", packageSize(col("followers")))
                .withColumn(
                        "package_distance",
                        col("followers").divide(col("package_size")).minus(1))
                .withColumn("price_low", price(Collections.min(options.dollarsPerThousand())))
                .withColumn("price_high", price(Collections.max(options.dollarsPerThousand())))
                .crossJoin(broadcast(scan.frame()))
                .withColumn(
                        "reference",
                        when(col("lists").geq(options.minLists()), "population").otherwise("own list"));
    }

    /** Stretches each lot over the days that continue it, at the same expectation per day. */
    private static Dataset<Row> continued(Dataset<Row> lots) {
        Column days = col("created_to_day").minus(col("created_from_day")).plus(1);
        Column allDays = greatest(col("created_to_day"), col("goes_on_to_day"))
                .minus(col("created_from_day"))
                .plus(1);
        return lots.withColumn("followers", col("followers").plus(col("young_followers")))
                .withColumn("expected", col("expected").multiply(allDays).divide(days))
                .withColumn("created_to_day", greatest(col("created_to_day"), col("goes_on_to_day")));
    }

    /** Followers in each run's rectangle, those expected there, and the fullest day around it. */
    private Dataset<Row> measured(CreationScan scan, Dataset<Row> runs) {
        Column inside = col("created_day").between(col("created_from_day"), col("created_to_day"));
        Column lastDay = max("arrived_day").minus(options.minAgeDays());
        Column daysAfter =
                least(col("created_to_day").plus(AROUND), col("last_day")).minus(col("created_to_day"));
        Column daysBefore =
                col("created_from_day").minus(greatest(col("created_from_day").minus(AROUND), col("first_day")));
        Column width = col("created_to_day").minus(col("created_from_day")).plus(1);
        Column daysAround = greatest(greatest(daysAfter, lit(0)).plus(greatest(daysBefore, lit(0))), lit(1));
        return LotContinuation.marked(days(scan, runs), LOT)
                .groupBy(LOT[0], Arrays.copyOfRange(LOT, 1, LOT.length))
                .agg(
                        sum(when(inside, col("created")).otherwise(0L)).as("followers"),
                        sum(when(inside, 0L).otherwise(col("created"))).as("near"),
                        max(when(
                                        inside,
                                        struct(
                                                col("created_around"),
                                                col("created_day").multiply(-1).as("day"))))
                                .as("peak"),
                        LotContinuation.arrivedAfter(options.minLot()).as("arrived_after"),
                        LotContinuation.arrivedBefore(options.minLot()).as("arrived_before"),
                        lastDay.as("last_day"),
                        LotContinuation.lastDay(options.minLot()).as("goes_on_to_day"),
                        LotContinuation.followers(options.minLot()).as("young_followers"))
                .crossJoin(broadcast(scan.frame().select("first_day")))
                .withColumn("peak_followers", col("peak.created_around"))
                .withColumn("peak_day", date_from_unix_date(col("peak.day").multiply(-1)))
                .withColumn("expected", col("near").plus(1).multiply(width).divide(daysAround));
    }

    /**
     * Per run and creation day in or near its range: followers within its positions, those among them who may have been too
     * young on arrival to be looked at, and followers within at least 1,000 positions.
     */
    private static Dataset<Row> days(CreationScan scan, Dataset<Row> runs) {
        Column margin = margin(col("position_from"), col("position_to"));
        Column within = col("position").between(col("position_from"), col("position_to"));
        Column old = scan.oldEnough();
        return scan.allTies()
                .join(
                        broadcast(runs.select(LOT[0], Arrays.copyOfRange(LOT, 1, LOT.length))),
                        new String[] {"snapshot", "account"})
                .where(col("position")
                        .between(
                                col("position_from").minus(margin),
                                col("position_to").plus(margin)))
                .where(col("created_day")
                        .between(
                                col("created_from_day").minus(AROUND),
                                col("created_to_day").plus(AROUND)))
                .groupBy(LOT[0], append("created_day"))
                .agg(
                        count_if(old).as("created_around"),
                        count_if(within.and(old)).as("created"),
                        count_if(within.and(not(old))).as("young"),
                        max(when(within.and(old), col("arrived_day"))).as("arrived_day"),
                        min(when(within.and(old), col("arrived_after"))).as("arrived_after"),
                        max(when(within.and(old), col("arrived_before"))).as("arrived_before"),
                        min(when(within.and(not(old)), col("arrived_after"))).as("young_arrived_after"),
                        max(when(within.and(not(old)), col("arrived_before"))).as("young_arrived_before"));
    }

    /** Positions on either side of a short lot in which its fullest day is looked for, too. */
    private static Column margin(Column from, Column to) {
        Column length = to.minus(from).plus(1);
        return floor(greatest(lit(PEAK_SPAN).minus(length), lit(0)).divide(2));
    }

    /** Positions in which a lot's fullest day was looked for: it and its margins, as far as the list reaches. */
    static Column peakSpan(Column from, Column to, Column listed) {
        Column margin = margin(from, to);
        Column first = greatest(from.minus(margin), lit(0));
        return greatest(to, least(to.plus(margin), listed.minus(1)))
                .minus(first)
                .plus(1);
    }

    private static Column packageSize(Column followers) {
        return coalesce(PACKAGES.stream()
                .map(size -> when(abs(followers.minus(size)).leq(size * 0.02), (long) size))
                .toArray(Column[]::new));
    }

    private static Column price(double perThousand) {
        return col("followers").multiply(perThousand / 1_000);
    }

    private static String[] append(String last) {
        String[] rest = Arrays.copyOfRange(LOT, 1, LOT.length + 1);
        rest[rest.length - 1] = last;
        return rest;
    }
}
