package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SpikeTables.BURST_DECAY;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/** Accounts that gained a burst of followers who left sooner than those of others. See {@link #about()}; always weak. */
public final class SpikeFindings implements Signature {
    private static final About ABOUT = new About(
            "Did an account gain followers in a burst, and lose them sooner than other accounts lose theirs?",
            "A seller delivers at once; the platform removes the accounts, or people who were traded in unfollow.",
            "One interval between two lists gains far more than usual, and later lists miss much of that cohort, span after"
                    + " span.",
            "A giveaway gains a crowd that leaves when it is over, most of it in the first span; a viral post gains one that"
                    + " stays. A purge or a good day of the platform meets everybody and is taken off. Always weak by itself.",
            "Needs at least five complete lists of the account before a burst can be told, and one after it. Steady deliveries"
                    + " are no burst; followers that the seller replaces are not missed; bursts of bought followers that stay"
                    + " are in the table but no finding. Intervals bound all times, and the interval of the ratio is that of"
                    + " chance, not of how much peers differ among themselves.",
            "One shuffle of the ties of usable lists; the rest is one row per cohort and span, eleven spans at most.",
            "Liu et al., CIKM 2017 (burst, then drop); Stringhini et al., IMC 2013 (gains followed by losses); Myers and Leskovec,"
                    + " WWW 2014 (bursts without purchase); Breslow and Day 1987 (the ratio)",
            "T");

    private final SpikeOptions options;

    public SpikeFindings(SpikeOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "spike and decay findings";
    }

    @Override
    public String signature() {
        return "spike and decay";
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
        return List.of(BURST_DECAY, COVERAGE, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return fastest(inputs.of(BURST_DECAY))
                .join(FollowerLists.newest(inputs.of(COVERAGE)), "account")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("last.hazard_ratio"))
                .withColumn("support", col("last.at_risk").minus(col("last.gone")))
                .withColumn("share_low", lit(0.0))
                .withColumn("share_high", least(lit(1.0), col("support").divide(greatest(col("listed"), lit(1)))))
                .withColumn("evidence", evidence())
                .withColumn("query", Query.about("""
                        select *, (gained - at_risk + gone) / gained as gone_share,
                          first(gone) over (partition by snapshot_before, snapshot_after order by snapshot_later)
                            / nullif(gained - at_risk + gone, 0) as first_gone_share
                        from burst_decay where account = {account} order by snapshot_after, snapshot_later
                        """));
    }

    /** One row per account: its burst that left fastest, first (span) and last (span, with the ratio over all of them). */
    private Dataset<Row> fastest(Dataset<Row> decay) {
        Column span = struct(
                "snapshot_later",
                "gained",
                "usual",
                "at_risk",
                "gone",
                "peers",
                "enough_data",
                "expected_gone",
                "hazard_ratio",
                "hazard_low",
                "hazard_high");
        return decay.groupBy("account", "snapshot_before", "snapshot_after")
                .agg(min(span).as("first"), max(span).as("last"))
                .where(col("last.enough_data").and(col("last.hazard_low").geq(options.minHazard())))
                .groupBy("account")
                .agg(max(struct(
                                col("last.hazard_low"),
                                col("snapshot_after"),
                                col("snapshot_before"),
                                col("first"),
                                col("last")))
                        .as("burst"))
                .select("account", "burst.*");
    }

    private static Column evidence() {
        Column gone = col("last.gained").minus(col("last.at_risk")).plus(col("last.gone"));
        Column atOnce = col("first.gone").divide(gone);
        Column burst = concat(
                lit("Of "),
                Sentence.count(col("last.gained")),
                lit(" followers gained between "),
                Sentence.day(col("snapshot_before")),
                lit(" and "),
                Sentence.day(col("snapshot_after")),
                lit(", where "),
                Sentence.decimal(col("last.usual")),
                lit(" were usual, "),
                Sentence.percent(gone.divide(col("last.gained"))),
                lit(" were gone by "),
                Sentence.day(col("last.snapshot_later")),
                lit(", "),
                Sentence.percent(atOnce),
                lit(" of these by "),
                Sentence.day(col("first.snapshot_later")),
                lit("."));
        Column ratio = concat(
                lit("They left "),
                Sentence.decimal(col("last.hazard_ratio")),
                lit(" times as fast as those whom "),
                Sentence.count(col("last.peers")),
                lit(" other accounts gained at like times (95 % interval "),
                Sentence.decimal(col("last.hazard_low")),
                lit(" to "),
                Sentence.decimal(col("last.hazard_high")),
                lit(")."));
        Column likeGiveaway = when(atOnce.geq(0.5), "Most of them left at once, as after a giveaway.")
                .otherwise("They left little by little; a giveaway loses most at once.");
        return concat_ws(" ", burst, ratio, likeGiveaway);
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column some = col("most").geq(options.minIntervals() + 1);
        Column several = col("accounts").gt(options.minPeers());
        return inputs.of(SNAPSHOT_PAIRS)
                .where(col("usable").and(col("direction").equalTo("followers")))
                .groupBy("account")
                .agg(count(lit(1)).as("intervals"))
                .agg(max("intervals").as("most"), count(lit(1)).as("accounts"))
                .select(
                        when(some.and(several), "yes")
                                .when(some, "partly")
                                .otherwise("no")
                                .as("ran"),
                        when(some.and(several), "")
                                .when(some, "too few accounts with later lists to compare leaving with")
                                .otherwise("no account has " + (options.minIntervals() + 2)
                                        + " complete follower lists to compare")
                                .as("reason"));
    }
}
