package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.LockstepTables.LOCKSTEP_GROUPS;
import static org.followerassay.table.LockstepTables.LOCKSTEP_MEMBERS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Groups of followers that came to several accounts at the same times.
 *
 * <p>A group is an [n, m, Δt]-core in CopyCatch's sense with two pages required of each member: every account has a crowd of
 * at least n of its followers within Δt, every follower is in the crowds of at least two accounts. CopyCatch's ρ (the share
 * of the pages that each member liked) is reported and not required, since a seller deals its accounts out among customers.
 */
public final class LockstepGroups implements Derivation {
    @Override
    public String name() {
        return "lockstep groups";
    }

    @Override
    public Table output() {
        return LOCKSTEP_GROUPS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LOCKSTEP_MEMBERS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        // Shares are added as decimals: the sum of doubles depends on their order.
        return inputs.of(LOCKSTEP_MEMBERS)
                .withColumn(
                        "explained",
                        round(lit(1).minus(col("excess_share")), 6).cast(DataTypes.createDecimalType(10, 6)))
                .groupBy("lockstep_group")
                .agg(
                        count_distinct(col("follower")).as("followers"),
                        count_distinct(col("account")).as("accounts"),
                        count(lit(1)).as("ties"),
                        sum("explained").cast("double").as("expected"),
                        min("arrived_at").as("arrived_from"),
                        max("arrived_at").as("arrived_to"))
                .withColumn("filled_share", col("ties").divide(col("followers").multiply(col("accounts"))));
    }
}
