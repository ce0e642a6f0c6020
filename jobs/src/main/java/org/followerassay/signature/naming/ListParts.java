package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.LOTS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.lots.LotMembers;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.table.Table;

/** A follower list as a whole, and once more what of it lies in lots. */
final class ListParts {
    static final String LIST = "list";
    static final String IN_LOTS = "in lots";

    static final List<Table> READ = List.of(FOLLOWS, COVERAGE, ARRIVALS, LOTS);

    /** One row per tie and part that holds it: snapshot, account, part, follower. */
    static Dataset<Row> of(Inputs inputs, LotOptions options) {
        Dataset<Row> whole = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .select("snapshot", "account", "follower")
                .withColumn("part", lit(LIST));
        Dataset<Row> inLots = LotMembers.of(options, inputs.of(ARRIVALS), inputs.of(LOTS))
                .select("snapshot", "account", "follower")
                .withColumn("part", lit(IN_LOTS));
        return whole.unionByName(inLots);
    }

    private ListParts() {}
}
