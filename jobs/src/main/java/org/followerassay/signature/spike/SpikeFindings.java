package org.followerassay.signature.spike;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/** Accounts that gained a burst of followers who left sooner than those of others. See {@link #about()}; always weak. */
public final class SpikeFindings implements Signature {
    private static final About ABOUT = new About(
            "Did an account gain followers in a burst, and lose them sooner than other accounts lose theirs?",
            "A seller delivers at once; the platform removes the accounts, or people who were traded in unfollow.",
            "One interval between two lists gains far more than usual, and later lists miss much of that cohort.",
            "A giveaway gains a crowd that leaves when it is over; a viral post gains one that stays. A purge or a good day of"
                    + " the platform meets everybody and is taken off. The finding is always weak by itself.",
            "Needs at least five complete lists of the account before a burst can be told, and one after it. Steady deliveries"
                    + " are no burst; followers that the seller replaces are not missed; bursts of bought followers that stay are"
                    + " in the table but no finding. Intervals bound all times.",
            "Two shuffles of the ties of usable lists, and one per doubling of the number of later lists (eleven at most).",
            "Liu et al., CIKM 2017 (burst, then drop); Stringhini et al., IMC 2013 (gains followed by losses); Myers and Leskovec,"
                    + " WWW 2014 (bursts without purchase)",
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
        return List.of(ARRIVAL_COHORTS, COVERAGE, SNAPSHOT_PAIRS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> decayed = inputs.of(ARRIVAL_COHORTS)
                .where(col("burst").and(col("hazard_low").geq(options.minHazard())));
        Column last = struct(col("gone"), col("snapshot_later"), col("snapshot_after"));
        Dataset<Row> worst = decayed.groupBy("account")
                .agg(max_by(
                                struct(
                                        "snapshot_before",
                                        "snapshot_after",
                                        "snapshot_later",
                                        "arrived",
                                        "kept",
                                        "gone",
                                        "usual",
                                        "peers",
                                        "peer_arrived",
                                        "peer_kept",
                                        "hazard_ratio",
                                        "hazard_low",
                                        "hazard_high"),
                                last)
                        .as("worst"))
                .select("account", "worst.*");
        return worst.join(FollowerLists.newest(inputs.of(COVERAGE)), "account")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("hazard_ratio"))
                .withColumn("support", col("arrived"))
                .withColumn("share_low", lit(0.0))
                .withColumn("share_high", least(lit(1.0), col("kept").divide(greatest(col("listed"), lit(1)))))
                .withColumn("evidence", evidence())
                .withColumn(
                        "query",
                        concat(lit("select * from arrival_cohorts where burst and account = "), col("account")));
    }

    private static Column evidence() {
        Column stayed = col("peer_kept").divide(col("peer_arrived"));
        return concat(
                lit("Of "),
                Sentence.count(col("arrived")),
                lit(" followers gained between "),
                Sentence.day(col("snapshot_before")),
                lit(" and "),
                Sentence.day(col("snapshot_after")),
                lit(", where "),
                Sentence.decimal(col("usual")),
                lit(" were usual, "),
                Sentence.percent(col("gone").divide(col("arrived"))),
                lit(" were gone by "),
                Sentence.day(col("snapshot_later")),
                lit("; of followers whom "),
                Sentence.count(col("peers")),
                lit(" other accounts gained at like times, "),
                Sentence.percent(lit(1).minus(stayed)),
                lit(". They left "),
                Sentence.decimal(col("hazard_ratio")),
                lit(" times as fast (95 % interval "),
                Sentence.decimal(col("hazard_low")),
                lit(" to "),
                Sentence.decimal(col("hazard_high")),
                lit("). A giveaway looks the same."));
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
