package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.churn.Words.count;
import static org.followerassay.churn.Words.percent;
import static org.followerassay.table.ChurnTables.SOCIAL_CAPITALISTS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Each social capitalist as a finding about its own behaviour; weak, for it breaks no rule and courts nobody by itself. */
final class SocialCapitalistFindings implements Derivation {
    static final String SIGNATURE = "social capitalist";

    @Override
    public String name() {
        return "social capitalist findings";
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(SOCIAL_CAPITALISTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return inputs.of(SOCIAL_CAPITALISTS)
                .select(
                        col("snapshot"),
                        col("account"),
                        lit(SIGNATURE).as("signature"),
                        lit("behaviour").as("axis"),
                        lit("weak").as("tier"),
                        col("overlap_index").as("score"),
                        col("mutual").as("support"),
                        lit(null).cast(DoubleType).as("share_low"),
                        lit(null).cast(DoubleType).as("share_high"),
                        concat(
                                        count("mutual"),
                                        lit(" accounts are both among its "),
                                        count("followers"),
                                        lit(" followers and its "),
                                        count("followees"),
                                        lit(" followees, which is "),
                                        percent(col("overlap_index"), 1),
                                        lit(" of the shorter list ("),
                                        col("strategy"),
                                        lit(")"))
                                .as("evidence"),
                        concat(lit("select * from social_capitalists where account = "), col("account"))
                                .as("query"));
    }
}
