package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.ACTORS;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Which of the churn patterns could be looked for, and why the others could not. */
final class ChurnRuns implements Derivation {
    private final Residue options;

    ChurnRuns(Residue options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "churn patterns looked for";
    }

    @Override
    public Table output() {
        return SIGNATURE_RUNS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(COVERAGE, SNAPSHOT_PAIRS, ACTORS, FOLLOW_BACK_RESIDUE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> coverage = inputs.of(COVERAGE);
        Dataset<Row> pairs = inputs.of(SNAPSHOT_PAIRS);
        Column ofFollowees = col("direction").equalTo("followees");
        Dataset<Row> ledger = compared(coverage, pairs, "no account has two complete follower or followee lists")
                .select(run("follow changes", "Who followed and who left between two snapshots?", "E T"));
        Dataset<Row> massFollowing = compared(
                        coverage.where(ofFollowees),
                        pairs.where(ofFollowees),
                        "no account has two complete lists of the accounts that it follows")
                .select(run(
                        FollowChurnFindings.SIGNATURE,
                        "Did an account follow many others and unfollow most of them?",
                        "E T"));
        Dataset<Row> residue = judged(inputs.of(FOLLOW_BACK_RESIDUE))
                .select(run(
                        FollowBackResidueFindings.SIGNATURE,
                        "Is an audience made of accounts that follow back nearly everybody?",
                        "E"));
        Dataset<Row> actors = acted(inputs.of(ACTORS));
        Dataset<Row> capital = bothWays(coverage)
                .select(run(
                        SocialCapitalistFindings.SIGNATURE,
                        "Do an account's followers and followees nearly coincide?",
                        "E"));
        return ledger.unionByName(massFollowing)
                .unionByName(residue)
                .unionByName(actors)
                .unionByName(capital);
    }

    /** One row: how much of the history can be compared. */
    private static Dataset<Row> compared(Dataset<Row> coverage, Dataset<Row> pairs, String nothingUsable) {
        Dataset<Row> snapshots =
                coverage.agg(min("snapshot").as("oldest"), max("snapshot").as("newest"));
        Dataset<Row> usable =
                pairs.agg(count(lit(1)).as("of"), count_if(not(col("usable"))).as("without"));
        Column left = col("without");
        Column all = left.equalTo(0).and(col("of").gt(0));
        Column none = left.equalTo(col("of"));
        return snapshots
                .crossJoin(usable)
                .withColumn("ran", when(all, "yes").when(none, "no").otherwise("partly"))
                .withColumn(
                        "reason",
                        when(all, "")
                                .when(col("newest").isNull(), "no such list is in the export")
                                .when(col("oldest").equalTo(col("newest")), "one snapshot only")
                                .when(none, nothingUsable)
                                .otherwise(concat(
                                        format_number(left, 0),
                                        lit(" of "),
                                        format_number(col("of"), 0),
                                        lit(" pairs of snapshots can't be compared, see snapshot_pairs"))));
    }

    /** One row per pattern of actors: it needs follows in the ledger. */
    private static Dataset<Row> acted(Dataset<Row> actors) {
        Column some = col("actors").gt(0);
        Dataset<Row> ran = actors.agg(count(lit(1)).as("actors"))
                .withColumn("ran", when(some, "yes").otherwise("no"))
                .withColumn("reason", when(some, "").otherwise("the ledger holds no follow"));
        return ran.select(run(ActorFindings.MASS_FOLLOWING, "Did an account follow hundreds in a day?", "E T"))
                .unionByName(ran.select(run(
                        ActorFindings.CHURNING, "Did an account drop most new followees within two months?", "E T")))
                .unionByName(ran.select(
                        run(ActorFindings.FISHING, "Did an account drop those who had followed back?", "E T")))
                .unionByName(ran.select(run(
                        ActorFindings.RHYTHM, "Does an account follow and drop in the rhythm of software?", "E T")));
    }

    /** One row: whether the lists of followers and of followees of some account are both whole. */
    private static Dataset<Row> bothWays(Dataset<Row> coverage) {
        Column some = col("accounts").gt(0);
        return coverage.where(col("complete"))
                .groupBy("account", "snapshot")
                .agg(countDistinct("direction").as("directions"))
                .where(col("directions").equalTo(2))
                .agg(count(lit(1)).as("accounts"))
                .withColumn("ran", when(some, "yes").otherwise("no"))
                .withColumn(
                        "reason", when(some, "").otherwise("no account has whole lists of followers and of followees"));
    }

    /** One row: how many audiences could be measured, and set beside peers. */
    private Dataset<Row> judged(Dataset<Row> residue) {
        Column measured = col("measured_accounts");
        Column withPeers = col("with_peers");
        Column alone = concat(
                lit("accounts with fewer than "),
                lit(options.peersMin()),
                lit(" peers of their size can't be judged: "));
        return residue.agg(
                        count(lit(1)).as("measured_accounts"),
                        count_if(col("peers").geq(options.peersMin())).as("with_peers"))
                .withColumn(
                        "ran",
                        when(withPeers.equalTo(0), "no")
                                .when(withPeers.lt(measured), "partly")
                                .otherwise("yes"))
                .withColumn(
                        "reason",
                        when(
                                        measured.equalTo(0),
                                        concat(
                                                lit("no account has "),
                                                lit(options.measuredMin()),
                                                lit(" followers whose own ties are in the export")))
                                .when(
                                        withPeers.lt(measured),
                                        concat(
                                                alone,
                                                format_number(measured.minus(withPeers), 0),
                                                lit(" of "),
                                                format_number(measured, 0)))
                                .otherwise(""));
    }

    private static Column[] run(String signature, String question, String needs) {
        return new Column[] {
            lit(signature).as("signature"),
            lit(question).as("question"),
            lit(needs).as("needs"),
            col("ran"),
            col("reason")
        };
    }
}
