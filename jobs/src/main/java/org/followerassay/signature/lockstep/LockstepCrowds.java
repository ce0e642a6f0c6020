package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CANDIDATES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CROWDS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Crowds that the arrivals around them do not explain. */
public final class LockstepCrowds implements Derivation {
    private final LockstepOptions options;

    public LockstepCrowds(LockstepOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lockstep crowds";
    }

    @Override
    public Table output() {
        return LOCKSTEP_CROWDS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DATED_TIES, LOCKSTEP_CANDIDATES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inTimes(Crowds.standingOut(options, beforeThresholds(inputs)));
    }

    Dataset<Row> beforeThresholds(Inputs inputs) {
        return Crowds.of(options, DatedTies.of(inputs), inSeconds(inputs.of(LOCKSTEP_CANDIDATES)));
    }

    /** Rows with windows as times, as {@link Crowds} reads them. */
    static Dataset<Row> inSeconds(Dataset<Row> crowds) {
        return crowds.withColumn("from", unix_seconds(col("arrived_from")))
                .withColumn("other_from", unix_seconds(col("other_from")))
                .withColumn("length", col("window_hours").multiply(Windows.HOUR))
                .drop("arrived_from", "window_hours");
    }

    static Dataset<Row> inTimes(Dataset<Row> crowds) {
        return crowds.withColumn("arrived_from", timestamp_seconds(col("from")))
                .withColumn("other_from", timestamp_seconds(col("other_from")))
                .withColumn("window_hours", col("length").divide(Windows.HOUR).cast(LongType));
    }
}
