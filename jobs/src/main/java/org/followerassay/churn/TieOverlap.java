package org.followerassay.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.FOLLOW_EPISODES;
import static org.followerassay.table.ChurnTables.LIST_LOSSES;
import static org.followerassay.table.ChurnTables.TIE_OVERLAP;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Hazards;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How many accounts stood between both ends of a new tie when it was first seen: followed by the follower, following the followee.
 *
 * <p>At the snapshot that first shows the tie and not later, or ties that last would seem to have more for having lasted. Known where
 * that snapshot holds both lists, whole; those of accounts that follow very many are left out, for each of their ties costs
 * as many rows as they follow, and of more ties than can be looked at, a part is drawn by a hash of their ends. Two joins of
 * ties with the rows of such lists.
 */
final class TieOverlap implements Derivation {
    private static final String[] NEW_TIE = {"follower", "followee", "earliest", "snapshot"};
    private static final long HASHES = 1L << 20;

    private final Hazards options;

    TieOverlap(Hazards options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "tie overlap";
    }

    @Override
    public Table output() {
        return TIE_OVERLAP;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_EPISODES, LIST_LOSSES, FOLLOWS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = inputs.of(LIST_LOSSES);
        Column few = col("listed_after").leq(options.followeesMax());
        Dataset<Row> asked = drawn(inputs)
                .join(lists(lists.where(few), "followees", "follower"), new String[] {"follower", "snapshot"})
                .join(lists(lists, "followers", "followee"), new String[] {"followee", "snapshot"})
                .select("follower", "followee", "earliest", "snapshot");
        Dataset<Row> follows = inputs.of(FOLLOWS).select("snapshot", "follower", "followee");
        Dataset<Row> followed = follows.withColumnRenamed("followee", "between");
        Dataset<Row> following = follows.withColumnRenamed("follower", "between");
        Dataset<Row> counted = asked.join(followed, new String[] {"follower", "snapshot"})
                .join(following, new String[] {"followee", "snapshot", "between"})
                .groupBy("follower", "followee", "earliest", "snapshot")
                .agg(countDistinct("between").as("common_neighbours"));
        return asked.join(counted, NEW_TIE, "left")
                .withColumn("common_neighbours", coalesce(col("common_neighbours"), lit(0L)));
    }

    /** New ties with the snapshot that first shows them; as many as can be looked at. */
    private Dataset<Row> drawn(Inputs inputs) {
        long ties = Math.max(1, inputs.rows(FOLLOW_EPISODES));
        long hashes = (long) Math.min(HASHES, (double) HASHES * options.tiesMax() / ties);
        return inputs.of(FOLLOW_EPISODES)
                .where(col("snapshot_after").isNotNull())
                .where(pmod(xxhash64(col("follower"), col("followee")), lit(HASHES))
                        .lt(hashes))
                .select(
                        col("follower"),
                        col("followee"),
                        col("earliest"),
                        col("snapshot_after").as("snapshot"));
    }

    private static Dataset<Row> lists(Dataset<Row> lists, String direction, String owner) {
        return lists.where(col("direction").equalTo(direction))
                .select(col("account").as(owner), col("snapshot_after").as("snapshot"))
                .distinct();
    }
}
