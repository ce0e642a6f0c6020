package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.SOCIAL_CAPITALISTS;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Capital;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Accounts that follow whoever follows them, or are followed by whomever they follow, by the thousand.
 *
 * <p>Overlap index: accounts that are both followers and followees, over the smaller of the two lists (Dugué and Perez 2014).
 * "I follow you, follow me" (IFYFM) follow more than follow them, "follow me, I follow you" (FMIFY) fewer. Link farmers are
 * such accounts (Ghosh and others 2012). Only where both lists are whole, in the newest such snapshot. One join of degrees
 * with coverage.
 */
final class SocialCapitalists implements Derivation {
    private final Capital options;

    SocialCapitalists(Capital options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "social capitalists";
    }

    @Override
    public Table output() {
        return SOCIAL_CAPITALISTS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(DEGREES, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column many =
                col("followers").geq(options.capitalFrom()).and(col("followees").geq(options.capitalFrom()));
        Dataset<Row> bothWhole = inputs.of(COVERAGE)
                .groupBy("snapshot", "account")
                .agg(
                        count_if(col("complete").and(col("direction").equalTo("followers")))
                                .as("whole_followers"),
                        count_if(col("complete").and(col("direction").equalTo("followees")))
                                .as("whole_followees"))
                .where(col("whole_followers").gt(0).and(col("whole_followees").gt(0)));
        return inputs.of(DEGREES)
                .where(many)
                .join(bothWhole, new String[] {"snapshot", "account"}, "left_semi")
                .groupBy("account")
                .agg(max(struct("snapshot", "followers", "followees", "mutual", "overlap_index"))
                        .as("newest"))
                .select("account", "newest.*")
                .where(col("overlap_index").gt(options.capitalOverlap()))
                .withColumn(
                        "strategy",
                        when(col("followees").gt(col("followers")), "IFYFM").otherwise("FMIFY"));
    }
}
