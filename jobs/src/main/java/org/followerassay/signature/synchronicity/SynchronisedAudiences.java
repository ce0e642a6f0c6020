package org.followerassay.signature.synchronicity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SynchronicityTables.SYNCHRONICITY;
import static org.followerassay.table.SynchronicityTables.SYNCHRONISED_AUDIENCES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Accounts of whose followers more are synchronised than of all other accounts' together.
 *
 * <p>Expected are as many of the measured followers as of those of the other lists, half a synchronised one added. One
 * shuffle of the ties of measured followers by follower, partial counts by account and number of followees.
 */
public final class SynchronisedAudiences implements Derivation {
    private final SynchronicityOptions options;

    public SynchronisedAudiences(SynchronicityOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "synchronised audiences";
    }

    @Override
    public Table output() {
        return SYNCHRONISED_AUDIENCES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, SYNCHRONICITY);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> accounts = DegreeCells.ties(inputs)
                .select("snapshot", "account", "listed", "follower")
                .join(inputs.of(SYNCHRONICITY).select("follower", "followees", "synchronised"), "follower")
                .groupBy("snapshot", "account", "listed", "followees")
                .agg(count(lit(1)).as("measured"), count_if(col("synchronised")).as("alike"))
                .groupBy("snapshot", "account", "listed")
                .agg(
                        sum("measured").as("measured"),
                        sum("alike").as("synchronised_followers"),
                        max("alike").as("with_most"),
                        max_by(col("followees"), struct("alike", "followees")).as("most_followees"));
        return standingOut(accounts);
    }

    private Dataset<Row> standingOut(Dataset<Row> accounts) {
        Dataset<Row> all = accounts.agg(
                sum("measured").as("measured_in_all"),
                sum("synchronised_followers").as("synchronised_in_all"));
        Column elsewhere =
                col("synchronised_in_all").minus(col("synchronised_followers")).plus(0.5);
        Column others = greatest(col("measured_in_all").minus(col("measured")), lit(1L));
        return accounts.where(col("synchronised_followers").geq(options.minFollowers()))
                .crossJoin(broadcast(all))
                .withColumn("expected", col("measured").multiply(elsewhere).divide(others))
                .withColumn("lift", col("synchronised_followers").divide(col("expected")))
                .withColumn(
                        "z",
                        col("synchronised_followers")
                                .minus(col("expected"))
                                .divide(sqrt(col("expected").plus(1))))
                .where(col("lift").geq(options.minLift()).and(col("z").geq(options.minZ())));
    }
}
