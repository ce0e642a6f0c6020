package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Who followed, who left, between which snapshots, and who makes a habit of it. */
public final class ChurnTables {
    public static final Table LIST_PAIRS = Table.named("list_pairs")
            .oneRowPer("list and the last whole list of the same account and direction before it")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("listed_before", LongType, "ties listed in the earlier", "1003")
            .field("listed_after", LongType, "ties listed in the later", "1010")
            .field("complete_after", BooleanType, "true if the later is whole as far as the export tells", "true")
            .build();

    public static final Table CHANGED_TIES = Table.named("changed_ties")
            .oneRowPer("tie that a list shows and the last whole one before it does not, or the other way round")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .field("there_after", BooleanType, "true if the later list shows it, false if the earlier does", "false")
            .optional("position", LongType, "its place in the list of followers that shows it, oldest = 0", "41200")
            .optional(
                    "followed_at",
                    TimestampType,
                    "when the tie was made, UTC, where the export says so",
                    "2026-01-03 02:57:44")
            .build();

    public static final Table ACCOUNT_SIGNS = Table.named("account_signs")
            .oneRowPer(
                    "account that a list lacks at a snapshot but had before, and of which something is known that day")
            .key("account", LongType, "the account that is missing from a list", "900000000000000002")
            .key("snapshot_after", TimestampType, "the snapshot that lacks it", "2026-10-31 00:00:00")
            .field("sign", StringType, "alive or gone", "alive")
            .build();

    public static final Table LIST_EVIDENCE = Table.named("list_evidence")
            .oneRowPer("list at a snapshot, beside the list before it and those after it")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .field("listed", LongType, "ties in this list", "600")
            .field("complete", BooleanType, "true if the list is whole as far as the export tells", "true")
            .optional("coverage_reason", StringType, "why the export says that it is not", "the list is empty")
            .field("newest", BooleanType, "true if no whole list follows", "false")
            .optional("days", DoubleType, "days since the last whole list before; null if there is none", "1.0")
            .optional("listed_before", LongType, "ties in that list", "1003")
            .field("gained", LongType, "ties that the list before lacks", "2")
            .field("gained_oldest", LongType, "of those, such as stand at the old end of this list", "0")
            .field("lost", LongType, "ties that the list before has and this one lacks", "400")
            .field("lost_placed", LongType, "of those, such as have a place in the list before", "400")
            .field("lost_oldest", LongType, "of those, such as stood at its old end", "400")
            .field("lost_newest", LongType, "of those, such as stood at its new end", "0")
            .field("lost_back", LongType, "of the lost, such as a later list has again", "399")
            .field("lost_for_good", LongType, "of the lost, such as the next lists do not have again", "1")
            .field("absent_back", LongType, "ties that this list lacks, and the lists around it have", "399")
            .sortedBy("account", "direction", "snapshot")
            .build();

    public static final Table SUSPECT_SNAPSHOTS = Table.named("suspect_snapshots")
            .oneRowPer("list at a snapshot that is not compared with others, because it is not what it says")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .field("reason", StringType, "not whole, comes back, cut at the old end, or copy", "comes back")
            .field("explanation", StringType, "the reason with its numbers", "400 of 400 missing ties are back")
            .field("listed", LongType, "ties in this list", "600")
            .field("missing", LongType, "ties of the list before that it lacks", "400")
            .field("returned", LongType, "of those it lacks, as many as later lists have again", "400")
            .field(
                    "pattern",
                    StringType,
                    "where the missing stand in the list before: oldest, newest, scattered, order not known, none",
                    "oldest")
            .field("false_unfollows", LongType, "losses that the ledger would have held otherwise", "400")
            .build();

    public static final Table SNAPSHOT_PAIRS = Table.named("snapshot_pairs")
            .oneRowPer("list and two neighbouring snapshots of it")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("listed_before", LongType, "ties listed in the earlier", "1003")
            .field("listed_after", LongType, "ties listed in the later", "1010")
            .field("usable", BooleanType, "true if both lists are complete, so that an absent tie is a change", "true")
            .optional("reason", StringType, "why the pair is not usable", "the later list is not complete")
            .build();

    public static final Table LIST_TURNS = Table.named("list_turns")
            .oneRowPer("tie that only one of two neighbouring usable lists shows")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .field("there_after", BooleanType, "true if the tie is there afterwards", "false")
            .optional("position", LongType, "its place in the list of followers that shows it, oldest = 0", "41200")
            .optional(
                    "followed_at",
                    TimestampType,
                    "when the tie was made, UTC, where the export says so",
                    "2026-01-03 02:57:44")
            .optional("sign", StringType, "what is known of the account at the far end: alive or gone", "alive")
            .build();

    public static final Table TIE_TURNS = Table.named("tie_turns")
            .oneRowPer("turn of a tie in a list, with the interval that both lists of the tie allow")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .field("there_after", BooleanType, "true if the tie is there afterwards", "false")
            .field("earliest", TimestampType, "earliest possible time of the change, UTC", "2026-09-30 00:00:00")
            .field("latest", TimestampType, "latest possible time of the change, UTC", "2026-10-31 00:00:00")
            .optional("position", LongType, "its place in the list of followers that shows it, oldest = 0", "41200")
            .optional("sign", StringType, "what is known of the account at the far end: alive or gone", "alive")
            .build();

    public static final Table RENAME_CANDIDATES = Table.named("rename_candidates")
            .oneRowPer("follower that a list lost and the one that it gained at the same place")
            .key("followee", LongType, "account whose list of followers it is", "900000000000000001")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .key("left_account", LongType, "the follower that left", "900000000000000002")
            .key("came_account", LongType, "the follower that came", "900000000000000003")
            .build();

    public static final Table LIST_LOSSES = Table.named("list_losses")
            .oneRowPer("list and pair of neighbouring snapshots that can be compared")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("listed_before", LongType, "ties in the earlier", "1003")
            .field("listed_after", LongType, "ties in the later", "1010")
            .field("gained", LongType, "ties only in the later", "19")
            .field("lost", LongType, "ties only in the earlier", "12")
            .field("lost_gone", LongType, "of those, to accounts that are known to be gone", "3")
            .field("lost_alive", LongType, "of those, to accounts that are known to be alive", "7")
            .optional("wholesale", StringType, "reset or prune, if the loss is too large to be many decisions", "prune")
            .build();

    public static final Table PURGE_CALENDAR = Table.named("purge_calendar")
            .oneRowPer("pair of neighbouring snapshots that enough lists of followers share")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "1.0")
            .field("measured_lists", LongType, "lists of followers compared", "60")
            .field("losing_share", DoubleType, "share of them that lost followers not known to be alive", "0.98")
            .field("median_loss", DoubleType, "median share of such losses in a list", "0.021")
            .field("ordinary_loss", DoubleType, "median of the other pairs, for as many days", "0.001")
            .field("purge", BooleanType, "true if so many lists lost so much more than ordinarily", "true")
            .build();

    public static final Table FOLLOW_CHANGES = Table.named("follow_changes")
            .oneRowPer("change of one tie")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("earliest", TimestampType, "earliest possible time of the change, UTC", "2026-09-30 00:00:00")
            .key(
                    "change",
                    StringType,
                    "follow or return; unfollow, vanish, block-like, purge, reset, prune or unknown (docs/churn.md)",
                    "unfollow")
            .field("latest", TimestampType, "latest possible time of the change, UTC", "2026-10-31 00:00:00")
            .field("there_after", BooleanType, "true if the tie is there afterwards", "false")
            .field("source", StringType, "inferred (from two snapshots) or observed (dated by the export)", "inferred")
            .optional("snapshot_before", TimestampType, "the snapshot before an inferred change", "2026-09-30 00:00:00")
            .optional("snapshot_after", TimestampType, "the snapshot after an inferred change", "2026-10-31 00:00:00")
            .optional(
                    "follower_alive",
                    BooleanType,
                    "true if the follower is known to be alive after a loss; null if not known, or after a follow",
                    "true")
            .optional(
                    "rename_candidate",
                    LongType,
                    "account that came, or left, at the same place of the list meanwhile; perhaps the same person",
                    "900000000000000003")
            .sortedBy("followee", "earliest", "follower", "change")
            .build();

    public static final Table CHURN = Table.named("churn")
            .oneRowPer("list and pair of neighbouring snapshots that can be compared")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("listed_before", LongType, "ties in the earlier", "1003")
            .field("gained", LongType, "ties only in the later", "19")
            .field("lost", LongType, "ties only in the earlier", "12")
            .field("kept", LongType, "ties in both", "991")
            .field("net", LongType, "gained less lost", "7")
            .optional("churn_rate", DoubleType, "lost over ties in the earlier; null where that is 0", "0.012")
            .field("gained_return", LongType, "of the gained, ties that had been lost before", "1")
            .field("lost_unfollow", LongType, "of the lost, unfollows between living accounts", "6")
            .field("lost_vanish", LongType, "of the lost, ties of accounts that are gone", "2")
            .field("lost_block_like", LongType, "of the lost, ties that ended in both directions", "1")
            .field("lost_purge", LongType, "of the lost, those in a loss of the whole population", "0")
            .field("lost_reset", LongType, "of the lost, those in a reset of the list", "0")
            .field("lost_prune", LongType, "of the lost, those in a clearing of the list by its owner", "0")
            .field("lost_unknown", LongType, "of the lost, those of which nothing more is known", "3")
            .field("lost_own", LongType, "lost less what was lost in a purge", "12")
            .optional("growth", DoubleType, "net over ties in the earlier; null where that is 0", "0.007")
            .optional(
                    "population_growth",
                    DoubleType,
                    "median growth of all lists of that direction between the same snapshots; null of few",
                    "0.004")
            .optional("adjusted_growth", DoubleType, "growth less that of the population", "0.003")
            .optional(
                    "half_life_days",
                    DoubleType,
                    "days until half of the ties would be gone at this rate; null if none was lost, or all",
                    "1780.5")
            .build();

    public static final Table POPULATION_CHURN = Table.named("population_churn")
            .oneRowPer("direction and pair of neighbouring snapshots, over all lists that can be compared")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the earlier snapshot", "2026-09-30 00:00:00")
            .key("snapshot_after", TimestampType, "the later snapshot", "2026-10-31 00:00:00")
            .field("days", DoubleType, "days between the two", "31.0")
            .field("measured_lists", LongType, "lists compared", "60")
            .field("listed_before", LongType, "ties in the earlier", "61003")
            .field("gained", LongType, "ties only in the later", "1900")
            .field("lost", LongType, "ties only in the earlier", "1200")
            .field("lost_purge", LongType, "of the lost, those in a loss of the whole population", "0")
            .optional("churn_rate", DoubleType, "lost over ties in the earlier; null where that is 0", "0.0197")
            .optional("churn_rate_low", DoubleType, "lower bound of its 95 % interval, lists as clusters", "0.0151")
            .optional("churn_rate_high", DoubleType, "upper bound of its 95 % interval, lists as clusters", "0.0243")
            .optional("median_growth", DoubleType, "median of the lists' growth", "0.004")
            .build();

    public static final Table COHORT_RETENTION = Table.named("cohort_retention")
            .oneRowPer("list, pair of snapshots between which ties came, and later snapshot (1, 2, 4, 8 … later)")
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("snapshot_before", TimestampType, "the snapshot before they came", "2026-08-31 00:00:00")
            .key("snapshot_after", TimestampType, "the first snapshot that has them", "2026-09-30 00:00:00")
            .key("snapshots_later", IntegerType, "usable snapshots of the list from then on", "1")
            .field("snapshot", TimestampType, "the later snapshot", SNAPSHOT_EXAMPLE)
            .field("gained", LongType, "ties that came", "19")
            .field("kept", LongType, "of those, ties that were there at each snapshot since", "16")
            .field("retention", DoubleType, "kept over gained", "0.842")
            .field("age_days_low", DoubleType, "least age that the ties can have", "31.0")
            .field("age_days_high", DoubleType, "greatest age that the ties can have", "61.0")
            .build();

    public static final Table FOLLOW_EPISODES = Table.named("follow_episodes")
            .oneRowPer("follow in the ledger, with the loss that ended it")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("earliest", TimestampType, "earliest possible time of the follow, UTC", "2026-08-31 00:00:00")
            .field("latest", TimestampType, "latest possible time of the follow, UTC", "2026-09-30 00:00:00")
            .field("change", StringType, "follow or return", "follow")
            .optional(
                    "lost_earliest",
                    TimestampType,
                    "earliest possible time of the loss; null if none",
                    "2026-09-30 00:00:00")
            .optional(
                    "lost_latest",
                    TimestampType,
                    "latest possible time of the loss; null if none",
                    "2026-10-31 00:00:00")
            .optional("lost_as", StringType, "kind of the loss, as in follow_changes; null if none", "unfollow")
            .field("dropped", BooleanType, "true if the follower seems to have ended it", "true")
            .optional(
                    "snapshot_after",
                    TimestampType,
                    "first snapshot that shows the follow; null if the export dates it",
                    "2026-09-30 00:00:00")
            .build();

    public static final Table TIE_SPELLS = Table.named("tie_spells")
            .oneRowPer("follow whose going on, or end, lists show at intervals of a month at most")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("earliest", TimestampType, "earliest possible time of the follow, UTC", "2026-08-31 00:00:00")
            .field("age_days", DoubleType, "age at its end, or when last seen, by the middles of intervals", "42.5")
            .field("age_low", DoubleType, "least age that it can have had when it was last there", "30.0")
            .field(
                    "age_high",
                    DoubleType,
                    "greatest age that it can have had when it was first gone, or last seen",
                    "61.0")
            .field("dropped", BooleanType, "true if the follower seems to have ended it", "true")
            .field(
                    "reciprocity_known",
                    BooleanType,
                    "true if lists would have shown a follow back all the time",
                    "true")
            .optional("mutual_from", DoubleType, "age at which it was first returned; null if never", "2.5")
            .optional("mutual_until", DoubleType, "age until which that lasted; null if never returned", "42.5")
            .build();

    public static final Table TIE_OVERLAP = Table.named("tie_overlap")
            .oneRowPer("new tie of which the first snapshot holds both lists, whole")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("earliest", TimestampType, "earliest possible time of the follow, UTC", "2026-08-31 00:00:00")
            .field("snapshot", TimestampType, "first snapshot that shows the tie", SNAPSHOT_EXAMPLE)
            .field(
                    "common_neighbours",
                    LongType,
                    "accounts that the follower follows and that follow the followee",
                    "7")
            .build();

    public static final Table UNFOLLOW_HAZARD = Table.named("unfollow_hazard")
            .oneRowPer(
                    "age of a tie, whether it is returned, and its common neighbours, over all ties that came and were watched")
            .key("reciprocity", StringType, "mutual, one-sided, or not known", "mutual")
            .key(
                    "neighbour_band",
                    StringType,
                    "common neighbours when the tie came: none, 1 to 3, 4 to 15, 16 or more, or not known",
                    "4 to 15")
            .key("age_days_from", DoubleType, "age from which on ties are counted here", "8.0")
            .field("age_days_until", DoubleType, "age until which they are", "16.0")
            .field("followers", LongType, "accounts that follow by these ties", "310")
            .field("spells", LongType, "ties that were there at some such age", "900")
            .field("days_at_risk", DoubleType, "days that they were there, added up", "6120.5")
            .field("drops", LongType, "of these ties, those dropped at such an age", "12")
            .field("hazard", DoubleType, "drops by day at risk", "0.00196")
            .field("hazard_low", DoubleType, "lower bound of its 95 % interval, followers as clusters", "0.0011")
            .field("hazard_high", DoubleType, "upper bound of its 95 % interval, followers as clusters", "0.0035")
            .optional("drop_age_low", DoubleType, "least age that any of the drops can have had; null without", "7.0")
            .optional("drop_age_high", DoubleType, "greatest age that any of them can have had; null without", "17.0")
            .sortedBy("reciprocity", "neighbour_band", "age_days_from")
            .build();

    public static final Table ACTORS = Table.named("actors")
            .oneRowPer("account that followed somebody in the time that the ledger covers")
            .key("account", LongType, "the account that follows", "900000000000000002")
            .field("snapshot", TimestampType, "latest possible time of its last follow or loss, UTC", SNAPSHOT_EXAMPLE)
            .field("follows", LongType, "follows seen", "4200")
            .field("follows_per_day", DoubleType, "most follows in a day; of longer intervals, their mean", "430.0")
            .optional(
                    "population_per_day", DoubleType, "99.9th percentile of that over all actors; null of few", "61.0")
            .field("drops", LongType, "follows that the account itself seems to have ended", "3900")
            .field("dropped_soon", LongType, "of those, within two months", "3800")
            .field("reciprocated", LongType, "follows that were returned before they ended", "1400")
            .field("dropped_returned", LongType, "of those, dropped while the other still followed", "1350")
            .optional("dropped_soon_share", DoubleType, "dropped soon over follows", "0.905")
            .optional(
                    "dropped_returned_share",
                    DoubleType,
                    "dropped_returned over reciprocated; null where that is 0",
                    "0.964")
            .field("drop_days", LongType, "days on which it dropped follows of its own", "21")
            .optional(
                    "queue_correlation",
                    DoubleType,
                    "correlation of the times of follow and drop; null of few",
                    "0.998")
            .field("follow_days", LongType, "days on which it followed", "23")
            .optional(
                    "quota_variation",
                    DoubleType,
                    "standard deviation over mean of follows by day; null of few",
                    "0.04")
            .build();

    public static final Table SOCIAL_CAPITALISTS = Table.named("social_capitalists")
            .oneRowPer("account whose many followers and followees nearly coincide")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .field("followers", LongType, "accounts that follow it", "8200")
            .field("followees", LongType, "accounts that it follows", "8900")
            .field("mutual", LongType, "accounts that it follows and that follow it", "7900")
            .field("overlap_index", DoubleType, "mutual over the smaller of followers and followees", "0.963")
            .field("strategy", StringType, "IFYFM: follows more than follow it; FMIFY: the other way round", "IFYFM")
            .build();

    public static final Table MASS_FOLLOWERS = Table.named("mass_followers")
            .oneRowPer("account that followed many and unfollowed most of them")
            .key("account", LongType, "the account that follows", "900000000000000001")
            .field("snapshot_peak", TimestampType, "snapshot with the most followees", "2026-02-01 00:00:00")
            .field("snapshot_last", TimestampType, "last snapshot after the peak", "2026-05-01 00:00:00")
            .field("followees_peak", LongType, "followees at the peak", "150311")
            .field("followees_last", LongType, "followees in the last snapshot", "10")
            .field("drop_share", DoubleType, "1 - last / peak", "0.9999")
            .optional(
                    "followers_before", LongType, "followers in the first complete list; null if none is known", "300")
            .optional("followers_peak", LongType, "followers in the newest complete list up to the peak", "98000")
            .optional("followers_last", LongType, "followers in the newest complete list after the peak", "66000")
            .optional(
                    "kept_share",
                    DoubleType,
                    "followers gained up to the peak that are still there; null if none",
                    "0.67")
            .field("unfollowed_mutual", LongType, "unfollowed accounts that had followed back", "61000")
            .build();

    public static final Table FOLLOW_BACK_RESIDUE = Table.named("follow_back_residue")
            .oneRowPer("account and snapshot with enough followers whose own ties are in the export")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .field("measured", LongType, "followers with an overlap index", "9100")
            .field("mean_overlap", DoubleType, "mean overlap index of those followers", "0.81")
            .field("follow_backers", LongType, "followers whose overlap index is above the threshold", "6550")
            .field("follow_backers_share", DoubleType, "follow-backers over measured", "0.72")
            .field("peers", LongType, "accounts of similar size that were measured, this one left out", "41")
            .optional("peer_median", DoubleType, "median share of follow-backers among those peers", "0.09")
            .optional("z", DoubleType, "share above the peers' median, in robust standard deviations", "11.2")
            .field("returned_share", DoubleType, "share of its followers that the account follows itself", "0.01")
            .optional("residue", DoubleType, "z times the share that it does not follow", "11.1")
            .sortedBy("account", "snapshot")
            .build();

    public static final List<Table> ALL = List.of(
            LIST_PAIRS,
            CHANGED_TIES,
            ACCOUNT_SIGNS,
            LIST_EVIDENCE,
            SUSPECT_SNAPSHOTS,
            SNAPSHOT_PAIRS,
            LIST_TURNS,
            TIE_TURNS,
            RENAME_CANDIDATES,
            LIST_LOSSES,
            PURGE_CALENDAR,
            FOLLOW_CHANGES,
            CHURN,
            POPULATION_CHURN,
            COHORT_RETENTION,
            FOLLOW_EPISODES,
            TIE_SPELLS,
            TIE_OVERLAP,
            UNFOLLOW_HAZARD,
            ACTORS,
            SOCIAL_CAPITALISTS,
            MASS_FOLLOWERS,
            FOLLOW_BACK_RESIDUE);

    private ChurnTables() {}
}
