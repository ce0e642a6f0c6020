package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** Whether followers that a signature matched left sooner than comparable ones. */
public final class FollowThroughTables {
    public static final Table FOLLOW_THROUGH_STRATA = Table.named("follow_through_strata")
            .oneRowPer("signature, account and group of its followers that are alike but for the match")
            .key("signature", StringType, "signature that matched followers at other accounts", "shared audience")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("list_part", LongType, "tenth of its list by order of arrival, oldest = 0; -1 without an order", "7")
            .key("created_year", LongType, "year in which they were created; 0 if unknown", "2014")
            .key("doubling", LongType, "other lists that show them, as the power of two not above", "1")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("flagged", LongType, "of these, followers that match elsewhere", "210")
            .field("flagged_vanished", LongType, "of the flagged, followers missing from the next list", "120")
            .field("unflagged", LongType, "of these, followers that match no signature elsewhere", "311")
            .field("unflagged_vanished", LongType, "of the unflagged, followers missing from the next list", "11")
            .build();

    public static final Table FOLLOW_THROUGH = Table.named("follow_through")
            .oneRowPer("signature and size tier of the accounts whose followers were looked at again")
            .key("signature", StringType, "signature that matched the followers at other accounts", "shared audience")
            .key("tier", StringType, "size tier of the accounts, or all", "all")
            .field("accounts", LongType, "accounts with flagged followers and comparable unflagged ones", "18")
            .field("flagged", LongType, "followers in the earlier lists that match elsewhere", "2110")
            .field("flagged_vanished", LongType, "of these, followers missing from the next lists", "1203")
            .field("flagged_share", DoubleType, "the second over the first", "0.57")
            .field("flagged_low", DoubleType, "lower end of its 95 % Wilson interval", "0.55")
            .field("flagged_high", DoubleType, "upper end of its 95 % Wilson interval", "0.59")
            .field("unflagged", LongType, "comparable followers that match nowhere else", "30111")
            .field("unflagged_vanished", LongType, "of these, followers missing from the next lists", "1054")
            .field("unflagged_share", DoubleType, "the second over the first", "0.035")
            .field("unflagged_low", DoubleType, "lower end of its 95 % Wilson interval", "0.033")
            .field("unflagged_high", DoubleType, "upper end of its 95 % Wilson interval", "0.037")
            .field("enough_data", BooleanType, "false if there are too few of either kind for a ratio", "true")
            .optional(
                    "risk_ratio",
                    DoubleType,
                    "risk to vanish over that of unflagged followers of the same groups (Mantel and Haenszel); null"
                            + " without enough data, or if none of either kind vanished",
                    "16.1")
            .optional("risk_low", DoubleType, "lower end of its 95 % interval", "15.0")
            .optional("risk_high", DoubleType, "upper end of its 95 % interval", "17.3")
            .build();

    public static final List<Table> ALL = List.of(FOLLOW_THROUGH_STRATA, FOLLOW_THROUGH);

    private FollowThroughTables() {}
}
