package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** How audiences overlap among followers who follow as many accounts, and the pools that accounts share. */
public final class SharedTables {
    private static final String FROM_MEANING = "the stratum: followers of at least so many analysed accounts";
    private static final String TO_MEANING = "and of at most so many; null if there is no upper end";

    public static final Table FOLLOWER_STRATA = Table.named("follower_strata")
            .oneRowPer("stratum of followers who follow about as many analysed accounts")
            .key("followees_from", LongType, FROM_MEANING, "5")
            .optional("followees_to", LongType, TO_MEANING, "6")
            .field("followers", LongType, "followers in the stratum", "40312")
            .field("ties", LongType, "their ties to analysed accounts", "214017")
            .field(
                    "pair_ends",
                    LongType,
                    "Σ k (k - 1) over them, k being the analysed accounts that one follows",
                    "940211")
            .build();

    public static final Table SHARED_STRATA = Table.named("shared_strata")
            .oneRowPer("pair of accounts that share enough followers, and stratum of these followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account with the smaller id", "900000000000000001")
            .key("other_account", LongType, "the account with the larger id", "900000000000000007")
            .key("followees_from", LongType, FROM_MEANING, "5")
            .field("shared", LongType, "followers of both in the stratum", "7020")
            .field("shared_followers", LongType, "followers of both in all strata", "8112")
            .field("account_followers", LongType, "followers of the account that are compared", "21034")
            .field("other_followers", LongType, "followers of the other account that are compared", "25501")
            .sortedBy("account", "other_account", "followees_from")
            .build();

    public static final Table SHARED_CLUSTERS = Table.named("shared_clusters")
            .oneRowPer("account in a cluster of pairs that share more followers than chance and peers explain")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("vendor", LongType, "the cluster, named after its smallest account", "900000000000000001")
            .key("account", LongType, "account in the cluster", "900000000000000007")
            .field("accounts", LongType, "accounts in the cluster", "18")
            .build();

    public static final Table SHARED_POOL = Table.named("shared_pool")
            .oneRowPer("cluster and follower of more of its accounts than chance and interest explain")
            .key("vendor", LongType, "the cluster, named after its smallest account", "900000000000000001")
            .key("follower", LongType, "the follower", "900000000000000002")
            .field("inside", LongType, "accounts of the cluster that it follows", "5")
            .field("followees", LongType, "analysed accounts that it follows", "6")
            .field("observed", LongType, "followers of as many accounts, and of as many in the cluster", "7020")
            .field("expected", DoubleType, "such followers that chance and interest let expect", "1.9")
            .field("excess_share", DoubleType, "(observed - expected) / observed", "0.9997")
            .build();

    public static final List<Table> ALL = List.of(FOLLOWER_STRATA, SHARED_STRATA, SHARED_CLUSTERS, SHARED_POOL);

    private SharedTables() {}
}
