package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** What the purchased-follower signatures measure, and the findings that they all write. */
public final class SignatureTables {
    public static final Table ARRIVALS = Table.named("arrivals")
            .oneRowPer("tie of an ordered follower list whose follower has a creation date")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("followee", LongType, "account that is followed", "900000000000000001")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .field("position", LongType, "place in the list, oldest = 0", "41200")
            .field("listed", LongType, "followers in the list", "141250")
            .field("created_at", TimestampType, "when the follower was created", "2014-08-13 09:12:44")
            .field(
                    "arrived_after",
                    TimestampType,
                    "earliest possible time of the follow: the newest creation date up to this position (Meeder 2011)",
                    "2016-03-02 00:00:00")
            .field(
                    "arrived_before",
                    TimestampType,
                    "latest possible time of the follow: the stated time, or the snapshot",
                    "2016-03-05 00:00:00")
            .sortedBy("followee", "snapshot", "position", "follower")
            .build();

    public static final Table FINGERPRINT = Table.named("fingerprint")
            .oneRowPer("account, window of its follower list and creation bin that holds a follower")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("position_from", LongType, "first position of the window", "41200")
            .key("created_from", DateType, "first day of the creation bin", "2014-08-01")
            .field("position_to", LongType, "last position of the window", "41399")
            .field("created_to", DateType, "last day of the creation bin", "2014-08-15")
            .field("followers", LongType, "followers of this window created in this bin", "48")
            .field("expected", DoubleType, "followers that the reference lets expect here", "1.73")
            .field("z", DoubleType, "followers above expectation, in standard deviations of the reference", "31.2")
            .sortedBy("account", "snapshot", "position_from", "created_from")
            .build();

    public static final Table LOTS = Table.named("lots")
            .oneRowPer("lot: a run of one account's follower list that stands out by creation date")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("lot", LongType, "lots of an account, counted from 1 by position", "1")
            .field("position_from", LongType, "first position of the lot", "41200")
            .field("position_to", LongType, "last position of the lot", "53900")
            .field("followers", LongType, "followers in the lot: within the positions and the creation window", "12431")
            .field(
                    "young_followers",
                    LongType,
                    "those among them who may have been too young on arrival to be looked at, and continue its creation dates;"
                            + " 0: all such followers are left out",
                    "0")
            .field("expected", DoubleType, "followers that the reference lets expect there", "151.2")
            .field("followers_share", DoubleType, "followers in the lot over all followers listed", "0.138")
            .field("created_from", DateType, "first creation day of the lot's followers", "2014-08-13")
            .field("created_to", DateType, "last creation day of the lot's followers", "2014-08-31")
            .field(
                    "arrived_after",
                    TimestampType,
                    "earliest possible arrival of its first follower",
                    "2016-03-02 00:00:00")
            .field(
                    "arrived_before",
                    TimestampType,
                    "latest possible arrival of its last follower",
                    "2016-03-05 00:00:00")
            .field("peak_day", DateType, "day of its creation range on which most followers were created", "2014-08-13")
            .field(
                    "peak_followers",
                    LongType,
                    "followers created on that day, among the lot's positions or, if it is shorter, the 1,000 around it",
                    "1203")
            .field("z", DoubleType, "followers above expectation, in standard deviations of the reference", "88.1")
            .field(
                    "reference",
                    StringType,
                    "population (accounts like it) or own list (its other followers)",
                    "population")
            .optional("package_size", LongType, "list size of a package that the lot is within 2 % of", "10000")
            .optional(
                    "package_distance",
                    DoubleType,
                    "followers in the lot over that size, less 1; null if no package is near",
                    "-0.0048")
            .field("price_low", DoubleType, "US dollars for so many followers at the lowest published price", "82.9")
            .field("price_high", DoubleType, "the same at the highest published price", "223.7")
            .sortedBy("account", "snapshot", "lot")
            .build();

    public static final Table SHARED_AUDIENCES = Table.named("shared_audiences")
            .oneRowPer("pair of accounts that share more followers than chance and peers explain")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account with the smaller id", "900000000000000001")
            .key("other_account", LongType, "the account with the larger id", "900000000000000007")
            .field("shared_followers", LongType, "followers of both", "8112")
            .field("expected", DoubleType, "shared followers that chance lets expect", "61.3")
            .field("lift", DoubleType, "shared over expected", "132.3")
            .field("z", DoubleType, "(shared - expected) / sqrt(expected + 1)", "1020.1")
            .field("smaller_share", DoubleType, "shared over the smaller follower list", "0.41")
            .field("jaccard", DoubleType, "shared over the followers of either", "0.22")
            .optional(
                    "followees_from",
                    LongType,
                    "followers of so many analysed accounts make the pair stand out most; null if only all together do",
                    "5")
            .optional("followees_to", LongType, "and of at most so many; null if there is no upper end", "6")
            .optional("stratum_shared", LongType, "shared followers among these", "7020")
            .optional(
                    "stratum_expected",
                    DoubleType,
                    "shared followers that chance and the pair's affinity let expect among these",
                    "1.9")
            .optional("stratum_z", DoubleType, "the difference of the two, in standard deviations", "4120.5")
            .field(
                    "affinity",
                    DoubleType,
                    "times that the pair shares more than chance among other followers: common interests; at least 1",
                    "1.3")
            .build();

    public static final Table VENDORS = Table.named("vendors")
            .oneRowPer("account in a cluster of accounts that share a pool of followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("vendor", LongType, "the cluster, named after its smallest account", "900000000000000001")
            .key("account", LongType, "account whose audience holds followers of the pool", "900000000000000007")
            .field("accounts", LongType, "accounts in the cluster", "18")
            .field(
                    "pool_followers",
                    LongType,
                    "followers of at least two accounts of the cluster, in groups that chance explains by half at most",
                    "9400")
            .field("followers", LongType, "the pool's followers among this account's", "8112")
            .field("followers_share", DoubleType, "the pool's followers over all of this account's", "0.38")
            .field(
                    "reuse",
                    DoubleType,
                    "accounts of the cluster that a follower of the pool follows, on average",
                    "5.2")
            .field(
                    "pool_focus",
                    DoubleType,
                    "share of its known followees that are in the cluster, for the median follower of the pool",
                    "0.91")
            .field(
                    "pool_kind",
                    StringType,
                    "disposable (followers of the pool follow mostly the cluster) or established",
                    "disposable")
            .build();

    public static final Table AUDIENCE_PROFILES = Table.named("audience_profiles")
            .oneRowPer("account and trait of its followers")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("trait", StringType, "what is counted, as a statement about a follower", "never_posted")
            .field("known", LongType, "followers of whom the export tells", "9804")
            .field("followers", LongType, "followers of whom it is true", "4020")
            .field("share", DoubleType, "followers over known", "0.41")
            .field("share_low", DoubleType, "lower end of the 95 % Wilson interval of the share", "0.40")
            .field("share_high", DoubleType, "upper end of the 95 % Wilson interval of the share", "0.42")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("peers", LongType, "accounts of that tier with this trait known, this one among them", "37")
            .optional("peer_median", DoubleType, "median share among those peers", "0.17")
            .optional(
                    "peer_rank",
                    DoubleType,
                    "share of the other peers with a smaller share; null if there is none",
                    "0.96")
            .sortedBy("account", "snapshot", "trait")
            .build();

    public static final Table SIGNATURE_MATCHES = Table.named("signature_matches")
            .oneRowPer("tie that matches a signature")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("followee", LongType, "account that is followed", "900000000000000001")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .key("signature", StringType, "signature that the tie matches", "fingerprint")
            .field(
                    "excess_share",
                    DoubleType,
                    "share of the ties of its group (lot, cell, pool, crowd) that the reference does not explain",
                    "0.97")
            .field(
                    "found_in",
                    StringType,
                    "that group; of several, the one that the reference explains least of",
                    "lot 3")
            .sortedBy("followee", "snapshot", "follower", "signature")
            .build();

    public static final Table FINDINGS = Table.named("findings")
            .oneRowPer("account, signature and snapshot with something to report")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account that the finding is about", "900000000000000001")
            .key("signature", StringType, "signature, or pattern of behaviour, that found it", "lots")
            .field(
                    "axis",
                    StringType,
                    "arrivals (looks bought), audience (quality) or behaviour (own follows)",
                    "arrivals")
            .field("tier", StringType, "weight of the evidence: strong, moderate or weak", "strong")
            .field("score", DoubleType, "the signature's own measure, comparable within a signature only", "88.1")
            .field("support", LongType, "followers, ties or accounts that the finding rests on", "12431")
            .optional("share_low", DoubleType, "lower bound of the share of followers concerned", "0.121")
            .optional("share_high", DoubleType, "upper bound of the share of followers concerned", "0.141")
            .field("evidence", StringType, "the finding as a sentence with numbers", "12,431 of 90,210 followers …")
            .field(
                    "query",
                    StringType,
                    "SQL over the published tables that regenerates the numbers",
                    "select * from lots where …")
            .sortedBy("account", "snapshot", "signature")
            .build();

    public static final Table SIGNATURE_RUNS = Table.named("signature_runs")
            .oneRowPer("signature or pattern, whether it ran or not")
            .key("signature", StringType, "the signature or pattern", "fingerprint")
            .field(
                    "question",
                    StringType,
                    "the question that it answers",
                    "Did a run of followers come from one batch of accounts?")
            .field("needs", StringType, "input tiers that it needs, of E O T P I", "O P")
            .field("ran", StringType, "yes, partly or no", "no")
            .field("reason", StringType, "why not, or with which limits; empty if it simply ran", "no creation dates")
            .build();

    public static final List<Table> ALL = List.of(
            ARRIVALS,
            FINGERPRINT,
            LOTS,
            SHARED_AUDIENCES,
            VENDORS,
            AUDIENCE_PROFILES,
            SIGNATURE_MATCHES,
            FINDINGS,
            SIGNATURE_RUNS);

    private SignatureTables() {}
}
