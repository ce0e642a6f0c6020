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

    private static final String BOUND = "its 95 % interval ends here; null where it reaches beyond the accounts";

    public static final Table BENCHMARKS = Table.named("benchmarks")
            .oneRowPer("size tier and measure, over the newest list of each account")
            .key("tier", StringType, "size tier by followers listed", "mid")
            .key("measure", StringType, "what is measured", "never_posted_share")
            .field("accounts", LongType, "accounts of the tier of which it is known", "140")
            .field("p10", DoubleType, "a tenth of the accounts lies at or below this value", "0.04")
            .optional("p10_low", DoubleType, BOUND, "0.03")
            .optional("p10_high", DoubleType, BOUND, "0.05")
            .field("p25", DoubleType, "a quarter lies at or below", "0.08")
            .optional("p25_low", DoubleType, BOUND, "0.06")
            .optional("p25_high", DoubleType, BOUND, "0.1")
            .field("p50", DoubleType, "half lies at or below", "0.14")
            .optional("p50_low", DoubleType, BOUND, "0.12")
            .optional("p50_high", DoubleType, BOUND, "0.17")
            .field("p75", DoubleType, "three quarters lie at or below", "0.24")
            .optional("p75_low", DoubleType, BOUND, "0.2")
            .optional("p75_high", DoubleType, BOUND, "0.28")
            .field("p90", DoubleType, "nine tenths lie at or below", "0.41")
            .optional("p90_low", DoubleType, BOUND, "0.36")
            .optional("p90_high", DoubleType, BOUND, "0.5")
            .build();

    public static final List<Table> ALL = List.of(COMPARISON, BENCHMARKS);

    private ReportTables() {}
}
