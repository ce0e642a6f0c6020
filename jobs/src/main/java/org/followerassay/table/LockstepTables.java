package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;

/** Crowds of followers that arrive together, at one account after the other. */
public final class LockstepTables {
    public static final Table DATED_TIES = Table.named("dated_ties")
            .oneRowPer("tie whose time is known to a day or better")
            .key("account", LongType, "account that is followed", "900000000000000001")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .field(
                    "followed_at",
                    TimestampType,
                    "when the tie was made; the first, if it was made again",
                    "2026-01-03 02:57:44")
            .field("uncertain_seconds", LongType, "seconds by which it may have been later", "0")
            .build();

    public static final Table LOCKSTEP_CANDIDATES = Table.named("lockstep_candidates")
            .oneRowPer("pair of accounts and two windows of time in which enough of the same followers came to both")
            .key("account", LongType, "the account with the smaller id", "900000000000000001")
            .key("other_account", LongType, "the account with the larger id", "900000000000000007")
            .key("arrived_from", TimestampType, "start of the window at the account, UTC", "2026-01-03 02:00:00")
            .key("other_from", TimestampType, "start of the window at the other account, UTC", "2026-01-04 13:00:00")
            .key("window_hours", LongType, "length of both windows in hours", "2")
            .field("followers", LongType, "followers that came to the one and the other within the windows", "212")
            .build();

    public static final Table LOCKSTEP_CROWDS = Table.named("lockstep_crowds")
            .oneRowPer("pair of accounts and two windows of time in which the same followers came to both")
            .key("account", LongType, "the account with the smaller id", "900000000000000001")
            .key("other_account", LongType, "the account with the larger id", "900000000000000007")
            .key("arrived_from", TimestampType, "start of the window at the account, UTC", "2026-01-03 02:00:00")
            .key("other_from", TimestampType, "start of the window at the other account, UTC", "2026-01-04 13:00:00")
            .key("window_hours", LongType, "length of both windows in hours", "2")
            .field("followers", LongType, "followers that came to the one and the other within the windows", "212")
            .field("arrivals", LongType, "all that came to the account within the window", "230")
            .field("other_arrivals", LongType, "all that came to the other account within the window", "219")
            .field("expected", DoubleType, "followers that the arrivals around the windows let expect in both", "1.7")
            .field("lift", DoubleType, "followers over expected", "124.7")
            .field("z", DoubleType, "(followers - expected) / sqrt(expected + 1)", "128.0")
            .build();

    public static final Table LOCKSTEP_MEMBERS = Table.named("lockstep_members")
            .oneRowPer("tie that arrived with a crowd that came to other accounts as well")
            .key("account", LongType, "account that is followed", "900000000000000001")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .key("lockstep_group", LongType, "group that the crowd belongs to", "3")
            .field("arrived_at", TimestampType, "time of the follow, UTC", "2026-01-03 02:57:44")
            .field("excess_share", DoubleType, "share of the crowd that the arrivals around it do not explain", "0.99")
            .build();

    public static final Table LOCKSTEP_GROUPS = Table.named("lockstep_groups")
            .oneRowPer("group of followers that came to several accounts at the same times")
            .key("lockstep_group", LongType, "groups counted from 1, largest first", "3")
            .field("followers", LongType, "followers in the group", "640")
            .field("accounts", LongType, "accounts that they came to", "7")
            .field("ties", LongType, "ties that arrived within the crowds", "4210")
            .field("expected", DoubleType, "ties among them that the arrivals around the crowds let expect", "12.4")
            .field("filled_share", DoubleType, "ties over followers times accounts (the density of CopyCatch)", "0.94")
            .field("arrived_from", TimestampType, "first arrival, UTC", "2026-01-03 02:00:11")
            .field("arrived_to", TimestampType, "last arrival, UTC", "2026-01-09 17:31:00")
            .build();

    public static final Table LOW_ACTIVITY_CROWDS = Table.named("low_activity_crowds")
            .oneRowPer("account and window in which followers came that followed hardly anybody else")
            .key("account", LongType, "account that is followed", "900000000000000001")
            .key("arrived_from", TimestampType, "start of the window, UTC", "2026-01-03 02:00:00")
            .key("window_hours", LongType, "length of the window in hours", "2")
            .field("arrivals", LongType, "all that came within the window", "130")
            .field("followers", LongType, "those of them with few dated follows in all", "122")
            .field("expected", DoubleType, "such followers that the account's other arrivals let expect", "14.0")
            .field("lift", DoubleType, "followers over expected", "8.7")
            .field("z", DoubleType, "(followers - expected) / sqrt(expected + 1)", "27.9")
            .field("reference", StringType, "own list, or population where that has more of them", "own list")
            .build();

    public static final List<Table> ALL = List.of(
            DATED_TIES, LOCKSTEP_CANDIDATES, LOCKSTEP_CROWDS, LOCKSTEP_MEMBERS, LOCKSTEP_GROUPS, LOW_ACTIVITY_CROWDS);

    private LockstepTables() {}
}
