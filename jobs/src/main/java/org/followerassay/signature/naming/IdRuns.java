package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.NamingTables.ID_ORDER;
import static org.followerassay.table.NamingTables.ID_RUNS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How many of a list's followers have ids that follow one another, with no other known account between.
 *
 * <p>Within each week of creation, all known accounts are sorted by id. Had a list its k followers of a week by chance among
 * the N accounts of that week, k(k−1)/N neighbouring pairs were to be expected, with the variance of the number of runs
 * (Wald and Wolfowitz 1940). A run of r followers stands out if the list would hold fewer than a thousandth of such a run by
 * chance: q^(r−1) per follower, where q is the list's share of the week's other accounts. Neighbours by rank need no unit of
 * distance, so that ids counted one by one and ids made of times are read alike.
 *
 * <p>Shuffles the profiles by account and by week, the ties by follower and by list and week. A week is sorted whole: of 10^9
 * accounts of 15 years, about 10^6 on average.
 */
public final class IdRuns implements Derivation {
    private final NamingOptions options;

    public IdRuns(NamingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "id runs";
    }

    @Override
    public Table output() {
        return ID_RUNS;
    }

    @Override
    public List<Table> inputs() {
        return Stream.of(DatedIds.READ, ListParts.READ, List.of(ID_ORDER))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> sequential = inputs.of(ID_ORDER).where("sequential").select("sequential");
        Dataset<Row> members = ListParts.of(inputs, options.lots())
                .join(ranked(DatedIds.of(inputs)).crossJoin(broadcast(sequential)), "follower");
        return perList(runs(members));
    }

    /** One row per account: follower, week, its rank by id in that week, and the accounts of that week. */
    private static Dataset<Row> ranked(Dataset<Row> ids) {
        WindowSpec week = Window.partitionBy("week");
        return ids.withColumn("rank", row_number().over(week.orderBy("id", "account")))
                .withColumn("accounts", count(lit(1)).over(week))
                .select(col("account").as("follower"), col("week"), col("rank"), col("accounts"));
    }

    /** One row per run, also of one: its length r, the list's k followers of that week, and the week's N accounts. */
    private static Dataset<Row> runs(Dataset<Row> members) {
        WindowSpec week = Window.partitionBy("snapshot", "account", "part", "week");
        return members.withColumn("island", col("rank").minus(row_number().over(week.orderBy("rank"))))
                .groupBy("snapshot", "account", "part", "week", "accounts", "island")
                .agg(count(lit(1)).as("r"))
                .withColumn("k", sum("r").over(week))
                .withColumn("known", sum("r").over(Window.partitionBy("snapshot", "account", "part")));
    }

    private Dataset<Row> perList(Dataset<Row> runs) {
        Column others = col("accounts").minus(col("r")).plus(1);
        Column share = col("k").minus(col("r")).plus(1).divide(others);
        Column chance = log10(col("known")).plus(col("r").minus(1).multiply(log10(share)));
        Column standsOut = col("r").geq(options.minRun()).and(chance.leq(Math.log10(options.chance())));
        return runs.withColumn("standing", when(standsOut, col("r")))
                .groupBy("snapshot", "account", "part", "known", "week", "accounts", "k")
                .agg(
                        sum(col("r").minus(1)).as("pairs"),
                        count("standing").as("runs"),
                        sum("standing").as("run_followers"),
                        max("standing").as("longest_run"))
                .groupBy("snapshot", "account", "part", "known")
                .agg(
                        sum("pairs").as("pairs"),
                        sum(expectedPairs()).cast("double").as("expected_pairs"),
                        sum(variance()).cast("double").as("variance"),
                        sum("runs").as("runs"),
                        sum("run_followers").as("run_followers"),
                        max("longest_run").as("longest_run"))
                .na()
                .fill(0, new String[] {"run_followers", "longest_run"})
                .withColumn("run_share", col("run_followers").divide(col("known")))
                .withColumn(
                        "z",
                        col("pairs")
                                .minus(col("expected_pairs"))
                                .divide(sqrt(col("variance").plus(1))));
    }

    /** As decimals, whose sum is the same in any order. */
    private static Column expectedPairs() {
        return col("k").multiply(col("k").minus(1)).divide(col("accounts")).cast("decimal(28,12)");
    }

    private static Column variance() {
        Column k = col("k").cast("double");
        Column n = col("accounts").cast("double");
        Column other = n.minus(k);
        Column variance = k.multiply(k.minus(1))
                .multiply(other)
                .multiply(other.plus(1))
                .divide(n.multiply(n).multiply(n.minus(1)));
        return when(n.gt(1), variance).otherwise(0).cast("decimal(28,12)");
    }
}
