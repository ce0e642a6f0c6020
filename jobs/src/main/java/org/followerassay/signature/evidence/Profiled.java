package org.followerassay.signature.evidence;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** What a signature says of followers whose profiles are compared with those of others: see {@link ProfileContrasts}. */
public interface Profiled {
    /** The name in findings and comparisons. */
    String signature();

    /** All that decides who they are besides {@link #profiledFrom}. */
    Record options();

    /** The tables that {@link #profiled} reads. */
    List<Table> profiledFrom();

    /**
     * The followers whose profiles are compared, before any tier.
     *
     * @return account, follower, found_in (the group that the follower is in, in words); a follower may be in several
     */
    Dataset<Row> profiled(Inputs inputs);

    /** True if the same groups are found at several accounts, and are to be compared as a whole, too. */
    default boolean inGroups() {
        return false;
    }
}
