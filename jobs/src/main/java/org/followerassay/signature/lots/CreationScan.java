package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Reference;

/**
 * Cells of follow order × creation date, each with the followers that its surroundings let expect.
 *
 * <p>Followers who arrive together were created at all sorts of times, smoothly spread; a batch of accounts that was made
 * together and delivered together is a narrow ridge. So a cell is compared with the creation bins around it <em>in the same
 * window</em>, where the same lot has not been: a bought share of 80 % hides nothing. What makes a bin rich for everybody (a
 * day on which the platform grew, the age at which people follow) is taken from the other lists ({@link TypicalBins}), or,
 * when there are too few, from the rest of the same list. The sliding windows are those of Zouzou and Varol (EPJ Data
 * Science 2024), whose own-list reference fails above a bought share of 30 %; the population reference does not.
 *
 * <p>Cost: each tie becomes one row per width and shift of bins (5 in the scan), aggregated before the shuffle; ties near a
 * bin that is rich in their list become one row per window and bin (14).
 */
final class CreationScan {
    /** Followers that the rest of a list must have around a bin to outweigh the assumption that bins are equal. */
    private static final int PRIOR = 30;

    /** Doubt about the expectation itself, relative: variance = expected + 0.1 expected² + 1. */
    private static final double OVERDISPERSION = 0.1;

    private static final String[] WINDOW = {"account", "bin_days", "span", "bin_offset", "window_offset", "window"};

    private final LotOptions options;
    private final Dataset<Row> allTies;
    private final Dataset<Row> ties;
    private final Dataset<Row> frame;

    /** @param inputs with arrivals, and the reference if there is a curated one */
    CreationScan(LotOptions options, Inputs inputs) {
        this.options = options;
        this.allTies = dated(options, Reference.marked(inputs, inputs.of(ARRIVALS), "followee"));
        this.ties = allTies.where(oldEnough().and(col("listed").geq(options.minLot())));
        this.frame = frame();
    }

    /**
     * Followers by day of creation and of their earliest arrival.
     *
     * @return snapshot, account, follower, position, listed, arrived_after, arrived_before, created_day, arrived_day (days since
     *     1970), age_days, in_reference
     */
    private static Dataset<Row> dated(LotOptions options, Dataset<Row> arrivals) {
        return arrivals.select(
                col("snapshot"),
                col("followee").as("account"),
                col("follower"),
                col("position"),
                col("listed"),
                col("arrived_after"),
                col("arrived_before"),
                unix_date(to_date(col("created_at"))).as("created_day"),
                unix_date(to_date(col("arrived_after"))).as("arrived_day"),
                Arrivals.ageDays().as("age_days"),
                col("in_reference")
                        .and(col("listed").geq(options.minAudience()))
                        .as("in_reference"));
    }

    /** Whether a follower is known to have been old enough on arrival to be looked at. */
    Column oldEnough() {
        return col("age_days").geq(options.minAgeDays());
    }

    /** The followers who were, of lists that can hold a lot, with the columns of {@link #dated}. */
    Dataset<Row> ties() {
        return ties;
    }

    /** All followers, the others too. */
    Dataset<Row> allTies() {
        return allTies;
    }

    /** The snapshot that each account's list is from. */
    Dataset<Row> snapshots() {
        return ties.groupBy("account").agg(max("snapshot").as("snapshot"));
    }

    /** One row: the first creation day, and how many lists of the reference are large enough to make a population. */
    Dataset<Row> frame() {
        return ties.groupBy("account")
                .agg(
                        min("created_day").as("first_day"),
                        count_if(col("in_reference")).as("followers"))
                .agg(
                        min("first_day").as("first_day"),
                        count_if(col("followers").geq(options.minAudience())).as("lists"));
    }

    /** Each tie once per width and shift of the creation bins, with its bin. */
    static Dataset<Row> binned(Dataset<Row> ties, List<Grid> grids) {
        return ties.withColumn("bins", explode(Grid.bins(grids)))
                .select("*", "bins.*")
                .drop("bins")
                .withColumn("bin", bin(col("created_day"), col("bin_offset")));
    }

    /** Each binned tie once per window that goes with its bins. */
    static Dataset<Row> windowed(Dataset<Row> binned, List<Grid> grids) {
        return binned.withColumn("windows", explode(Grid.windows(grids)))
                .select("*", "windows.*")
                .drop("windows")
                .withColumn(
                        "window",
                        floor(col("position").plus(col("window_offset")).divide(col("span"))));
    }

    private static Column bin(Column day, Column offset) {
        return floor(day.plus(offset).divide(col("bin_days"))).cast("int");
    }

    /**
     * The cells that pass the thresholds.
     *
     * <p>A cell can't hold more than the whole list does in its bin, so that ties far from any rich bin of their list are
     * left out before they are counted by window; corrections only raise what is expected, so that they wait for the rest.
     */
    Dataset<Row> standingOut(List<Grid> grids) {
        Dataset<Row> rich = TypicalBins.ofLists(binned(ties, grids))
                .where(col("list_followers").geq(options.minLot()));
        Dataset<Row> near = TypicalBins.around(binned(ties, grids), rich, "account");
        Dataset<Row> candidates = besideNeighbours(counts(windowed(near, grids)))
                .where(col("followers").geq(options.minLot()))
                .where(passes(col("followers"), col("near").plus(1).divide(col("bins"))));
        return corrected(candidates, grids).where(passes(col("followers"), col("expected")));
    }

    /** Every cell, with what is expected there. */
    Dataset<Row> cells(List<Grid> grids) {
        return corrected(besideNeighbours(counts(windowed(binned(ties, grids), grids))), grids);
    }

    Column passes(Column followers, Column expected) {
        return followers
                .geq(expected.multiply(options.minLift()))
                .and(z(followers, expected).geq(options.minZ()));
    }

    /** Followers above expectation, in standard deviations. */
    static Column z(Column followers, Column expected) {
        return followers.minus(expected).divide(sqrt(variance(expected)));
    }

    /** Of the followers of a cell, when so many are expected: chance, doubt about the expectation, and one to spare. */
    static Column variance(Column expected) {
        return expected.plus(expected.multiply(expected).multiply(OVERDISPERSION))
                .plus(1);
    }

    /** Followers of each cell that holds any. One shuffle of partial counts. */
    static Dataset<Row> counts(Dataset<Row> placed) {
        return placed.groupBy(WINDOW[0], append(WINDOW, "bin"))
                .agg(
                        count(lit(1)).as("followers"),
                        avg("age_days").as("age"),
                        max("arrived_day").as("arrived_day"));
    }

    /** Adds the followers in the bins around, and how many of those bins could hold any. */
    Dataset<Row> besideNeighbours(Dataset<Row> counts) {
        WindowSpec window = Window.partitionBy(WINDOW[0], Arrays.copyOfRange(WINDOW, 1, WINDOW.length));
        WindowSpec around = window.orderBy(TypicalBins.spread()).rangeBetween(-TypicalBins.FRAME, TypicalBins.FRAME);
        Column reach = TypicalBins.reach();
        Column lastBin = bin(col("last_day"), col("bin_offset"));
        Column firstBin = bin(col("first_day"), col("bin_offset"));
        Column above =
                least(col("bin").plus(reach), greatest(lastBin, col("bin"))).minus(col("bin"));
        Column below = col("bin").minus(greatest(col("bin").minus(reach), least(firstBin, col("bin"))));
        return counts.withColumn("near", sum("followers").over(around).minus(col("followers")))
                .withColumn("last_day", max("arrived_day").over(window).minus(options.minAgeDays()))
                .crossJoin(broadcast(frame))
                .withColumn("bins", greatest(above.plus(below), lit(1)));
    }

    /** Adds what is expected, from the bins around and from what the reference, or the rest of the list, has there. */
    private Dataset<Row> corrected(Dataset<Row> neighbours, List<Grid> grids) {
        Dataset<Row> cells = neighbours.withColumn(
                "age_bin", floor(col("age").divide(col("bin_days"))).cast("int"));
        Dataset<Row> creation = TypicalBins.ofLists(binned(ties, grids));
        Dataset<Row> usual = binned(ties.where(col("in_reference")), grids);
        Dataset<Row> calendar = TypicalBins.median(TypicalBins.ofLists(usual)).withColumnRenamed("typical", "calendar");
        Dataset<Row> aged = usual.where(col("bin_offset").equalTo(0)).withColumn("bin", bin(col("age_days"), lit(0)));
        Dataset<Row> ages = TypicalBins.median(TypicalBins.ofLists(aged))
                .select(
                        col("bin_days"),
                        col("bin").as("age_bin"),
                        col("typical").as("at_age"));

        Column population = col("lists").geq(options.minLists());
        return cells.join(creation, new String[] {"account", "bin_days", "bin_offset", "bin"}, "left")
                .join(broadcast(calendar), new String[] {"bin_days", "bin_offset", "bin"}, "left")
                .join(broadcast(ages), new String[] {"bin_days", "age_bin"}, "left")
                .withColumn("reference", when(population, "population").otherwise("own list"))
                .withColumn("rate", when(population, populationRate()).otherwise(ownRate()))
                .withColumn("expected", col("near").plus(1).multiply(col("rate")))
                .withColumn("z", z(col("followers"), col("expected")));
    }

    private static Column populationRate() {
        Column equal = lit(1).divide(col("bins"));
        return greatest(equal, coalesce(col("calendar"), lit(0.0)), coalesce(col("at_age"), lit(0.0)));
    }

    /** From the rest of the list; ages at which lists always have more followers get a margin instead. */
    private Column ownRate() {
        Column equal = lit(1).divide(col("bins"));
        Column elsewhere = coalesce(col("list_followers"), lit(0)).minus(col("followers"));
        Column nearElsewhere = coalesce(col("list_near"), lit(0)).minus(col("near"));
        Column rest = elsewhere.plus(equal.multiply(PRIOR)).divide(nearElsewhere.plus(PRIOR));
        Column young = col("age").lt(col("bin_days").multiply(2));
        return greatest(
                equal, rest, when(young, equal.multiply(options.minLift())).otherwise(0.0));
    }

    private static String[] append(String[] keys, String last) {
        String[] all = Arrays.copyOfRange(keys, 1, keys.length + 1);
        all[keys.length - 1] = last;
        return all;
    }
}
