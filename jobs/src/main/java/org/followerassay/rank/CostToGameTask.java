package org.followerassay.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a rank costs, from the rows (measure, value, tier, attention, audience h) of whole measures, sorted by measure and value. */
final class CostToGameTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType COSTS = new StructType()
            .add("tier", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("bought_followees", DataTypes.LongType)
            .add("recognised_share", DataTypes.DoubleType)
            .add("accounts", DataTypes.LongType)
            .add("climbers", DataTypes.LongType)
            .add("bought_median", DataTypes.LongType)
            .add("lift_1000", DataTypes.DoubleType)
            .add("lift_10000", DataTypes.DoubleType)
            .add("lift_100000", DataTypes.DoubleType);

    private final ArrayList<Purchase> purchases;
    private final int ranks;
    private final long most;

    CostToGameTask(List<Purchase> purchases, int ranks, long most) {
        this.purchases = new ArrayList<>(purchases);
        this.ranks = ranks;
        this.most = most;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        List<Row> costs = new ArrayList<>();
        Population population = new Population("");
        while (sorted.hasNext()) {
            Row row = sorted.next();
            if (!population.measure.equals(row.getString(0))) {
                costs.addAll(costs(population));
                population = new Population(row.getString(0));
            }
            population.add(row);
        }
        costs.addAll(costs(population));
        return costs.iterator();
    }

    private List<Row> costs(Population population) {
        RankedMeasure ranked = population.ranked();
        Map<String, int[]> tiers = population.tiers();
        List<Row> costs = new ArrayList<>();
        for (Purchase purchase : purchases) {
            tiers.forEach((tier, accounts) -> costs.add(cost(tier, accounts, purchase, ranked)));
        }
        return costs;
    }

    private Row cost(String tier, int[] accounts, Purchase purchase, RankedMeasure ranked) {
        double[] needed = Arrays.stream(accounts)
                .filter(account -> ranked.canClimb(account, ranks))
                .mapToDouble(account -> ranked.needed(account, purchase, ranks, most))
                .sorted()
                .toArray();
        double median = needed.length == 0 ? Double.POSITIVE_INFINITY : needed[(needed.length - 1) / 2];
        return RowFactory.create(
                tier,
                ranked.measure(),
                purchase.reuse(),
                purchase.recognisedShare(),
                (long) accounts.length,
                (long) needed.length,
                Double.isInfinite(median) ? null : (Object) (long) median,
                meanLift(accounts, purchase, ranked, 1_000),
                meanLift(accounts, purchase, ranked, 10_000),
                meanLift(accounts, purchase, ranked, 100_000));
    }

    private static double meanLift(int[] accounts, Purchase purchase, RankedMeasure ranked, long bought) {
        long lifts = Arrays.stream(accounts)
                .mapToLong(account -> ranked.lift(account, purchase, bought))
                .sum();
        return (double) lifts / accounts.length;
    }

    /** The accounts that have one measure, while they are read. */
    private static final class Population {
        private final String measure;
        private final Doubles values = new Doubles();
        private final Doubles attention = new Doubles();
        private final Doubles audienceH = new Doubles();
        private final Map<String, Doubles> byTier = new TreeMap<>();

        private Population(String measure) {
            this.measure = measure;
        }

        void add(Row row) {
            byTier.computeIfAbsent(row.getString(2), unseen -> new Doubles()).add(values.size());
            values.add(row.getDouble(1));
            attention.add(row.isNullAt(3) ? Double.NaN : row.getDouble(3));
            audienceH.add(row.isNullAt(4) ? Double.NaN : row.getDouble(4));
        }

        RankedMeasure ranked() {
            return measure.equals(Measures.QUALITY)
                    ? RankedMeasure.quality(attention.toArray(), audienceH.toArray())
                    : new RankedMeasure(measure, values.toArray(), attention.toArray());
        }

        /** The places of the accounts of each tier, and of all. */
        Map<String, int[]> tiers() {
            Map<String, int[]> tiers = new TreeMap<>();
            byTier.forEach((tier, places) -> tiers.put(
                    tier,
                    Arrays.stream(places.toArray())
                            .mapToInt(place -> (int) place)
                            .toArray()));
            if (values.size() > 0) {
                tiers.put("all", IntStream.range(0, values.size()).toArray());
            }
            return tiers;
        }
    }
}
