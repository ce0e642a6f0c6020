package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.churn.Words.count;
import static org.followerassay.churn.Words.day;
import static org.followerassay.churn.Words.percent;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Each mass follower as a finding about its own behaviour.
 *
 * <p>Where its followers are known and hardly any of those whom it dropped had followed back, it is left out: that is how
 * somebody looks who starts over with an empty list. Where they are not known, the finding is moderate.
 */
final class FollowChurnFindings implements Derivation {
    static final String SIGNATURE = "follow churn";

    /** A tenth of strangers follow back whoever follows them; fewer among those dropped means that nobody was courted. */
    private static final double MUTUAL_MIN = 0.1;

    @Override
    public String name() {
        return SIGNATURE;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(MASS_FOLLOWERS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column dropped = col("followees_peak").minus(col("followees_last"));
        Column unknown = col("followers_peak").isNull();
        return inputs.of(MASS_FOLLOWERS)
                .where(unknown.or(col("unfollowed_mutual").geq(dropped.multiply(MUTUAL_MIN))))
                .select(
                        col("snapshot_last").as("snapshot"),
                        col("account"),
                        lit(SIGNATURE).as("signature"),
                        lit("behaviour").as("axis"),
                        when(unknown, "moderate").otherwise("strong").as("tier"),
                        col("drop_share").as("score"),
                        col("followees_peak").minus(col("followees_last")).as("support"),
                        lit(null).cast(DoubleType).as("share_low"),
                        lit(null).cast(DoubleType).as("share_high"),
                        concat_ws("; ", fall(), followBacks(), growth(), kept()).as("evidence"),
                        concat(
                                        lit(
                                                "select *, datediff(snapshot_last, snapshot_peak) as days from mass_followers where account = "),
                                        col("account"))
                                .as("query"));
    }

    private static Column fall() {
        return concat(
                lit("Followed "),
                count("followees_peak"),
                lit(" accounts on "),
                day("snapshot_peak"),
                lit(" and "),
                count("followees_last"),
                lit(" on "),
                day("snapshot_last"),
                lit(", "),
                datediff(col("snapshot_last"), col("snapshot_peak")),
                lit(" days later ("),
                percent(col("drop_share"), 2),
                lit(" fewer)"));
    }

    private static Column followBacks() {
        Column known =
                col("followers_peak").isNotNull().or(col("unfollowed_mutual").gt(0));
        return when(known, concat(count("unfollowed_mutual"), lit(" of the accounts unfollowed had followed back")));
    }

    private static Column growth() {
        Column known =
                col("followers_before").isNotNull().and(col("followers_last").isNotNull());
        return when(
                known,
                concat(
                        lit("its followers went from "),
                        count("followers_before"),
                        lit(" through "),
                        count("followers_peak"),
                        lit(" at the peak to "),
                        count("followers_last")));
    }

    private static Column kept() {
        return concat(percent(col("kept_share"), 0), lit(" of the followers gained up to the peak are still there"));
    }
}
