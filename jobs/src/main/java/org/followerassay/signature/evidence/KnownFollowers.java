package org.followerassay.signature.evidence;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.LockstepTables.DATED_TIES;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Who is known to follow an account: its newest list, and those besides whom events date to a day or better, without those who are
 * known to have left.
 */
final class KnownFollowers {
    static final List<Table> INPUTS = List.of(FOLLOWS, COVERAGE, FOLLOW_EVENTS, DATED_TIES);

    /**
     * One row per tie: account, follower. No shuffle but for that of the lists, unless there are events.
     */
    static Dataset<Row> of(Inputs inputs) {
        Dataset<Row> listed = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .select("account", "follower");
        return inputs.rows(FOLLOW_EVENTS) == 0
                ? listed
                : listed.unionByName(inputs.of(DATED_TIES).select("account", "follower"))
                        .distinct();
    }

    private KnownFollowers() {}
}
