package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;

/** Followers gained together, how many of them stayed, and whether those that a signature matched left sooner. */
public final class SpikeTables {
    public static final Table ARRIVAL_COHORTS = Table.named("arrival_cohorts")
            .oneRowPer("account, interval between two of its follower lists, and later list that shows who stayed")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("snapshot_before", TimestampType, "the list that lacks the cohort", "2026-04-10 00:00:00")
            .key("snapshot_after", TimestampType, "the list that first shows it", "2026-04-11 00:00:00")
            .key("snapshot_later", TimestampType, "the list that shows who is still there", "2026-06-01 00:00:00")
            .field("days", DoubleType, "days between the list that first shows it and the later one", "51.0")
            .field("arrived", LongType, "followers gained in the interval", "9980")
            .field("kept", LongType, "of these, followers in the later list", "2894")
            .field("gone", LongType, "of these, followers that are not in the later list", "7086")
            .field(
                    "usual",
                    DoubleType,
                    "followers that the account's other intervals of this length let expect",
                    "31.0")
            .field(
                    "burst",
                    BooleanType,
                    "true if the cohort is far above the account's own and everybody's growth",
                    "true")
            .field("peers", LongType, "other accounts with a cohort of like age in that later list", "41")
            .field("peer_arrived", LongType, "followers in the peers' cohorts", "4020")
            .field("peer_kept", LongType, "of these, followers in the later list", "3698")
            .optional(
                    "hazard_ratio", DoubleType, "rate of leaving over the peers' rate; null with too few peers", "14.9")
            .optional("hazard_low", DoubleType, "lower end of its 95 % interval", "13.2")
            .optional("hazard_high", DoubleType, "upper end of its 95 % interval", "16.8")
            .build();

    public static final Table FOLLOW_THROUGH = Table.named("follow_through")
            .oneRowPer("signature and size tier of the accounts whose followers were looked at again")
            .key("signature", StringType, "signature that matched the followers at other accounts", "shared audience")
            .key("tier", StringType, "size tier of the accounts, or all", "all")
            .field("accounts", LongType, "accounts with two lists to compare and a flagged follower", "18")
            .field("flagged", LongType, "followers in the earlier lists that match elsewhere", "2110")
            .field("flagged_vanished", LongType, "of these, followers missing from the later lists", "1203")
            .field("flagged_share", DoubleType, "the second over the first", "0.57")
            .field("flagged_low", DoubleType, "lower end of its 95 % Wilson interval", "0.55")
            .field("flagged_high", DoubleType, "upper end of its 95 % Wilson interval", "0.59")
            .field("unflagged", LongType, "comparable followers that match nowhere", "30111")
            .field("unflagged_vanished", LongType, "of these, followers missing from the later lists", "1054")
            .optional("unflagged_share", DoubleType, "the second over the first", "0.035")
            .optional("unflagged_low", DoubleType, "lower end of its 95 % Wilson interval", "0.033")
            .optional("unflagged_high", DoubleType, "upper end of its 95 % Wilson interval", "0.037")
            .field("enough", BooleanType, "false if there are too few of either kind for a ratio", "true")
            .optional("risk_ratio", DoubleType, "Mantel-Haenszel ratio of the risks to vanish", "16.1")
            .optional("risk_low", DoubleType, "lower end of its 95 % interval", "15.0")
            .optional("risk_high", DoubleType, "upper end of its 95 % interval", "17.3")
            .build();

    public static final List<Table> ALL = List.of(ARRIVAL_COHORTS, FOLLOW_THROUGH);

    private SpikeTables() {}
}
