package org.followerassay.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Percentiles of measures within tiers, each with the 95 % interval that the ranks of a sample allow, whatever the
 * distribution (Thompson 1936).
 *
 * <p>A percentile is the value of some account, so it is given only where at least a smallest group of accounts lies on
 * either side of it and of its interval, and is rounded to the digit that the interval leaves uncertain. Two passes: group
 * sizes, then the values at a handful of ranks; one shuffle of a row per account and measure, sorted within its group.
 */
final class Quantiles {
    static final List<Double> SHARES = List.of(0.10, 0.25, 0.50, 0.75, 0.90);

    private static final double OUTSIDE = 0.025;

    private static final StructType WANTED = new StructType()
            .add("tier", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("place", DataTypes.IntegerType);

    private final int smallest;
    private final Map<Group, Long> sizes = new HashMap<>();
    private final Map<Group, Map<Integer, Double>> values = new HashMap<>();

    /** Accounts of one tier with one measure known. */
    record Group(String tier, String measure) {}

    private record Ranks(int low, int at, int high) {
        static Ranks of(double share, long size) {
            BinomialDistribution below = new BinomialDistribution(null, (int) size, share);
            return new Ranks(
                    below.inverseCumulativeProbability(OUTSIDE),
                    (int) Math.ceil(share * size),
                    below.inverseCumulativeProbability(1 - OUTSIDE) + 1);
        }

        boolean within(long size, int smallest) {
            int beside = smallest == 1 ? 0 : smallest;
            return low > beside && high <= size - beside;
        }
    }

    private Quantiles(int smallest) {
        this.smallest = smallest;
    }

    /**
     * @param measured columns tier, measure, account and value, none of them null
     */
    static Quantiles of(Dataset<Row> measured, int smallest) {
        Quantiles quantiles = new Quantiles(smallest);
        quantiles.read(measured);
        return quantiles;
    }

    private void read(Dataset<Row> measured) {
        Set<Row> wanted = new HashSet<>();
        for (Row row : measured.groupBy("tier", "measure")
                .agg(count(lit(1)).as("accounts"))
                .collectAsList()) {
            Group group = new Group(Cells.text(row, "tier"), Cells.text(row, "measure"));
            long size = Cells.count(row, "accounts");
            sizes.put(group, size);
            for (double share : SHARES) {
                Ranks ranks = Ranks.of(share, size);
                if (ranks.within(size, smallest)) {
                    List.of(ranks.low(), ranks.at(), ranks.high())
                            .forEach(place -> wanted.add(RowFactory.create(group.tier(), group.measure(), place)));
                }
            }
        }
        Dataset<Row> places = measured.sparkSession().createDataFrame(new ArrayList<>(wanted), WANTED);
        measured.withColumn(
                        "place",
                        row_number().over(Window.partitionBy("tier", "measure").orderBy("value", "account")))
                .join(broadcast(places), new String[] {"tier", "measure", "place"})
                .select("tier", "measure", "place", "value")
                .collectAsList()
                .forEach(row -> values.computeIfAbsent(
                                new Group(Cells.text(row, "tier"), Cells.text(row, "measure")), any -> new HashMap<>())
                        .put(row.getAs("place"), Cells.number(row, "value")));
    }

    Set<Group> groups() {
        return sizes.keySet();
    }

    long size(Group group) {
        return sizes.getOrDefault(group, 0L);
    }

    /** The percentile, rounded, with its bounds; no value where there are too few accounts to say or to show it. */
    Measured at(Group group, double share) {
        long size = size(group);
        Ranks ranks = size == 0 ? null : Ranks.of(share, size);
        if (ranks == null || !ranks.within(size, smallest)) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        Map<Integer, Double> own = values.get(group);
        return rounded(own.get(ranks.at()), own.get(ranks.low()), own.get(ranks.high()));
    }

    /** To the first digit that is uncertain, and to two digits that matter at most. */
    static Measured rounded(double value, double low, double high) {
        double step = Math.max(digit((high - low) / 2), digit(value) / 10);
        if (step == 0) {
            return new Measured(value, low, high, "");
        }
        return new Measured(to(step, value), to(step, low), to(step, high), "");
    }

    private static double digit(double value) {
        return value == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
    }

    private static double to(double step, double value) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step)));
        return BigDecimal.valueOf(Math.round(value / step) * step)
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
