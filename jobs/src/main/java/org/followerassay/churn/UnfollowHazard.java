package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.followerassay.table.ChurnTables.TIE_OVERLAP;
import static org.followerassay.table.ChurnTables.TIE_SPELLS;
import static org.followerassay.table.ChurnTables.UNFOLLOW_HAZARD;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How likely a tie is to be dropped on a day, by its age, by whether it is returned, and by its common neighbours.
 *
 * <p>Drops over days at risk (person-time), by doublings of age, of ties whose beginning the ledger saw. A tie is returned from
 * the other's follow on until that ends, so that none is called returned for having lasted. One that ends otherwise than by its
 * follower leaves the count there. An account's drops are not independent, so that followers are clusters (ratio estimator, Cochran
 * 1977, on the scale of logarithms); the interval is never narrower than that of a Poisson count. Kwak, Chun and Moon (2011)
 * found that young ties, one-sided ones and such with few common neighbours end most often.
 *
 * <p>One join of spells with their overlap by tie, one shuffle of sums by follower, one of those.
 */
final class UnfollowHazard implements Derivation {
    private static final double NORMAL_95 = 1.959963984540054;

    /** With no event in a time, its rate is below this over the time with a confidence of 95 % (− ln 0.05). */
    private static final double NONE_SEEN = 2.995732273553991;

    /** The last one begins at 2^12 days, eleven years. */
    private static final int LAST_DOUBLING = 13;

    /** Sums of decimals do not depend on their order. */
    private static final DataType EXACT = createDecimalType(30, 9);

    private static final String[] KIND = {"reciprocity", "neighbour_band", "age_days_from", "age_days_until"};

    private static final Column DAYS = col("days_at_risk");
    private static final Column DROPS = col("drops");
    private static final Column HAZARD = col("hazard");

    @Override
    public String name() {
        return "unfollow hazard";
    }

    @Override
    public Table output() {
        return UNFOLLOW_HAZARD;
    }

    @Override
    public List<Table> inputs() {
        return List.of(TIE_SPELLS, TIE_OVERLAP);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> overlap = inputs.of(TIE_OVERLAP)
                .select(
                        col("follower"),
                        col("followee"),
                        col("earliest"),
                        col("common_neighbours").as("between"));
        Dataset<Row> spells = inputs.of(TIE_SPELLS)
                .join(overlap, new String[] {"follower", "followee", "earliest"}, "left")
                .withColumn("neighbour_band", neighbours(col("between")));
        return rated(byFollower(slices(spans(spells))));
    }

    private static Column neighbours(Column count) {
        return when(count.isNull(), "not known")
                .when(count.equalTo(0), "none")
                .when(count.lt(4), "1 to 3")
                .when(count.lt(16), "4 to 15")
                .otherwise("16 or more");
    }

    /** Each spell as the ages from and until which it is, or is not, returned. */
    private static Dataset<Row> spans(Dataset<Row> spells) {
        Column age = col("age_days");
        Column from = coalesce(col("mutual_from"), age);
        Column until = coalesce(col("mutual_until"), age);
        Column known =
                array(span("one-sided", lit(0.0), from), span("mutual", from, until), span("one-sided", until, age));
        Column unknown = array(span("not known", lit(0.0), age));
        return spells.withColumn(
                        "span", explode(when(col("reciprocity_known"), known).otherwise(unknown)))
                .select("follower", "neighbour_band", "dropped", "age_days", "age_low", "age_high", "span.*")
                .where(col("span_from").lt(col("span_until")))
                .withColumn("is_drop", col("dropped").and(col("span_until").equalTo(col("age_days"))));
    }

    private static Column span(String reciprocity, Column from, Column until) {
        return struct(lit(reciprocity).as("reciprocity"), from.as("span_from"), until.as("span_until"));
    }

    /** Spans cut at each doubling of age. */
    private static Dataset<Row> slices(Dataset<Row> spans) {
        Column from = when(col("doubling").equalTo(0), lit(0.0))
                .otherwise(pow(lit(2.0), col("doubling").minus(1)));
        Column risk =
                least(col("span_until"), col("age_days_until")).minus(greatest(col("span_from"), col("age_days_from")));
        return spans.withColumn("doubling", explode(sequence(lit(0), lit(LAST_DOUBLING))))
                .withColumn("age_days_from", from)
                .withColumn("age_days_until", pow(lit(2.0), col("doubling")))
                .withColumn("risk", risk)
                .where(col("risk").gt(0))
                .withColumn("is_drop", col("is_drop").and(col("span_until").leq(col("age_days_until"))));
    }

    private static Dataset<Row> byFollower(Dataset<Row> slices) {
        Column[] kindAndFollower = Stream.concat(Stream.of(KIND), Stream.of("follower"))
                .map(column -> col(column))
                .toArray(Column[]::new);
        return slices.groupBy(kindAndFollower)
                .agg(
                        count(lit(1)).as("spells"),
                        sum(col("risk").cast(EXACT)).cast("double").as("days"),
                        count_if(col("is_drop")).as("dropped"),
                        min(when(col("is_drop"), col("age_low"))).as("low"),
                        max(when(col("is_drop"), col("age_high"))).as("high"));
    }

    private static Dataset<Row> rated(Dataset<Row> followers) {
        Column squares = col("dd")
                .minus(HAZARD.multiply(2).multiply(col("dt")))
                .plus(HAZARD.multiply(HAZARD).multiply(col("tt")));
        Column accounts = col("followers");
        Column clustered = when(
                accounts.gt(1),
                sqrt(greatest(lit(0.0), col("squares").multiply(accounts).divide(accounts.minus(1)))));
        Column deviation = greatest(clustered, sqrt(DROPS)).divide(DROPS);
        Column reach = exp(deviation.multiply(NORMAL_95));
        return followers
                .groupBy(Stream.of(KIND).map(column -> col(column)).toArray(Column[]::new))
                .agg(
                        count(lit(1)).as("followers"),
                        sum("spells").as("spells"),
                        sum(col("days").cast(EXACT)).cast("double").as("days_at_risk"),
                        sum("dropped").as("drops"),
                        exactSum("dropped", "dropped").as("dd"),
                        exactSum("dropped", "days").as("dt"),
                        exactSum("days", "days").as("tt"),
                        min("low").as("drop_age_low"),
                        max("high").as("drop_age_high"))
                .withColumn("hazard", DROPS.divide(DAYS))
                .withColumn("squares", squares)
                .withColumn(
                        "hazard_low", when(DROPS.gt(0), HAZARD.divide(reach)).otherwise(lit(0.0)))
                .withColumn(
                        "hazard_high",
                        when(DROPS.gt(0), HAZARD.multiply(reach))
                                .otherwise(lit(NONE_SEEN).divide(DAYS)));
    }

    private static Column exactSum(String one, String other) {
        return sum(col(one).multiply(col(other)).cast(EXACT)).cast("double");
    }
}
