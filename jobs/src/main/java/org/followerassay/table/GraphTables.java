package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** What the ties of one snapshot say by themselves. */
public final class GraphTables {
    public static final Table DEGREES = Table.named("degrees")
            .oneRowPer("account and snapshot in which it has a tie")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("followers", LongType, "accounts that follow it, in the export", "1003")
            .field("followees", LongType, "accounts that it follows, in the export", "350")
            .field("mutual", LongType, "accounts that it follows and that follow it", "120")
            .optional(
                    "overlap_index",
                    DoubleType,
                    "mutual over the smaller of followers and followees; null where that is 0",
                    "0.342857143")
            .sortedBy("account", "snapshot")
            .build();

    public static final Table DEGREE_DISTRIBUTION = Table.named("degree_distribution")
            .oneRowPer("snapshot, direction and number of ties")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("direction", StringType, "followers or followees", "followers")
            .key("ties", LongType, "ties in that direction", "20")
            .field("accounts", LongType, "accounts with exactly so many", "3171")
            .build();

    public static final Table GRAPH_FACTS = Table.named("graph_facts")
            .oneRowPer("snapshot")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .field("accounts", LongType, "accounts with at least one tie", "75879")
            .field("ties", LongType, "ties, self ties and repeats left out", "508837")
            .field("followed_accounts", LongType, "accounts with at least one follower", "51957")
            .field("following_accounts", LongType, "accounts that follow at least one other", "60341")
            .field("connected_pairs", LongType, "unordered pairs with a tie in at least one direction", "405740")
            .field("mutual_pairs", LongType, "unordered pairs with a tie in both directions", "103097")
            .field("pair_reciprocity", DoubleType, "mutual pairs over connected pairs", "0.254096")
            .field("tie_reciprocity", DoubleType, "ties that are returned over all ties", "0.405226")
            .build();

    public static final List<Table> ALL = List.of(DEGREES, DEGREE_DISTRIBUTION, GRAPH_FACTS);

    private GraphTables() {}
}
