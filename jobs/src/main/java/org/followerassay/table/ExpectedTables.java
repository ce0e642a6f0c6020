package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** How many followers accounts of one kind have. */
public final class ExpectedTables {
    public static final Table EXPECTED_FOLLOWERS = Table.named("expected_followers")
            .oneRowPer("account with a follower list and enough accounts like it")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("followers", LongType, "its followers, as stated, or else as listed", "88000")
            .field("likeness", StringType, "what the compared accounts have in common", "age, posts and followees")
            .field("peers", LongType, "other accounts of the export with that in common", "312")
            .field("expected", DoubleType, "median of their followers", "640")
            .field("expected_low", DoubleType, "followers that a tenth of them stays below", "190")
            .field("expected_high", DoubleType, "followers that a tenth of them exceeds", "4300")
            .field("times", DoubleType, "followers over the upper end of that range", "20.5")
            .field(
                    "z",
                    DoubleType,
                    "log of followers above the log of the median, over the deviation that the range's upper end stands for",
                    "3.3")
            .sortedBy("account", "snapshot")
            .build();

    public static final List<Table> ALL = List.of(EXPECTED_FOLLOWERS);

    private ExpectedTables() {}
}
