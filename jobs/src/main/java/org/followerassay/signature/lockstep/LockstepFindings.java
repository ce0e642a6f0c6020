package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.ContrastTables.LOT_CONFIRMATIONS;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CANDIDATES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_GROUPS;
import static org.followerassay.table.LockstepTables.LOCKSTEP_MEMBERS;
import static org.followerassay.table.LockstepTables.LOW_ACTIVITY_CROWDS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.lots.Confirmation;
import org.followerassay.table.Table;

/**
 * Accounts to which followers came together with crowds that came to others in the same way.
 *
 * <p>See {@link #about()}. Coming together is what the audience of one broadcast does, too, so that a finding is weak unless
 * profiles differ or, where none are known, the same followers are in lots. A crowd at a single account stays weak whatever else is known.
 */
public final class LockstepFindings implements ScoredSignature {
    /** Accounts of a group from which on it is moderate where nothing else is known (CopyCatch's smaller m). */
    private static final int SEVERAL = 5;

    private static final About ABOUT = new About(
            "Did the same followers come to several accounts within the same hours or days?",
            "A seller's accounts are driven by one program: it sends a crowd to one customer, then to the next.",
            "Within two windows of time (two hours, a day or a week, at any distance) two accounts gain the same followers, many"
                    + " times more than those who came around the windows let expect; groups of such crowds share their members.",
            "A broadcast, a joint giveaway or a conference sends the same people to several accounts at once; a list that a"
                    + " platform suggests does so for months, and is taken off by comparing with the weeks around. The finding is"
                    + " weak unless the members' profiles differ or they are in lots.",
            "Needs stated times. Blind to deliveries spread over months (90 days at an even pace are missed), to followers that"
                    + " are used for one account only, to crowds below 10, and to a pair of accounts that is supplied all the time"
                    + " in the same way, which looks like a suggested list. CopyCatch and SynchroTrap fail alike where jitter is"
                    + " larger than the window. Followers with more than 1,000 dated ties are left out.",
            "One self-join of the dated ties by follower (the square of a follower's ties, capped), twelve tokens for each pair of"
                    + " ties of accounts with 10 common followers; never the square of a crowd.",
            "Cao et al., CCS 2014 (tokens, single linkage); Beutel et al., WWW 2013 (crowds at several pages); He et al. 2024 (few"
                    + " acts in all); De Cristofaro et al., IMC 2014 (how deliveries are spread)",
            "T");

    private final LockstepOptions options;

    public LockstepFindings(LockstepOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "lockstep findings";
    }

    @Override
    public String signature() {
        return "lockstep";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.TIME;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(
                DATED_TIES,
                LOCKSTEP_MEMBERS,
                LOCKSTEP_GROUPS,
                LOW_ACTIVITY_CROWDS,
                FOLLOWS,
                COVERAGE,
                FOLLOW_EVENTS,
                PROFILE_CONTRASTS,
                GROUP_CONTRASTS,
                LOT_CONFIRMATIONS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> scoredFrom() {
        return List.of(DATED_TIES, LOCKSTEP_MEMBERS, LOCKSTEP_CANDIDATES, LOW_ACTIVITY_CROWDS);
    }

    @Override
    public Dataset<Row> scores(Inputs inputs) {
        Dataset<Row> ties = DatedTies.of(inputs);
        Dataset<Row> crowds = new LockstepCrowds(options)
                .beforeThresholds(inputs)
                .where(col("excess_share").gt(0))
                .select("account", "other_account", "from", "other_from", "length", "excess_share");
        Dataset<Row> inCrowds = Crowds.members(options, ties, crowds).select("account", "follower", "excess_share");
        Dataset<Row> alone = LowActivity.members(options, ties, inputs.of(LOW_ACTIVITY_CROWDS));
        return inCrowds.unionByName(alone)
                .groupBy("account", "follower")
                .agg(max("excess_share").as("excess_share"));
    }

    @Override
    public Dataset<Row> members(Inputs inputs) {
        return LockstepMembers.ties(inputs.of(LOCKSTEP_MEMBERS));
    }

    @Override
    public long smallestGroup() {
        return options.minCrowd();
    }

    @Override
    public Dataset<Row> profiled(Inputs inputs) {
        return inputs.of(LOCKSTEP_MEMBERS)
                .select(
                        col("account"),
                        col("follower"),
                        LockstepMembers.inGroup().as("found_in"));
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> members = members(inputs);
        Dataset<Row> contrasts = Contrasts.ofGroups(inputs, signature(), profiled(inputs));
        Dataset<Row> found = together(members, inputs)
                .join(alone(DatedTies.of(inputs), inputs), new String[] {"account"}, "full_outer")
                .join(contrasts, new String[] {"account"}, "left")
                .join(broadcast(Confirmation.inLots(inputs, signature())), new String[] {"account"}, "left")
                .join(DatedTies.lists(inputs), "account")
                .withColumn("followers", coalesce(col("followers"), lit(0L)))
                .withColumn(
                        "in_lots_share",
                        coalesce(col("in_lots").divide(greatest(col("followers"), lit(1L))), lit(0.0)));
        Column together = col("followers").gt(0);
        return found.withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", tier())
                .withColumn("support", when(together, col("followers")).otherwise(col("alone")))
                .withColumn("score", when(together, col("excess")).otherwise(col("alone_excess")))
                .withColumn(
                        "share_low",
                        when(together, col("excess").divide(col("listed"))).otherwise(lit(0.0)))
                .withColumn("share_high", col("support").divide(col("listed")))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        with own as (
                          select account, follower, max(excess_share) as excess_share from lockstep_members
                          where account = {account} group by all),
                        together as (
                          select count(*) as came_together, count(*) - sum(excess_share) as expected_together from own),
                        groups as (
                          select g.* from lockstep_groups g left semi join lockstep_members m
                            on m.lockstep_group = g.lockstep_group and m.account = {account}),
                        known as (
                          select {account} as account, coalesce(max(listed), (
                            select count(distinct follower) from follow_events
                            where followee = {account} and change = 'follow')) as listed
                          from arrival_estimates where account = {account}),
                        few as (select follower from dated_ties group by follower having count(*) <= %d),
                        alone as (
                          select count(distinct d.follower) as came_alone, max(k.lift) as alone_lift
                          from low_activity_crowds k join dated_ties d on d.account = k.account
                            and unix_seconds(d.followed_at) - unix_seconds(k.arrived_from) >= 0
                            and unix_seconds(d.followed_at) - unix_seconds(k.arrived_from) < k.window_hours * 3600
                            and d.uncertain_seconds <= k.window_hours * 3600
                          join few using (follower) where k.account = {account})
                        select e.account, e.listed, t.*, t.came_together / nullif(e.listed, 0) as together_share, a.*, g.*,
                          n.in_lots / n.members as in_lots_share, %s
                        from known e cross join together t cross join alone a left join groups g on true%s%s
                        """.formatted(
                                options.lowActivity(),
                                Contrasts.QUERIED,
                                Confirmation.query("e", signature()),
                                Contrasts.query("e", signature()))));
    }

    /** For each account, its members, what they exceed expectation by, and the group that most are in. */
    private static Dataset<Row> together(Dataset<Row> members, Inputs inputs) {
        Dataset<Row> groups = inputs.of(LOCKSTEP_GROUPS)
                .select(
                        col("lockstep_group"),
                        col("accounts"),
                        col("followers").as("group_followers"),
                        col("arrived_from"),
                        col("arrived_to"));
        return members.groupBy("account")
                .agg(count(lit(1)).as("followers"), exact("excess_share").as("excess"))
                .join(LockstepMembers.mainGroup(inputs.of(LOCKSTEP_MEMBERS)), "account")
                .join(broadcast(groups), "lockstep_group");
    }

    /** For each account, the members of crowds that came to it alone. */
    private Dataset<Row> alone(Dataset<Row> dated, Inputs inputs) {
        Dataset<Row> crowds = inputs.of(LOW_ACTIVITY_CROWDS);
        return LowActivity.members(options, dated, crowds)
                .groupBy("account")
                .agg(count(lit(1)).as("alone"), exact("excess_share").as("alone_excess"))
                .join(crowds.groupBy("account").agg(max("lift").as("alone_lift")), "account");
    }

    /** A sum of shares that does not depend on their order. */
    private static Column exact(String share) {
        return sum(round(col(share), 6).cast(DataTypes.createDecimalType(10, 6)))
                .cast("double");
    }

    private static Column tier() {
        Column unknown = col("traits_known").isNull().and(col("accounts").geq(SEVERAL));
        return when(col("followers").equalTo(0), "weak")
                .when(Confirmation.confirmed(), "strong")
                .when(unknown, "moderate")
                .otherwise("weak");
    }

    private static Column evidence() {
        Column together = when(
                col("followers").gt(0),
                concat(
                        Sentence.count(col("followers")),
                        lit(" followers ("),
                        Sentence.percent(col("followers").divide(col("listed"))),
                        lit(
                                ") came in crowds that came to other accounts together as well; the arrivals around them let"
                                        + " expect "),
                        Sentence.decimal(col("followers").minus(col("excess"))),
                        lit(". Most belong to group "),
                        col("lockstep_group").cast("string"),
                        lit(": "),
                        Sentence.count(col("group_followers")),
                        lit(" followers of "),
                        Sentence.count(col("accounts")),
                        lit(" accounts, who arrived between "),
                        date_format(col("arrived_from"), "yyyy-MM-dd HH:mm"),
                        lit(" and "),
                        date_format(col("arrived_to"), "yyyy-MM-dd HH:mm"),
                        lit(" UTC.")));
        Column alone = when(
                col("alone").isNotNull(),
                concat(
                        Sentence.count(col("alone")),
                        lit(" followers with hardly any other follows came in crowds, up to "),
                        Sentence.decimal(col("alone_lift")),
                        lit(" times as many as were to be expected.")));
        Column lots = Confirmation.sentence();
        Column profiles = Contrasts.ofGroupsInWords(
                "as after a broadcast",
                when(
                        col("followers").gt(0),
                        "The export holds too few profiles to tell a delivery from the audience of a broadcast."));
        return array_join(array(together, alone, lots, profiles), " ");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        // Two accounts are compared; one with dated ties is enough to see crowds that came to it alone.
        Column some = col("accounts").gt(0);
        Column several = col("accounts").geq(2);
        return DatedTies.of(inputs)
                .groupBy("account")
                .agg(count(lit(1)).as("ties"))
                .agg(
                        count_if(col("ties").geq(options.minCrowd())).as("accounts"),
                        count(lit(1)).as("dated"))
                .select(
                        when(several, "yes")
                                .when(some, "partly")
                                .otherwise("no")
                                .as("ran"),
                        when(several, "")
                                .when(some, "only one account has dated follows; crowds can't be compared with others")
                                .when(
                                        col("dated").gt(0),
                                        "no account has " + options.minCrowd() + " follows dated to the day or better")
                                .otherwise("no follow is dated to the day or better")
                                .as("reason"));
    }
}
