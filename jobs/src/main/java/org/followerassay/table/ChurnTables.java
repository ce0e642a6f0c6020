package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Who followed, who left, between which snapshots, and who makes a habit of it. */
public final class ChurnTables {
    public static final Table SNAPSHOT_PAIRS = Table.named("snapshot_pairs")
            .oneRowPer("list and two neighbouring snapshots of it")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("listed_before", LongType, "ties listed in the earlier", "1003")
            .field("listed_after", LongType, "ties listed in the later", "1010")
            .field("usable", BooleanType, "true if both lists are complete, so that an absent tie is a change", "true")
            .optional("reason", StringType, "why the pair is not usable", "the later list is not complete")
            .build();

    public static final Table FOLLOW_CHANGES = Table.named("follow_changes")
            .oneRowPer("change of one tie")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("earliest", TimestampType, "earliest possible time of the change, UTC", "2026-09-30 00:00:00")
            .key("change", StringType, "follow or unfollow", "unfollow")
            .field("latest", TimestampType, "latest possible time of the change, UTC", "2026-10-31 00:00:00")
            .field("source", StringType, "inferred (from two snapshots) or observed (dated by the export)", "inferred")
            .optional("snapshot_before", TimestampType, "the snapshot before an inferred change", "2026-09-30 00:00:00")
            .optional("snapshot_after", TimestampType, "the snapshot after an inferred change", "2026-10-31 00:00:00")
            .sortedBy("followee", "earliest", "follower", "change")
            .build();

    public static final Table CHURN = Table.named("churn")
            .oneRowPer("list and pair of neighbouring snapshots that can be compared")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("listed_before", LongType, "ties in the earlier", "1003")
            .field("gained", LongType, "ties only in the later", "19")
            .field("lost", LongType, "ties only in the earlier", "12")
            .field("kept", LongType, "ties in both", "991")
            .field("net", LongType, "gained less lost", "7")
            .optional("churn_rate", DoubleType, "lost over ties in the earlier; null where that is 0", "0.012")
            .build();

    public static final Table MASS_FOLLOWERS = Table.named("mass_followers")
            .oneRowPer("account that followed many and unfollowed most of them")
            .key("account", LongType, "the account that follows", "900000000000000001")
            .field("snapshot_peak", TimestampType, "snapshot with the most followees", "2026-02-01 00:00:00")
            .field("snapshot_last", TimestampType, "last snapshot after the peak", "2026-05-01 00:00:00")
            .field("followees_peak", LongType, "followees at the peak", "150311")
            .field("followees_last", LongType, "followees in the last snapshot", "10")
            .field("drop_share", DoubleType, "1 - last / peak", "0.9999")
            .optional(
                    "followers_before", LongType, "followers in the first complete list; null if none is known", "300")
            .optional("followers_peak", LongType, "followers in the newest complete list up to the peak", "98000")
            .optional("followers_last", LongType, "followers in the newest complete list after the peak", "66000")
            .optional(
                    "kept_share",
                    DoubleType,
                    "followers gained up to the peak that are still there; null if none",
                    "0.67")
            .field("unfollowed_mutual", LongType, "unfollowed accounts that had followed back", "61000")
            .build();

    public static final Table FOLLOW_BACK_RESIDUE = Table.named("follow_back_residue")
            .oneRowPer("account and snapshot with enough followers whose own ties are in the export")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .field("measured", LongType, "followers with an overlap index", "9100")
            .field("mean_overlap", DoubleType, "mean overlap index of those followers", "0.81")
            .field("follow_backers", LongType, "followers whose overlap index is above the threshold", "6550")
            .field("follow_backers_share", DoubleType, "follow-backers over measured", "0.72")
            .field("peers", LongType, "accounts of similar size that were measured, this one left out", "41")
            .optional("peer_median", DoubleType, "median share of follow-backers among those peers", "0.09")
            .optional("z", DoubleType, "share above the peers' median, in robust standard deviations", "11.2")
            .sortedBy("account", "snapshot")
            .build();

    public static final List<Table> ALL =
            List.of(SNAPSHOT_PAIRS, FOLLOW_CHANGES, CHURN, MASS_FOLLOWERS, FOLLOW_BACK_RESIDUE);

    private ChurnTables() {}
}
