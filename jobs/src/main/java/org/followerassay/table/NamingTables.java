package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Ids and handles of followers, counted; no table here holds one of them. */
public final class NamingTables {
    private static final String PART = "list (all listed followers) or in lots";

    public static final Table ID_ORDER = Table.named("id_order")
            .oneRowPer("warehouse")
            .field("accounts", LongType, "accounts with a creation date, in weeks with at least five", "81300")
            .field("pairs", LongType, "pairs of neighbouring weeks", "512")
            .optional(
                    "rising_share", DoubleType, "share of the pairs in which the later week's ids are higher", "0.998")
            .field(
                    "sequential",
                    BooleanType,
                    "true if ids grow with time; false if not, or if it can't be told",
                    "true")
            .build();

    public static final Table ID_RUNS = Table.named("id_runs")
            .oneRowPer("account and part of its follower list, where ids grow with time")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("part", StringType, PART, "list")
            .field("known", LongType, "followers with a creation date", "9804")
            .field("pairs", LongType, "neighbours by id, no other known account of their week between", "412")
            .field("expected_pairs", DoubleType, "such pairs to be expected by chance", "31.5")
            .field("z", DoubleType, "pairs above expectation, in standard deviations of chance", "61.2")
            .field("runs", LongType, "runs that chance does not explain", "14")
            .field("run_followers", LongType, "followers in those runs", "398")
            .field("run_share", DoubleType, "those over known", "0.0406")
            .field("longest_run", LongType, "followers in the longest of them; 0 if there is none", "130")
            .sortedBy("account", "snapshot", "part")
            .build();

    public static final Table HANDLE_TEMPLATES = Table.named("handle_templates")
            .oneRowPer("account, part of its follower list and handle template that enough of them share")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("part", StringType, PART, "list")
            .key("template", StringType, "handles with each run of letters as a and each digit as 9", "a99999999")
            .field("known", LongType, "followers with a known handle", "9804")
            .field("followers", LongType, "those of them whose handle is built so", "4020")
            .field("share", DoubleType, "followers over known", "0.41")
            .field("share_low", DoubleType, "lower end of the 95 % Wilson interval of the share", "0.40")
            .optional(
                    "expected_share",
                    DoubleType,
                    "share of it in the other lists; for lots, among the account's other followers",
                    "0.06")
            .sortedBy("account", "snapshot", "part", "template")
            .build();

    public static final Table HANDLE_SHAPES = Table.named("handle_shapes")
            .oneRowPer("account and part of its follower list with known handles")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("part", StringType, PART, "list")
            .field("known", LongType, "followers with a known handle", "9804")
            .field("templates", LongType, "handle templates among them", "412")
            .field("entropy", DoubleType, "Shannon entropy of the templates, in bits", "4.9")
            .field("followers", LongType, "followers whose handle ends in five digits or more", "1210")
            .field("share", DoubleType, "those over known", "0.123")
            .field("share_low", DoubleType, "lower end of the 95 % Wilson interval of the share", "0.117")
            .field("share_high", DoubleType, "upper end of the 95 % Wilson interval of the share", "0.130")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("peers", LongType, "accounts of that tier with handles in such a part, this one among them", "37")
            .optional("peer_median", DoubleType, "median share among those peers", "0.08")
            .optional(
                    "peer_rank",
                    DoubleType,
                    "share of the other peers with a smaller share; null if there is none",
                    "0.96")
            .sortedBy("account", "snapshot", "part")
            .build();

    public static final List<Table> ALL = List.of(ID_ORDER, ID_RUNS, HANDLE_TEMPLATES, HANDLE_SHAPES);

    private NamingTables() {}
}
