package org.followerassay.signature.lockstep;

import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CANDIDATES;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Windows of two accounts in which the same followers came to both, before anybody asks whether that is many. */
public final class LockstepCandidates implements Derivation {
    private final LockstepOptions options;

    public LockstepCandidates(LockstepOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lockstep candidates";
    }

    @Override
    public Table output() {
        return LOCKSTEP_CANDIDATES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DATED_TIES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return LockstepCrowds.inTimes(Crowds.candidates(options, DatedTies.of(inputs)));
    }
}
