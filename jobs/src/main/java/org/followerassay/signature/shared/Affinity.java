package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The stratum in which a pair of accounts stands out most, beside what the pair's other strata let expect.
 *
 * <p>In a stratum, chance lets n k (k - 1) p_a p_b followers be shared, with p the account's part of all ties. Fans of one
 * topic share more than that, the more so the fewer accounts they follow: few choices go to the favourites of the topic, many
 * go everywhere. So a line is fitted through the pair's other strata, ln(lift) against ln(k), and the expectation is multiplied
 * by what it says here: the affinity, at least 1. A pool that follows a like number of accounts is a peak on that line. It
 * sits in one or two strata, or four if its accounts are people's own; the neighbours are left out of the fit, and a pool
 * spread further is not seen.
 */
final class Affinity {
    /** The line falls, by no more than the square of k: a steeper one comes from the pool itself, or from next to nothing. */
    private static final double STEEPEST = -2;

    /** Strata through which a line may be fitted. */
    private static final int LEAST_STRATA = 3;

    /** Variance between like pairs, over the square of what was expected; the doubt that lots have about their expectation, too. */
    private static final double OVERDISPERSION = 0.1;

    private static final String[] STRATUM = {"account", "other_account", "followees_from"};

    private final SharedAudienceOptions options;

    Affinity(SharedAudienceOptions options) {
        this.options = options;
    }

    /**
     * One row per pair that stands out in a stratum, with the one where it does so most.
     *
     * <p>One shuffle of the strata that may stand out, each beside the others of its pair.
     *
     * @param shared rows of the table shared_strata
     * @param strata rows of the table follower_strata
     * @return account, other_account, followees_from, stratum_shared, stratum_expected (affinity included), stratum_z, affinity
     */
    Dataset<Row> mostDistinct(Dataset<Row> shared, Dataset<Row> strata) {
        Dataset<Row> chance = strata.where(col("pair_ends").gt(0))
                .select("followees_from", "pair_ends")
                .crossJoin(broadcast(FollowerStrata.totals(strata)));
        Dataset<Row> hopeful = shared.join(broadcast(chance), "followees_from")
                .withColumn("by_chance", FollowerStrata.expected(col("pair_ends")))
                .where(standsOut(col("shared"), col("by_chance")))
                .drop("pair_ends", "all_ties", "all_pair_ends");
        Column most = struct("followees_from", "shared", "stratum_expected", "stratum_z", "affinity");
        return hopeful.join(affinities(hopeful, shared, chance), STRATUM, "left")
                .withColumn("affinity", coalesce(col("affinity"), lit(1.0)))
                .withColumn("stratum_expected", col("by_chance").multiply(col("affinity")))
                .withColumn("stratum_z", z(col("shared"), col("stratum_expected")))
                .where(standsOut(col("shared"), col("stratum_expected")))
                .groupBy("account", "other_account")
                .agg(max_by(most, struct("stratum_z", "followees_from")).as("most"))
                .select("account", "other_account", "most.*")
                .withColumnRenamed("shared", "stratum_shared");
    }

    /** What the line through the pair's other strata says of each hopeful one; none where there are too few. */
    private static Dataset<Row> affinities(Dataset<Row> hopeful, Dataset<Row> shared, Dataset<Row> chance) {
        Dataset<Row> fitted = otherStrata(hopeful, shared, chance)
                .groupBy(col("account"), col("other_account"), col("followees_from"))
                .agg(
                        count(lit(1)).as("strata"),
                        exactly(col("weight")).as("w"),
                        exactly(col("weight").multiply(col("x"))).as("wx"),
                        exactly(col("weight").multiply(col("x")).multiply(col("x")))
                                .as("wxx"),
                        exactly(col("weight").multiply(col("y"))).as("wy"),
                        exactly(col("weight").multiply(col("x")).multiply(col("y")))
                                .as("wxy"))
                .where(col("strata").geq(LEAST_STRATA).and(col("w").gt(0)));
        Column spread = col("wxx").minus(col("wx").multiply(col("wx")).divide(col("w")));
        Column together = col("wxy").minus(col("wx").multiply(col("wy")).divide(col("w")));
        Column slope = when(col("spread").gt(1e-6), col("together").divide(col("spread")))
                .otherwise(0.0);
        Column here = Strata.middle(col("followees_from")).minus(col("wx").divide(col("w")));
        Column line = col("wy").divide(col("w")).plus(col("slope").multiply(here));
        return fitted.withColumn("spread", spread)
                .withColumn("together", together)
                .withColumn("slope", least(lit(0.0), greatest(lit(STEEPEST), slope)))
                .select(
                        col("account"),
                        col("other_account"),
                        col("followees_from"),
                        greatest(lit(1.0), exp(line)).as("affinity"));
    }

    /** Each hopeful stratum beside those of its pair that are no neighbours of it: x = ln k, y = ln lift, and a weight. */
    private static Dataset<Row> otherStrata(Dataset<Row> hopeful, Dataset<Row> shared, Dataset<Row> chance) {
        Dataset<Row> others = chance.withColumnRenamed("followees_from", "other_from");
        Dataset<Row> seen = shared.select(
                col("account"),
                col("other_account"),
                col("followees_from").as("other_from"),
                col("shared").as("other_shared"));
        Column apart = abs(Strata.number(col("other_from")).minus(Strata.number(col("followees_from"))));
        Column variance = lit(1.0).divide(col("other_shared").plus(0.5)).plus(OVERDISPERSION);
        Column known = col("other_expected").divide(col("other_expected").plus(1));
        return hopeful.join(broadcast(others), apart.gt(1))
                .join(seen, new String[] {"account", "other_account", "other_from"}, "left")
                .withColumn("other_shared", coalesce(col("other_shared"), lit(0L)))
                .withColumn("other_expected", FollowerStrata.expected(col("pair_ends")))
                .withColumn("x", Strata.middle(col("other_from")))
                .withColumn(
                        "y",
                        ln(col("other_shared")
                                .plus(0.5)
                                .divide(col("other_expected").plus(0.5))))
                .withColumn("weight", known.divide(variance));
    }

    /** A sum that doesn't depend on the order of rows. */
    private static Column exactly(Column term) {
        return sum(term.cast("decimal(28,12)")).cast("double");
    }

    private Column standsOut(Column shared, Column expected) {
        return shared.geq(options.minStratum())
                .and(shared.geq(expected.multiply(options.minLift())))
                .and(z(shared, expected).geq(options.minZ()));
    }

    private static Column z(Column shared, Column expected) {
        Column variance = expected.plus(expected.multiply(expected).multiply(OVERDISPERSION));
        return shared.minus(expected).divide(sqrt(variance.plus(1)));
    }
}
