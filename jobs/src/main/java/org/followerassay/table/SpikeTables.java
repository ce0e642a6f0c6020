package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;

/** Followers that were gained together, and how many of them stayed. */
public final class SpikeTables {
    public static final Table ARRIVAL_COHORTS = Table.named("arrival_cohorts")
            .oneRowPer("account, interval in which followers came, and last list that shows them")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("snapshot_before", TimestampType, "the list that lacks them", "2026-04-10 00:00:00")
            .key("snapshot_after", TimestampType, "the list that first shows them", "2026-04-11 00:00:00")
            .key("last_seen", TimestampType, "the last list that shows them without a gap", "2026-05-31 00:00:00")
            .optional(
                    "gone_by",
                    TimestampType,
                    "the list after it, which lacks them; null if there is none",
                    "2026-06-01 00:00:00")
            .field("followers", LongType, "followers with these intervals", "204")
            .build();

    public static final Table GROWTH_INTERVALS = Table.named("growth_intervals")
            .oneRowPer("account and interval between two neighbouring complete follower lists")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("snapshot_before", TimestampType, "the earlier list", "2026-04-10 00:00:00")
            .key("snapshot_after", TimestampType, "the later list", "2026-04-11 00:00:00")
            .field("days", DoubleType, "days between the two", "1.0")
            .field("gained", LongType, "followers in the later list only", "9980")
            .field(
                    "usual",
                    DoubleType,
                    "followers that the account's median rate, and what everybody gained then, let expect",
                    "31.0")
            .field("growth", DoubleType, "ln((gained + 1) / (usual + 1))", "5.74")
            .field(
                    "deviation",
                    DoubleType,
                    "the account's or its peers' median distance from 0 of growth, the larger",
                    "0.3")
            .field("burst", BooleanType, "true if growth is many deviations above 0", "true")
            .build();

    public static final Table BURST_DECAY = Table.named("burst_decay")
            .oneRowPer("burst of arrivals and later span between two lists, spans doubling in lists")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("snapshot_before", TimestampType, "the list that lacks the cohort", "2026-04-10 00:00:00")
            .key("snapshot_after", TimestampType, "the list that first shows it", "2026-04-11 00:00:00")
            .key("snapshot_later", TimestampType, "the list that ends the span", "2026-06-01 00:00:00")
            .field("gained", LongType, "followers in the cohort", "9980")
            .field("usual", DoubleType, "followers that were to be expected in that interval", "31.0")
            .field("at_risk", LongType, "of the cohort, followers still there when the span begins", "4100")
            .field("gone", LongType, "of these, followers that a list of the span lacks", "1206")
            .field(
                    "exposure_days",
                    DoubleType,
                    "days that they were followers within the span, those who left counted for half of it",
                    "104910.0")
            .field("peers", LongType, "other accounts with a cohort of like age in lists of that day", "41")
            .field("peer_gone", LongType, "followers that the peers' cohorts lost in such spans", "322")
            .field("peer_exposure_days", DoubleType, "days that those were followers", "122000.0")
            .field(
                    "enough_data",
                    BooleanType,
                    "true if there are peers and leavers enough up to here for a ratio to mean anything",
                    "true")
            .optional("expected_gone", DoubleType, "leavers up to here if they had left as the peers' did", "475.0")
            .optional("hazard_ratio", DoubleType, "rate of leaving up to here over the peers' rate", "14.9")
            .optional("hazard_low", DoubleType, "lower end of its 95 % interval", "13.2")
            .optional("hazard_high", DoubleType, "upper end of its 95 % interval", "16.8")
            .build();

    public static final List<Table> ALL = List.of(ARRIVAL_COHORTS, GROWTH_INTERVALS, BURST_DECAY);

    private SpikeTables() {}
}
