package org.followerassay.signature.expected;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.ExpectedTables.EXPECTED_FOLLOWERS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.profile.NewestProfiles;
import org.followerassay.table.Table;

/**
 * How many followers accounts like it have, for each account with a follower list.
 *
 * <p>The finest cell with enough other accounts counts. Quantiles are exact, over the distinct follower counts of a cell.
 * Shuffles the profiles once by account, and by cell only what is left after equal counts are added up; no tie is read.
 */
public final class ExpectedFollowers implements Derivation {
    /** The 90 % quantile of a normal distribution: what the upper end of the range is, in deviations. */
    private static final double UPPER_END = 1.281552;

    /** Deviations are at least this, in natural logarithms: a cell of equals must not make one follower more stand out. */
    private static final double SMALLEST_DEVIATION = 0.1;

    private final ExpectedFollowersOptions options;

    public ExpectedFollowers(ExpectedFollowersOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "expected followers";
    }

    @Override
    public Table output() {
        return EXPECTED_FOLLOWERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ACCOUNTS, COVERAGE);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE)).withColumnRenamed("listed", "listed_followers");
        Dataset<Row> profiles = NewestProfiles.of(inputs.of(ACCOUNTS))
                .join(lists, new String[] {"account"}, "left")
                .withColumn("followers", coalesce(col("followers"), col("listed_followers")));
        return beside(profiles, profiles.where(col("snapshot").isNotNull()), options);
    }

    /**
     * Some accounts beside a population.
     *
     * @param population columns account, followers, age_days, posts, followees, listed
     * @param accounts the same columns, and snapshot; members of the population
     */
    public static Dataset<Row> beside(
            Dataset<Row> population, Dataset<Row> accounts, ExpectedFollowersOptions options) {
        Dataset<Row> ranges = ranges(population).where(col("peers").geq(options.minPeers()));
        Column above = log1p(col("followers")).minus(log1p(col("expected")));
        Column deviation =
                log1p(col("expected_high")).minus(log1p(col("expected"))).divide(UPPER_END);
        return Cells.of(accounts.where(col("followers").isNotNull()))
                .join(ranges, new String[] {"level", "cell"})
                .groupBy("snapshot", "account", "followers")
                .agg(min_by(struct("likeness", "peers", "expected", "expected_low", "expected_high"), col("level"))
                        .as("range"))
                .select("snapshot", "account", "followers", "range.*")
                .withColumn("times", col("followers").divide(greatest(col("expected_high"), lit(1))))
                .withColumn("z", above.divide(greatest(deviation, lit(SMALLEST_DEVIATION))));
    }

    /** One row per level and cell: peers (its accounts but one), expected, expected_low, expected_high. */
    private static Dataset<Row> ranges(Dataset<Row> population) {
        Dataset<Row> counts = Cells.of(population.where(col("followers").isNotNull()))
                .groupBy("level", "cell", "followers")
                .agg(count(lit(1)).as("accounts"));
        return counts.groupBy("level", "cell")
                .agg(
                        sum("accounts").minus(1).as("peers"),
                        percentile(col("followers"), array(lit(0.1), lit(0.5), lit(0.9)), col("accounts"))
                                .as("quantiles"))
                .select(
                        col("level"),
                        col("cell"),
                        col("peers"),
                        col("quantiles").getItem(0).as("expected_low"),
                        col("quantiles").getItem(1).as("expected"),
                        col("quantiles").getItem(2).as("expected_high"));
    }
}
