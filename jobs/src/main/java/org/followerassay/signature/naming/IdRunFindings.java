package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.NamingTables.ID_ORDER;
import static org.followerassay.table.NamingTables.ID_RUNS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/**
 * Accounts that many followers with consecutive ids follow.
 *
 * <p>See {@link #about()}. Always weak.
 */
public final class IdRunFindings implements Signature {
    private static final About ABOUT = new About(
            "Do followers have ids that follow one another, with none of the other known accounts between?",
            "Accounts made by a script are made one after the other, so that the platform gives them neighbouring ids; when they"
                    + " are sold together, the neighbours follow the same account.",
            "Runs of followers that are neighbours when all accounts of the export are sorted by id.",
            "People who signed up together to follow this account: a class, a conference, the readers of a newsletter or the"
                    + " viewers of a programme that said where to find it, the first hours of a new platform. A young audience"
                    + " by itself is not enough, since others were created in the same week, unless hardly any other list of"
                    + " the export holds such accounts.",
            "Needs ids that grow with time, which hashed ids do not: it tests this, and says so. Needs creation dates, and other"
                    + " lists whose followers can lie between: of one list alone it says nothing. Sees nothing of accounts that"
                    + " were made slowly, or shuffled before they were sold.",
            "n log n: the ties are shuffled by follower and sorted by list and week, the accounts sorted by week.",
            "Gurajala et al. 2015 (name patterns and creation times in bulk); Wald and Wolfowitz, Annals of Mathematical"
                    + " Statistics 1940 (runs)",
            "E P");

    private final NamingOptions options;

    public IdRunFindings(NamingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "id run findings";
    }

    @Override
    public String signature() {
        return "id runs";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.PROFILE;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ID_RUNS, ID_ORDER);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(ID_RUNS)
                .where(col("run_followers").geq(options.minRunFollowers()))
                .groupBy("snapshot", "account")
                .agg(max_by(
                                struct(
                                        "part",
                                        "known",
                                        "pairs",
                                        "expected_pairs",
                                        "runs",
                                        "run_followers",
                                        "longest_run",
                                        "run_share"),
                                struct("run_followers", "part"))
                        .as("most"))
                .select("snapshot", "account", "most.*")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("audience"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("run_share"))
                .withColumn("support", col("run_followers"))
                .withColumn("share_low", lit(null).cast("double"))
                .withColumn("share_high", lit(null).cast("double"))
                .withColumn("evidence", evidence())
                .withColumn("query", concat(lit("select * from id_runs where account = "), col("account")));
    }

    private static Column evidence() {
        return concat_ws(
                "",
                Sentence.count(col("run_followers")),
                lit(" of "),
                Sentence.count(col("known")),
                when(col("part").equalTo(ListParts.LIST), " dated followers").otherwise(" dated followers in lots"),
                lit(" are in "),
                Sentence.count(col("runs")),
                lit(" runs of ids with no other known account between, the longest of "),
                Sentence.count(col("longest_run")),
                lit("; there are "),
                Sentence.count(col("pairs")),
                lit(" pairs of neighbours where "),
                Sentence.decimal(col("expected_pairs")),
                lit(" were to be expected."));
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Dataset<Row> lists = inputs.of(ID_RUNS)
                .agg(count_if(col("part").equalTo(ListParts.LIST)).as("lists"));
        Column sequential = coalesce(col("sequential"), lit(false));
        Column dated = coalesce(col("accounts"), lit(0)).gt(0);
        return inputs.of(ID_ORDER)
                .agg(
                        max("sequential").as("sequential"),
                        max("accounts").as("accounts"),
                        count(lit(1)).as("rows"))
                .crossJoin(lists)
                .select(
                        when(sequential.and(col("lists").gt(1)), "yes")
                                .when(sequential.and(col("lists").gt(0)), "partly")
                                .otherwise("no")
                                .as("ran"),
                        when(sequential.and(col("lists").gt(1)), "")
                                .when(
                                        sequential.and(col("lists").gt(0)),
                                        "there is one list only: no other followers can lie between its own")
                                .when(sequential, "no follower of a list has a creation date")
                                .when(dated, "ids do not grow with time as far as the export tells: they may be hashed")
                                .otherwise("not enough accounts with creation dates")
                                .as("reason"));
    }
}
