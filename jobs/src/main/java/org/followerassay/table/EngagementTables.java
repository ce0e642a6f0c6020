package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;

/** Who of an audience is awake, and when accounts act: tables that need more than lists of ties. */
public final class EngagementTables {
    public static final Table AUDIENCE_ENGAGEMENT = Table.named("audience_engagement")
            .oneRowPer("account with a whole list of followers, at its newest one")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .field("snapshot", TimestampType, "when that list was taken, UTC", "2026-10-31 00:00:00")
            .field("followers", LongType, "followers in the list", "1003")
            .field("activity_known", LongType, "of those, such as are active or known not to be", "960")
            .field("dormant", LongType, "followers that showed no sign of activity for three months", "410")
            .field("dormant_low", DoubleType, "dormant over followers, as if all others were active", "0.409")
            .field("dormant_high", DoubleType, "the same if all of whom nothing is known were dormant, too", "0.452")
            .optional("dormant_share", DoubleType, "dormant over those of known activity; null of too few", "0.427")
            .field(
                    "reason",
                    StringType,
                    "why there is no share of dormant ones, or nothing",
                    "not enough data: the activity of 12 of 1,003 followers is known")
            .optional(
                    "interactions_from",
                    DateType,
                    "first day of interactions with it; null if none is known",
                    "2026-08-01")
            .optional("interactions_until", DateType, "last day of those", "2026-10-30")
            .optional(
                    "interacting", LongType, "followers who interacted with it; null if no interaction is known", "120")
            .optional("engaged_core", LongType, "of those, such as did in two different weeks or more", "31")
            .optional("responsiveness", DoubleType, "interacting over followers", "0.12")
            .optional("core_share", DoubleType, "engaged core over followers", "0.031")
            .field("tier", StringType, "small, nano, micro, mid, macro or mega, by followers", "nano")
            .optional(
                    "tier_responsiveness",
                    DoubleType,
                    "median responsiveness of the tier; null of few accounts",
                    "0.05")
            .sortedBy("account")
            .build();

    public static final Table ACTOR_CLOCK = Table.named("actor_clock")
            .oneRowPer("account with follows that are dated to the hour")
            .key("account", LongType, "the account that follows", "900000000000000002")
            .field("dated_follows", LongType, "follows whose hour is known", "4200")
            .field("dated_days", LongType, "days (UTC) on which it made them", "23")
            .field("long_days", LongType, "of those, days on which it followed in 20 different hours or more", "21")
            .field("quiet_hours", LongType, "longest run of hours of the day in which it never followed", "0")
            .field("batches", LongType, "runs of five follows or more without a pause of half an hour", "84")
            .optional("usual_batch", LongType, "most frequent size of such a run; null without", "50")
            .optional("usual_batch_share", DoubleType, "share of the runs that have this size", "0.93")
            .field("round_the_clock", BooleanType, "true if many days are long ones", "true")
            .field("even_batches", BooleanType, "true if most batches are of one size", "true")
            .sortedBy("account")
            .build();

    public static final List<Table> ALL = List.of(AUDIENCE_ENGAGEMENT, ACTOR_CLOCK);

    private EngagementTables() {}
}
