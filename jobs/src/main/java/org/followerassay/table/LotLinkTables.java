package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The same lot at several accounts. */
public final class LotLinkTables {
    public static final Table LOT_LINKS = Table.named("lot_links")
            .oneRowPer("pair of lots of two accounts that share followers, or days of creation, beyond chance")
            .key("account", LongType, "the account with the smaller id", "900000000000000001")
            .key("lot", LongType, "its lot", "1")
            .key("other_account", LongType, "the account with the larger id", "900000000000000007")
            .key("other_lot", LongType, "that account's lot", "2")
            .field("link", StringType, "what is beyond chance: followers, window, or followers and window", "followers")
            .field("followers", LongType, "followers in the first lot", "12431")
            .field("other_followers", LongType, "followers in the other lot", "9804")
            .field("shared_followers", LongType, "followers in both", "8112")
            .field("expected", DoubleType, "followers in both that chance lets expect", "3.1")
            .optional(
                    "window_share",
                    DoubleType,
                    "days in both ranges of creation over days in either; null if the ranges are not alike",
                    "0.95")
            .optional(
                    "window_chance",
                    DoubleType,
                    "lots, of all, that would have as many alike ones by chance, at most; null likewise",
                    "0.0008")
            .optional(
                    "vendor", LongType, "the cluster of accounts that both are in; null if none", "900000000000000001")
            .build();

    public static final List<Table> ALL = List.of(LOT_LINKS);

    private LotLinkTables() {}
}
