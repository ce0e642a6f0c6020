package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** What reports are made of. */
public final class ReportTables {
    public static final Table COMPARISON = Table.named("comparison")
            .oneRowPer("account and measure, over every account with a follower list")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .key("measure", StringType, "what is measured", "lot_followers_share")
            .optional("value", DoubleType, "the measured value; null where the data cannot say", "0.138")
            .optional("low", DoubleType, "lower bound", "0.121")
            .optional("high", DoubleType, "upper bound", "0.141")
            .field(
                    "note",
                    StringType,
                    "why there is no value, or how to read it; empty if neither",
                    "no creation dates")
            .field("followers", LongType, "followers listed", "100204")
            .sortedBy("account", "snapshot", "measure")
            .build();

    public static final List<Table> ALL = List.of(COMPARISON);

    private ReportTables() {}
}
