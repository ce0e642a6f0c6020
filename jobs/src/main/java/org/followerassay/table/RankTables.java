package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Audiences by size beside audiences by quality. */
public final class RankTables {
    public static final Table AUDIENCE_RANK = Table.named("audience_rank")
            .oneRowPer("account and snapshot in which its follower list is in the export")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("tier", StringType, "size tier by followers listed: small, nano, micro, mid, macro, mega", "mid")
            .field("followers", LongType, "followers listed", "100204")
            .field(
                    "known_followers",
                    LongType,
                    "followers of whom the export says how many accounts they follow or are followed by",
                    "98011")
            .optional(
                    "attention",
                    DoubleType,
                    "attention-weighted audience: sum over followers of 1 / the accounts each follows, capped and trust-weighted; null where nothing is known of the followers",
                    "3410.2")
            .optional(
                    "audience_h",
                    LongType,
                    "largest h such that h followers have at least h followers themselves",
                    "212")
            .optional("effective_audience", DoubleType, "(sum of weights)^2 / sum of squared weights", "2100.7")
            .field("rank_by_followers", LongType, "rank by followers, 1 = most; ties share the better rank", "12")
            .optional("rank_by_attention", LongType, "rank by attention, 1 = most", "611")
            .optional("rank_by_audience_h", LongType, "rank by audience_h, 1 = most", "540")
            .optional("rank_by_effective_audience", LongType, "rank by effective_audience, 1 = most", "498")
            .optional(
                    "rank_change",
                    LongType,
                    "rank by followers less rank by attention: below 0 = quality ranks it lower",
                    "-599")
            .sortedBy("account", "snapshot")
            .build();

    public static final List<Table> ALL = List.of(AUDIENCE_RANK);

    private RankTables() {}
}
