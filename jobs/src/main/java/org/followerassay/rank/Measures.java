package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** What accounts are ranked by, one measure a row. */
final class Measures {
    static final String FOLLOWERS = "followers";
    /** The measure that is meant where none is named. */
    static final String ATTENTION = "attention";

    static final String AUDIENCE_H = "audience_h";
    static final String EFFECTIVE_AUDIENCE = "effective_audience";
    static final String RECIPROCITY_ADJUSTED = "reciprocity_adjusted";
    static final String TUNKRANK = "tunkrank";
    static final String PAGERANK = "pagerank";

    static final List<String> ALL =
            List.of(FOLLOWERS, ATTENTION, AUDIENCE_H, EFFECTIVE_AUDIENCE, RECIPROCITY_ADJUSTED, TUNKRANK, PAGERANK);

    static final List<Table> INPUTS = List.of(AUDIENCE_RANK, PROPAGATED_SCORES);

    /** Columns snapshot, account, tier, followers, attention, measure and value, which is not null. One shuffle. */
    static Dataset<Row> of(Inputs inputs) {
        Column[] measures = ALL.stream().map(Measures::measured).toArray(Column[]::new);
        Dataset<Row> scores = inputs.of(PROPAGATED_SCORES).drop("snapshot");
        return inputs.of(AUDIENCE_RANK)
                .join(scores, new String[] {"account"}, "left")
                .select(
                        col("snapshot"),
                        col("account"),
                        col("tier"),
                        col("followers"),
                        col("attention"),
                        explode(array(measures)).as("measured"))
                .select("snapshot", "account", "tier", "followers", "attention", "measured.*")
                .where(col("value").isNotNull());
    }

    private static Column measured(String measure) {
        return struct(lit(measure).as("measure"), col(measure).cast(DoubleType).as("value"));
    }

    private Measures() {}
}
