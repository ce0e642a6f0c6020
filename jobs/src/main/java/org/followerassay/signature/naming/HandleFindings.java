package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.NamingTables.HANDLE_SHAPES;
import static org.followerassay.table.NamingTables.HANDLE_TEMPLATES;
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
 * Accounts many of whose followers have handles built alike, far more than in other lists.
 *
 * <p>See {@link #about()}. Always weak.
 */
public final class HandleFindings implements Signature {
    /** Times the expected share that even the lower end of the interval must reach. */
    private static final double TIMES = 2;

    private static final About ABOUT = new About(
            "Do many followers have handles that are built alike, far more than the followers of other accounts?",
            "A script that makes accounts in bulk fills in names by one rule: a first name and eight digits, say.",
            "One template, such as letters and then eight digits, for a share of the list that other lists don't have.",
            "Handles that the platform's sign-up form suggested to everybody of some years or countries; scripts in which names"
                    + " are written without separators; a fan club or a school whose members name themselves alike; a young"
                    + " audience on an old platform, where short names are taken; numbers of players or of a region.",
            "A seller who takes names from real accounts leaves nothing to see. Of display names, which some exports give for"
                    + " handles, templates say little. Exports without names say nothing, and templates of fewer than 20"
                    + " followers are not published.",
            "Linear: the ties are shuffled once by follower, to meet the handles.",
            "Gurajala et al. 2015 (name patterns of accounts made in bulk)",
            "E P");

    private final NamingOptions options;

    public HandleFindings(NamingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "handle findings";
    }

    @Override
    public String signature() {
        return "handle templates";
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
        return List.of(HANDLE_TEMPLATES, HANDLE_SHAPES);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = lists(inputs).where(col("lists").geq(options.minPeers()));
        return inputs.of(HANDLE_TEMPLATES)
                .where(col("known").geq(options.minHandles()))
                .withColumn("excess", col("share").minus(col("expected_share")))
                .where(col("excess").geq(options.minExcess()))
                .where(col("share_low")
                        .geq(greatest(col("expected_share"), lit(0.01)).multiply(TIMES)))
                .crossJoin(lists)
                .groupBy("snapshot", "account")
                .agg(max_by(
                                struct("part", "template", "known", "followers", "share", "expected_share", "excess"),
                                struct("excess", "part", "template"))
                        .as("most"))
                .select("snapshot", "account", "most.*")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("audience"))
                .withColumn("tier", lit("weak"))
                .withColumn("score", col("excess"))
                .withColumn("support", col("followers"))
                .withColumn("share_low", lit(null).cast("double"))
                .withColumn("share_high", lit(null).cast("double"))
                .withColumn("evidence", evidence())
                .withColumn(
                        "query",
                        concat(
                                lit("select * from handle_templates where account = "),
                                col("account"),
                                lit(" order by part, followers desc")));
    }

    private static Dataset<Row> lists(Inputs inputs) {
        return inputs.of(HANDLE_SHAPES)
                .agg(
                        count_if(col("part").equalTo(ListParts.LIST)).as("lists"),
                        count(lit(1)).as("rows"))
                .select(coalesce(col("lists"), lit(0L)).as("lists"));
    }

    private static Column evidence() {
        Column inList = col("part").equalTo(ListParts.LIST);
        return concat_ws(
                "",
                Sentence.count(col("followers")),
                lit(" of "),
                Sentence.count(col("known")),
                when(inList, " followers").otherwise(" followers in lots"),
                lit(" with a known handle have one that is built as "),
                col("template"),
                lit(" (letters as a, digits as 9): "),
                Sentence.percent(col("share")),
                lit(", against "),
                Sentence.percent(col("expected_share")),
                when(inList, " in the other lists.").otherwise(" of the account's other followers."));
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column enough = col("lists").geq(options.minPeers());
        Column any = col("lists").gt(0);
        return lists(inputs)
                .select(
                        when(enough, "yes").when(any, "partly").otherwise("no").as("ran"),
                        when(enough, "")
                                .when(
                                        any,
                                        "handles are counted, but fewer than " + options.minPeers()
                                                + " lists with known handles can be compared")
                                .otherwise("no handles of followers")
                                .as("reason"));
    }
}
