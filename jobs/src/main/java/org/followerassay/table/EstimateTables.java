package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** What the signatures say together of an account, and what they would say of data in which nothing was bought. */
public final class EstimateTables {
    public static final Table PLACEBO = Table.named("placebo")
            .oneRowPer("signature and way of shuffling the data")
            .key("signature", StringType, "the signature", "lots")
            .key(
                    "placebo",
                    StringType,
                    "order (each list in random order) or rewired (followers dealt to lists anew, degrees kept)",
                    "rewired")
            .field("ties", LongType, "ties in the shuffled data", "480113")
            .field("matched", LongType, "ties that the signature names there, whatever the tier", "31")
            .field("matched_share", DoubleType, "matched over ties", "0.000065")
            .field(
                    "named_together",
                    DoubleType,
                    "ties that are named at once where one is: mean group of a tie that is named, or the smallest group that the"
                            + " signature names",
                    "15.5")
            .field(
                    "matched_share_high",
                    DoubleType,
                    "upper end of its 95 % Wilson interval, of ties over named_together",
                    "0.00031")
            .field("accounts", LongType, "accounts in the shuffled data", "60")
            .field("accounts_matched", LongType, "accounts with a tie that the signature names there", "1")
            .sortedBy("signature", "placebo")
            .build();

    public static final Table ARRIVAL_ESTIMATES = Table.named("arrival_estimates")
            .oneRowPer("account with a follower list")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .field(
                    "listed",
                    LongType,
                    "followers in the list, and those whom events show besides and no later list lacks",
                    "90210")
            .field("enough_data", BooleanType, "true if the list is long enough for a share to mean anything", "true")
            .field(
                    "tier",
                    StringType,
                    "weight of all evidence about arrivals: strong, moderate, weak or none",
                    "strong")
            .field("families", StringType, "kinds of evidence with a finding, of batch, time and structure", "batch")
            .field("matched", LongType, "followers that strong or moderate findings rest on", "12431")
            .optional(
                    "share_low",
                    DoubleType,
                    "share of followers whose arrival looks bought, lower bound: strong findings only, less what the"
                            + " reference and the placebo explain; null without enough data",
                    "0.121")
            .optional(
                    "share_high",
                    DoubleType,
                    "the same, upper bound: every finding, less what is named in rewired data; null without enough data",
                    "0.141")
            .optional(
                    "placebo_share",
                    DoubleType,
                    "share of ties that a signature with a strong finding here, else with any, names in rewired data, upper 95 %"
                            + " bound, the largest; null if there is none, or no placebo ran",
                    "0.0001")
            .optional(
                    "p_bound",
                    DoubleType,
                    "upper bound of the probability of such a group by chance, all groups looked at counted; null"
                            + " without a match",
                    "1e-40")
            .optional(
                    "q_value",
                    DoubleType,
                    "p_bound after Benjamini and Hochberg (1995) over all lists; null without a match",
                    "3e-39")
            .sortedBy("account", "snapshot")
            .build();

    public static final Table REFERENCE_HEALTH = Table.named("reference_health")
            .oneRowPer("measure of the population that lists are compared with")
            .key("measure", StringType, "what is measured", "busiest_day_share")
            .field("value", DoubleType, "the measured value", "0.0031")
            .field("meaning", StringType, "how to read it", "share of followers created on the fullest day")
            .sortedBy("measure")
            .build();

    public static final Table REFERENCE_ACCOUNTS = Table.named("reference_accounts")
            .oneRowPer(
                    "account of a curated population that lists are compared with; none if all lists are that population")
            .key("account", LongType, "account whose follower list is taken for usual", "900000000000000007")
            .build();

    public static final List<Table> ALL = List.of(PLACEBO, ARRIVAL_ESTIMATES, REFERENCE_HEALTH, REFERENCE_ACCOUNTS);

    private EstimateTables() {}
}
