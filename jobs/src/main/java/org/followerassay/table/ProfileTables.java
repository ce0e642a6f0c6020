package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** What published rule sets say about audiences. */
public final class ProfileTables {
    public static final Table RULE_PRESETS = Table.named("rule_presets")
            .oneRowPer("published rule set and class that it sorts accounts into")
            .key("preset", StringType, "the rule set", "socialbakers")
            .key("class", StringType, "class of accounts, in the rule set's words; inactive is not bought", "inactive")
            .field("meaning", StringType, "when an account is in the class", "any of: has fewer than 3 posts; …")
            .field("ran", StringType, "yes, partly or no: whether this export tells enough", "partly")
            .optional("not_told", StringType, "signs that this export tells of nobody", "is in somebody's list")
            .field("left_out", StringType, "published parts that no export of profiles tells", "four of eight rules …")
            .field("source", StringType, "who published it, and when", "SocialBakers 2012 …")
            .build();

    public static final Table AUDIENCE_PRESETS = Table.named("audience_presets")
            .oneRowPer("account, published rule set and class of its followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("preset", StringType, "the rule set, as in rule_presets", "socialbakers")
            .key("class", StringType, "class of accounts, in the rule set's words; inactive is not bought", "inactive")
            .field("known", LongType, "followers whose profile tells all that the rule set reads here", "9804")
            .field("followers", LongType, "those of them in this class", "4020")
            .field("share", DoubleType, "followers over known", "0.41")
            .field("share_low", DoubleType, "lower end of the 95 % Wilson interval of the share", "0.40")
            .field("share_high", DoubleType, "upper end of the 95 % Wilson interval of the share", "0.42")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("peers", LongType, "accounts of that tier sorted by this rule set, this one among them", "37")
            .optional("peer_median", DoubleType, "median share among those peers", "0.17")
            .optional(
                    "peer_rank",
                    DoubleType,
                    "share of the other peers with a smaller share; null if there is none",
                    "0.96")
            .sortedBy("account", "snapshot", "preset", "class")
            .build();

    public static final List<Table> ALL = List.of(RULE_PRESETS, AUDIENCE_PRESETS);

    private ProfileTables() {}
}
