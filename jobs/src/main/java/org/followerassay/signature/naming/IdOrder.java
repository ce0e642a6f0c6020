package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.NamingTables.ID_ORDER;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Whether ids grow with time, which hashed ids do not.
 *
 * <p>The mean id of each week is compared with the week before: of ids that are given one after the other nearly all rise, of
 * hashes half. One shuffle of partial means by week; what follows is one row per week.
 */
public final class IdOrder implements Derivation {
    /** Accounts that make a week's mean mean something. */
    private static final int ENOUGH_ACCOUNTS = 5;

    /** Pairs of weeks; by chance all 12 rise once in 4,096 times, and nine tenths of any more less often still. */
    private static final int ENOUGH_PAIRS = 12;

    private static final double NEARLY_ALL = 0.9;

    @Override
    public String name() {
        return "order of ids";
    }

    @Override
    public Table output() {
        return ID_ORDER;
    }

    @Override
    public List<Table> inputs() {
        return DatedIds.READ;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column pairs = col("pairs");
        Dataset<Row> weeks = weeks(inputs);
        Dataset<Row> before = weeks.select(
                col("week").plus(expr("interval 7 days")).as("week"), col("id").as("before"));
        return weeks.join(before, new String[] {"week"}, "left")
                .agg(
                        coalesce(sum("accounts"), lit(0L)).as("accounts"),
                        count("before").as("pairs"),
                        count_if(col("id").gt(col("before"))).as("rising"))
                .withColumn("rising_share", when(pairs.gt(0), col("rising").divide(pairs)))
                .withColumn(
                        "sequential", pairs.geq(ENOUGH_PAIRS).and(col("rising").geq(pairs.multiply(NEARLY_ALL))));
    }

    /** One row per week with enough accounts: accounts, and their mean id, exact in any order. */
    private static Dataset<Row> weeks(Inputs inputs) {
        return DatedIds.of(inputs)
                .groupBy("week")
                .agg(
                        count(lit(1)).as("accounts"),
                        avg(col("id").cast("decimal(20,0)")).as("id"))
                .where(col("accounts").geq(ENOUGH_ACCOUNTS));
    }
}
