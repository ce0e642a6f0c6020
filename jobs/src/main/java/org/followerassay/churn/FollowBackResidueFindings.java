package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.churn.Words.count;
import static org.followerassay.churn.Words.percent;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Audiences with far more follow-backers than their peers', as findings. */
final class FollowBackResidueFindings implements Derivation {
    static final String SIGNATURE = "follow-back residue";

    private final Residue options;

    FollowBackResidueFindings(Residue options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "follow-back findings";
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_BACK_RESIDUE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column standsOut = col("residue")
                .geq(options.zMin())
                .and(col("follow_backers_share").geq(options.shareMin()))
                .and(col("peers").geq(options.peersMin()));
        return inputs.of(FOLLOW_BACK_RESIDUE)
                .where(standsOut)
                .select(
                        col("snapshot"),
                        col("account"),
                        lit(SIGNATURE).as("signature"),
                        lit("audience").as("axis"),
                        lit("moderate").as("tier"),
                        col("residue").as("score"),
                        col("follow_backers").as("support"),
                        // The measured followers are no random sample, so that no bound for all of them follows.
                        lit(null).cast(DoubleType).as("share_low"),
                        lit(null).cast(DoubleType).as("share_high"),
                        evidence().as("evidence"),
                        concat(
                                        lit("select *, " + options.overlapAbove()
                                                + " as overlap_above from follow_back_residue where account = "),
                                        col("account"))
                                .as("query"));
    }

    private Column evidence() {
        return concat(
                count("follow_backers"),
                lit(" of the "),
                count("measured"),
                lit(" followers whose own ties are in the export ("),
                percent(col("follow_backers_share"), 1),
                lit(") have an overlap of followers and followees above "),
                lit(options.overlapAbove()),
                lit("; the median of "),
                count("peers"),
                lit(" accounts of similar size is "),
                percent(col("peer_median"), 1),
                lit(", which is "),
                format_number(col("z"), 1),
                lit(" robust standard deviations less; it follows "),
                percent(col("returned_share"), 1),
                lit(" of its followers itself"));
    }
}
