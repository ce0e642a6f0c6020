package org.followerassay.rank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
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
    /** The measure that is meant where none is named: the worse of the places by attention and by audience h. */
    static final String QUALITY = "quality";

    static final String ATTENTION = "attention";

    static final String AUDIENCE_H = "audience_h";
    static final String EFFECTIVE_AUDIENCE = "effective_audience";
    static final String RECIPROCITY_ADJUSTED = "reciprocity_adjusted";
    static final String TUNKRANK = "tunkrank";
    static final String PAGERANK = "pagerank";

    static final List<String> ALL = List.of(
            FOLLOWERS, QUALITY, ATTENTION, AUDIENCE_H, EFFECTIVE_AUDIENCE, RECIPROCITY_ADJUSTED, TUNKRANK, PAGERANK);

    static final List<Table> INPUTS = List.of(AUDIENCE_RANK, PROPAGATED_SCORES);

    /** Columns snapshot, account, tier, followers, attention, audience_h, measure and value, which is not null. One shuffle. */
    static Dataset<Row> of(Inputs inputs) {
        Column[] measures = ALL.stream().map(Measures::measured).toArray(Column[]::new);
        Dataset<Row> scores = inputs.of(PROPAGATED_SCORES).drop("snapshot");
        Dataset<Row> accounts = inputs.of(AUDIENCE_RANK);
        Dataset<Row> placed =
                accounts.agg(greatest(count("attention"), count("audience_h")).as("placed"));
        return accounts.crossJoin(broadcast(placed))
                .withColumn(QUALITY, quality())
                .join(scores, new String[] {"account"}, "left")
                .select(
                        col("snapshot"),
                        col("account"),
                        col("tier"),
                        col("followers"),
                        col("attention"),
                        col("audience_h"),
                        explode(array(measures)).as("measured"))
                .select("snapshot", "account", "tier", "followers", "attention", "audience_h", "measured.*")
                .where(col("value").isNotNull());
    }

    /** How many accounts neither order places above: large is good, as of all measures. */
    private static Column quality() {
        Column worse = greatest(col("rank_by_attention"), col("rank_by_audience_h"));
        return when(
                col("rank_by_attention")
                        .isNotNull()
                        .and(col("rank_by_audience_h").isNotNull()),
                col("placed").minus(worse).plus(1));
    }

    private static Column measured(String measure) {
        return struct(lit(measure).as("measure"), col(measure).cast(DoubleType).as("value"));
    }

    private Measures() {}
}
