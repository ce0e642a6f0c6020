package org.followerassay.report;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Percentiles of measures within tiers, each with the 95 % interval that the ranks of a sample allow, whatever the
 * distribution (Thompson 1936; the ranks by Campbell and Gardner 1988).
 *
 * <p>The percentile q of n accounts is the value at place ⌈qn⌉, and its bounds are those at places ⌊qn − 1.96 √(nq(1−q))⌋ and
 * 1 + ⌈qn + 1.96 √(nq(1−q))⌉. A percentile is the value of some account, so it is shown only where at least a smallest group
 * of accounts lies on either side of it and of its interval, and is rounded to the digit that the interval leaves
 * uncertain. One shuffle of a row per account and measure, sorted within its group.
 */
final class Percentiles {
    static final List<Integer> ALL = List.of(10, 25, 50, 75, 90);

    private record Places(long low, long at, long high) {
        static Places of(int percent, long accounts) {
            double share = percent / 100.0;
            double spread = Interval.USUAL * Math.sqrt(accounts * share * (1 - share));
            return new Places(
                    (long) Math.floor(accounts * share - spread),
                    (percent * accounts + 99) / 100,
                    (long) Math.ceil(accounts * share + spread) + 1);
        }

        boolean within(long accounts, int smallest) {
            int beside = smallest == 1 ? 0 : smallest;
            return low > beside && high <= accounts - beside;
        }
    }

    /**
     * A row per tier and measure: accounts, and of each percentile pNN, pNN_low and pNN_high; bounds beyond the accounts
     * are null.
     *
     * @param measured columns tier, measure, account and value, none of them null
     */
    static Dataset<Row> of(Dataset<Row> measured) {
        WindowSpec upwards = Window.partitionBy("tier", "measure").orderBy("value", "account");
        WindowSpec group = Window.partitionBy("tier", "measure")
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Dataset<Row> placed = measured.withColumn("place", row_number().over(upwards))
                .withColumn("in_group", count(lit(1)).over(group));
        List<Column> values = new ArrayList<>();
        for (int percent : ALL) {
            Column share = lit(percent / 100.0);
            Column middle = col("in_group").multiply(share);
            Column spread = sqrt(middle.multiply(lit(1.0).minus(share))).multiply(Interval.USUAL);
            Column at = floor(col("in_group").multiply(percent).plus(99).divide(100));
            values.add(valueAt(at).as(name(percent)));
            values.add(valueAt(floor(middle.minus(spread))).as(name(percent) + "_low"));
            values.add(valueAt(ceil(middle.plus(spread)).plus(1)).as(name(percent) + "_high"));
        }
        return placed.groupBy("tier", "measure").agg(max("in_group").as("accounts"), values.toArray(Column[]::new));
    }

    private static Column valueAt(Column place) {
        return max(when(col("place").equalTo(place), col("value")));
    }

    static String name(int percent) {
        return "p" + percent;
    }

    /** The same in SQL, over a table named measured. */
    static String sql() {
        StringBuilder sql = new StringBuilder("select tier, measure, max(n) as accounts");
        for (int percent : ALL) {
            String middle = String.format(Locale.ROOT, "n * %.2fD", percent / 100.0);
            String spread =
                    String.format(Locale.ROOT, "%sD * sqrt(%s * %.2fD)", Interval.USUAL, middle, 1 - percent / 100.0);
            add(sql, "floor((n * " + percent + " + 99) / 100)", name(percent));
            add(sql, "floor(" + middle + " - " + spread + ")", name(percent) + "_low");
            add(sql, "ceil(" + middle + " + " + spread + ") + 1", name(percent) + "_high");
        }
        return sql + " from (select tier, measure, value, row_number() over (partition by tier, measure order by value,"
                + " account) as place, count(*) over (partition by tier, measure) as n from measured) group by tier, measure";
    }

    private static void add(StringBuilder sql, String place, String name) {
        sql.append(", max(case when place = ")
                .append(place)
                .append(" then value end) as ")
                .append(name);
    }

    /** The percentile, rounded, with its bounds; no value where there are too few accounts to say or to show it. */
    static Measured shown(Row group, int percent, int smallest) {
        long accounts = Cells.count(group, "accounts");
        if (!Places.of(percent, accounts).within(accounts, smallest)) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        return rounded(
                Cells.number(group, name(percent)),
                Cells.number(group, name(percent) + "_low"),
                Cells.number(group, name(percent) + "_high"));
    }

    /** To the first digit that is uncertain, and to two digits that matter at most. */
    static Measured rounded(double value, double low, double high) {
        double step = Math.max(digit((high - low) / 2), digit(value) / 10);
        if (step == 0) {
            return new Measured(value, low, high, "");
        }
        return new Measured(to(step, value), to(step, low), to(step, high), "");
    }

    /** To two digits that matter. */
    static double twoDigits(double value) {
        return (Double) rounded(value, value, value).value();
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

    private Percentiles() {}
}
