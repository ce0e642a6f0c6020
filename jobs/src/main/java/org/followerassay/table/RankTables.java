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
    private static final String MEASURE =
            "followers, quality, attention, audience_h, effective_audience, reciprocity_adjusted, tunkrank or pagerank";
    private static final String TIER_OR_ALL = "size tier by followers listed, or all";

    public static final Table AUDIENCE_RANK = Table.named("audience_rank")
            .oneRowPer("account and snapshot in which its follower list is in the export")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("tier", StringType, "size tier by followers listed: small, nano, micro, mid, macro, mega", "mid")
            .field("followers", LongType, "followers listed", "100204")
            .field(
                    "known_followers",
                    LongType,
                    "followers of whom the export says how many accounts they follow: those that attention is a sum over",
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

    public static final Table PROPAGATED_SCORES = Table.named("propagated_scores")
            .oneRowPer("account and snapshot in which its follower list is in the export")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("overlaps_known", LongType, "followers of whom the export shows enough ties, both ways", "88012")
            .optional(
                    "reciprocity_adjusted",
                    LongType,
                    "followers less those that follow back as a habit (overlap index above 0.8); null where no overlap is known",
                    "91044")
            .optional(
                    "tunkrank",
                    DoubleType,
                    "sum over followers of (1 + 0.05 their own tunkrank) / the accounts each follows, capped; null where that is unknown of all",
                    "3522.1")
            .optional(
                    "pagerank",
                    DoubleType,
                    "0.15 + 0.85 of the sum over followers of their own pagerank / the accounts each follows, capped",
                    "1210.4")
            .sortedBy("account", "snapshot")
            .build();

    public static final Table QUALITY_RANKS = Table.named("quality_ranks")
            .oneRowPer("account, snapshot and measure that it has")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .key("measure", StringType, MEASURE, "attention")
            .field("tier", StringType, "size tier by followers listed", "mid")
            .field("followers", LongType, "followers listed", "100204")
            .field(
                    "value",
                    DoubleType,
                    "the measured value; of quality, the accounts that are placed no better by attention and audience_h",
                    "3410.2")
            .field(
                    "rank",
                    LongType,
                    "rank among all that have the measure, 1 = most; ties share the better rank",
                    "611")
            .field("tier_rank", LongType, "rank within the tier", "40")
            .field("tier_rank_by_followers", LongType, "rank by followers within the tier", "12")
            .field("tier_accounts", LongType, "accounts of the tier that have the measure", "140")
            .field(
                    "rise_share",
                    DoubleType,
                    "ranks gained against the count, over the accounts of the tier: below 0 = quality ranks it lower",
                    "-0.2")
            .sortedBy("account", "snapshot", "measure")
            .build();

    public static final Table RANK_AGREEMENT = Table.named("rank_agreement")
            .oneRowPer("tier, and all together, and measure of quality")
            .key("tier", StringType, TIER_OR_ALL, "mid")
            .key("measure", StringType, MEASURE, "attention")
            .field("accounts", LongType, "accounts that have the measure", "140")
            .optional(
                    "kendall_tau",
                    DoubleType,
                    "Kendall's tau b of the orders by count and by the measure: 1 = the same; null where one has no order",
                    "0.61")
            .field("concordant_pairs", LongType, "pairs of accounts that both order alike", "7810")
            .field("discordant_pairs", LongType, "pairs of accounts that they order otherwise", "1890")
            .field("risers", LongType, "accounts that rise by a quarter of their tier or more", "9")
            .field("fallers", LongType, "accounts that fall by a quarter of their tier or more", "11")
            .build();

    public static final Table RANK_MOVERS = Table.named("rank_movers")
            .oneRowPer("tier, measure, movement and place in the list of those who move farthest")
            .key("tier", StringType, "size tier by followers listed", "mid")
            .key("measure", StringType, MEASURE, "attention")
            .key("movement", StringType, "riser: better by the measure than by count; faller: worse", "faller")
            .key("place", LongType, "1 = moves farthest", "1")
            .field("account", LongType, "the account", "900000000000000001")
            .field("followers", LongType, "followers listed", "100204")
            .field("value", DoubleType, "the measured value", "12.2")
            .field("tier_rank", LongType, "rank within the tier", "139")
            .field("tier_rank_by_followers", LongType, "rank by followers within the tier", "12")
            .field("rise_share", DoubleType, "ranks gained over the accounts of the tier", "-0.907142857")
            .build();

    public static final Table COST_TO_GAME = Table.named("cost_to_game")
            .oneRowPer("tier, and all together, measure, and kind of bought followers")
            .key("tier", StringType, TIER_OR_ALL, "mid")
            .key("measure", StringType, MEASURE, "attention")
            .key("bought_followees", LongType, "assumed: accounts that a bought follower follows", "2000")
            .key("recognised_share", DoubleType, "assumed: share of them that a signature matches", "0.95")
            .field("accounts", LongType, "accounts that have the measure", "140")
            .field("climbers", LongType, "those with ten ranks to gain", "138")
            .optional(
                    "bought_median",
                    LongType,
                    "bought followers that lift an account ten ranks, median of the climbers; null where no number lifts half of them",
                    "5200")
            .optional("price_median", DoubleType, "their price in dollars, at the assumed list price", "52")
            .field("lift_1000", DoubleType, "ranks gained by 1,000 bought followers, mean of the accounts", "2.1")
            .field("lift_10000", DoubleType, "ranks gained by 10,000", "18.9")
            .field("lift_100000", DoubleType, "ranks gained by 100,000", "70.3")
            .optional(
                    "share_of_count_lift",
                    DoubleType,
                    "lift_100000 over that of the count; null where the count gains none",
                    "0.04")
            .build();

    public static final List<Table> ALL =
            List.of(AUDIENCE_RANK, PROPAGATED_SCORES, QUALITY_RANKS, RANK_AGREEMENT, RANK_MOVERS, COST_TO_GAME);

    private RankTables() {}
}
