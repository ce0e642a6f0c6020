package org.followerassay.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.COMPARISON;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINGERPRINT;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Every measure of every account with a follower list; where the data cannot say, no value and the reason.
 *
 * <p>Accounts are joined with what was found of them, one row each, and then turned into a row per measure. A share of
 * zero is a finding ("looked, and found none") and never stands for "could not look".
 */
final class Comparison implements Derivation {
    private static final Column NOTHING = lit(null).cast("double");

    private final ReportOptions options;

    Comparison(ReportOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "comparison";
    }

    @Override
    public Table output() {
        return COMPARISON;
    }

    @Override
    public List<Table> inputs() {
        return List.of(
                AUDIENCE_RANK,
                ARRIVALS,
                FINGERPRINT,
                LOTS,
                VENDORS,
                AUDIENCE_PROFILES,
                SNAPSHOT_PAIRS,
                CHURN,
                FOLLOW_BACK_RESIDUE,
                SIGNATURE_RUNS);
    }

    @Override
    public ReportOptions options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> accounts = inputs.of(AUDIENCE_RANK);
        Dataset<Row> facts = new AccountFacts(inputs).of(accounts);
        Dataset<Row> measured = facts.select(
                        col("snapshot"),
                        col("account"),
                        col("followers"),
                        explode(measures(inputs)).as("m"))
                .select("snapshot", "account", "followers", "m.*");
        return measured.unionByName(traits(accounts, inputs));
    }

    private static Column measures(Inputs inputs) {
        return array(
                known("followers", col("followers")),
                known("rank_by_followers", col("rank_by_followers")),
                known("attention", col("attention")),
                known("rank_by_attention", col("rank_by_attention")),
                known("rank_change", col("rank_change")),
                known("audience_h", col("audience_h")),
                known("effective_audience", col("effective_audience")),
                lots(inputs),
                vendors(),
                change("gained", col("churn.gained")),
                change("lost", col("churn.lost")),
                change("churn_rate", col("churn.churn_rate")),
                followBacks("follow_backers_share", col("follow_backers_share")),
                followBacks("follow_back_residue", col("follow_back_z")));
    }

    /** Low leaves out the followers that the reference lets expect there; high counts every follower of the lots. */
    private static Column lots(Inputs inputs) {
        String why = inputs.rows(ARRIVALS) == 0
                ? "no ordered follower list with creation dates"
                : "this list has no order, or too few creation dates";
        Column looked =
                coalesce(col("fingerprinted"), lit(false)).or(col("lot_share").isNotNull());
        Column share = when(looked, coalesce(col("lot_share"), lit(0.0)));
        Column least = when(looked, coalesce(col("lot_share_low"), lit(0.0)));
        return measure("lot_followers_share", share, least, share, coalesce(col("lots_not_run"), lit(why)));
    }

    private static Column vendors() {
        Column share = when(
                col("vendors_not_run").isNull().or(col("vendor_share").isNotNull()),
                coalesce(col("vendor_share"), lit(0.0)));
        return measure("vendor_followers_share", share, NOTHING, NOTHING, col("vendors_not_run"));
    }

    private static Column change(String name, Column value) {
        Column pair = concat(
                col("churn.snapshot_before").cast("date").cast("string"),
                lit(" to "),
                col("churn.snapshot_after").cast("date").cast("string"),
                lit(", "),
                format_number(col("churn.days"), 0),
                lit(" days"));
        Column why = coalesce(col("pair_reason"), lit("one snapshot only"));
        Column empty = lit("the earlier list is empty");
        return cell(
                name,
                value,
                NOTHING,
                NOTHING,
                when(col("churn").isNull(), why).when(value.isNull(), empty).otherwise(pair));
    }

    private static Column followBacks(String name, Column value) {
        Column why = when(col("follow_backers_share").isNull(), "too few followers whose own ties are in the export")
                .otherwise("too few accounts of this size to compare with");
        return measure(name, value, NOTHING, NOTHING, why);
    }

    private static Column known(String name, Column value) {
        return measure(name, value, NOTHING, NOTHING, lit(""));
    }

    /** A measure with a note only where there is no value. */
    private static Column measure(String name, Column value, Column low, Column high, Column whyNot) {
        return cell(name, value, low, high, when(value.isNull(), whyNot));
    }

    private static Column cell(String name, Column value, Column low, Column high, Column note) {
        return struct(
                lit(name).as("measure"),
                value.cast("double").as("value"),
                low.cast("double").as("low"),
                high.cast("double").as("high"),
                coalesce(note, lit("")).as("note"));
    }

    /** One row per account and trait, those included that the export does not tell of. */
    private Dataset<Row> traits(Dataset<Row> accounts, Inputs inputs) {
        Dataset<Row> profiles = inputs.of(AUDIENCE_PROFILES);
        Dataset<Row> traits = accounts.sparkSession()
                .range(1)
                .select(explode(array(options.traits().stream()
                                        .map(trait -> lit(trait))
                                        .toArray(Column[]::new))
                                .cast("array<string>"))
                        .as("trait"))
                .unionByName(profiles.select("trait"))
                .groupBy("trait")
                .count()
                .select("trait");
        Dataset<Row> shares =
                profiles.select("snapshot", "account", "trait", "known", "share", "share_low", "share_high");
        Column partly = concat(
                lit("known of "),
                format_number(col("known"), 0),
                lit(" of "),
                format_number(col("followers"), 0),
                lit(" followers"));
        Column note = when(col("share").isNull(), "the export does not tell this of its followers")
                .when(col("known").lt(col("followers")), partly)
                .otherwise("");
        return accounts.select("snapshot", "account", "followers")
                .crossJoin(traits)
                .join(shares, new String[] {"snapshot", "account", "trait"}, "left")
                .select(
                        col("snapshot"),
                        col("account"),
                        col("followers"),
                        concat(col("trait"), lit("_share")).as("measure"),
                        col("share").as("value"),
                        col("share_low").as("low"),
                        col("share_high").as("high"),
                        note.as("note"));
    }
}
