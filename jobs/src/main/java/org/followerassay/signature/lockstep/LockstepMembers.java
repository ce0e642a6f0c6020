package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CROWDS;
import static org.followerassay.table.LockstepTables.LOCKSTEP_MEMBERS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Ties that arrived with a crowd, and the group that the crowd belongs to.
 *
 * <p>One self-join of the dated ties by follower, as for the crowds; groups are found when the step is planned, from the crowds.
 */
public final class LockstepMembers implements Derivation {
    private final LockstepOptions options;

    public LockstepMembers(LockstepOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lockstep members";
    }

    @Override
    public Table output() {
        return LOCKSTEP_MEMBERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DATED_TIES, LOCKSTEP_CROWDS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> crowds = LinkedCrowds.of(LockstepCrowds.inSeconds(inputs.of(LOCKSTEP_CROWDS)))
                .withColumn("excess_share", lit(1).minus(col("expected").divide(col("followers"))))
                .select("account", "other_account", "from", "other_from", "length", "excess_share", "lockstep_group");
        return Crowds.members(options, DatedTies.of(inputs), broadcast(crowds))
                .groupBy("account", "follower", "lockstep_group")
                .agg(max("excess_share").as("excess_share"), min("at").as("at"))
                .withColumn("arrived_at", timestamp_seconds(col("at")));
    }

    /** The clearest crowd of each tie: account, follower, excess_share, found_in. */
    static Dataset<Row> ties(Dataset<Row> members) {
        return members.groupBy("account", "follower")
                .agg(max(struct(col("excess_share"), inGroup().as("found_in"))).as("most"))
                .select("account", "follower", "most.*");
    }

    /** The name of a member's group. */
    static Column inGroup() {
        return concat(lit("group "), col("lockstep_group"));
    }

    /** The group that most of an account's members are in: account, lockstep_group. */
    static Dataset<Row> mainGroup(Dataset<Row> members) {
        return members.groupBy("account", "lockstep_group")
                .agg(count(lit(1)).as("ties"))
                .groupBy("account")
                .agg(max(struct(col("ties"), col("lockstep_group").multiply(-1).as("minus")))
                        .as("most"))
                .select(col("account"), col("most.minus").multiply(-1).as("lockstep_group"));
    }
}
