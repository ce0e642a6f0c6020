package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of accounts by the strata of the followers that they share, and the stratum in which a pair stands out most.
 *
 * <p>In a stratum, chance lets n_k k(k-1) p_a p_b followers be shared, with p the account's part of all ties. Fans of one
 * topic share more, but in every stratum alike; so the expectation is multiplied by the pair's affinity, which is the upper
 * quartile of its lifts in the <em>other</em> strata, each weighted by how well chance lets it be known, and at least 1. A
 * pool that follows a like number of accounts sits in one or two strata and can't raise its own affinity.
 */
final class PairStrata {
    /** The quartile of the other strata's lifts: the higher, the more interest is granted to fans. */
    private static final double AFFINITY_QUANTILE = 0.75;

    /** Variance between like pairs, over the square of what was expected. */
    private static final double OVERDISPERSION = 0.04;

    private final SharedAudienceOptions options;

    PairStrata(SharedAudienceOptions options) {
        this.options = options;
    }

    /**
     * Pairs that share enough followers, with how many of each stratum.
     *
     * @return account, other_account, shared_followers, snapshot, shared (an array, by stratum)
     */
    Dataset<Row> pairs(Dataset<Row> ties) {
        Dataset<Row> strata = ties.groupBy("follower")
                .agg(count(lit(1)).as("followees"))
                .where(col("followees").gt(1))
                .select(col("follower"), Strata.of(col("followees")).as("stratum"));
        Dataset<Row> several = ties.join(strata, "follower");
        Dataset<Row> others = ties.select(
                col("follower"),
                col("account").as("other_account"),
                col("snapshot").as("other_snapshot"));
        Column[] counts = IntStream.range(0, Strata.FROM.size())
                .mapToObj(i -> count_if(col("stratum").equalTo(i)).as("shared_" + i))
                .toArray(Column[]::new);
        Column[] byStratum = IntStream.range(0, Strata.FROM.size())
                .mapToObj(i -> col("shared_" + i))
                .toArray(Column[]::new);
        Column newest = max(greatest(col("snapshot"), col("other_snapshot"))).as("snapshot");
        return several.join(others, "follower")
                .where(col("account").lt(col("other_account")))
                .groupBy("account", "other_account")
                .agg(count(lit(1)).as("shared_followers"), join(newest, counts))
                .where(col("shared_followers").geq(options.minShared()))
                .select(
                        col("account"),
                        col("other_account"),
                        col("shared_followers"),
                        col("snapshot"),
                        array(byStratum).as("shared"));
    }

    /** One row: all_ties, pair_ends = Σk(k-1), and stratum_pair_ends, the same by stratum. */
    static Dataset<Row> chance(Dataset<Row> ties) {
        Dataset<Row> followers = ties.groupBy("follower")
                .agg(count(lit(1)).as("followees"))
                .select(col("followees"), Strata.of(col("followees")).as("stratum"));
        Column pairEnds = col("followees").multiply(col("followees").minus(1));
        Column[] byStratum = IntStream.range(0, Strata.FROM.size())
                .mapToObj(i -> sum(when(col("stratum").equalTo(i), pairEnds).otherwise(0L)))
                .toArray(Column[]::new);
        return followers.agg(
                sum("followees").as("all_ties"),
                sum(pairEnds).as("pair_ends"),
                array(byStratum).as("stratum_pair_ends"));
    }

    /** d_a d_b / E² of the ordered pairs of followees. */
    static Column expected(Column pairEnds) {
        Column share = col("account_followers").divide(col("all_ties"));
        Column otherShare = col("other_followers").divide(col("all_ties"));
        return pairEnds.multiply(share).multiply(otherShare);
    }

    /** The strata of a pair, from the smallest lift to the largest: lift, stratum, shared, expected, weight. */
    static Column strata() {
        return array_sort(transform(col("shared"), (shared, i) -> {
            Column expected = expected(col("stratum_pair_ends").getItem(i));
            return struct(
                    when(expected.gt(0), shared.divide(expected)).otherwise(0.0).as("lift"),
                    i.as("stratum"),
                    shared.as("shared"),
                    expected.as("expected"),
                    expected.divide(expected.plus(1)).as("weight"));
        }));
    }

    /** What chance lets be known of all strata of a pair. */
    static Column weight() {
        return aggregate(col("strata"), lit(0.0), (weight, one) -> weight.plus(one.getField("weight")));
    }

    /**
     * The stratum that stands out most: z, stratum, shared, expected (affinity included), affinity; null if none does.
     *
     * <p>Reads the columns strata and weight, which stand by themselves so that they are made once.
     */
    Column mostDistinct() {
        Column hopeful = filter(col("strata"), this::standsOut);
        Column judged = transform(hopeful, one -> {
            Column affinity = affinity(one);
            Column expected = one.getField("expected").multiply(affinity);
            return struct(
                    z(one.getField("shared"), expected).as("z"),
                    one.getField("stratum").as("stratum"),
                    one.getField("shared").as("shared"),
                    expected.as("expected"),
                    affinity.as("affinity"));
        });
        return array_max(filter(judged, this::standsOut));
    }

    private Column standsOut(Column stratum) {
        Column shared = stratum.getField("shared");
        Column expected = stratum.getField("expected");
        return shared.geq(options.minStratum())
                .and(shared.geq(expected.multiply(options.minLift())))
                .and(z(shared, expected).geq(options.minZ()));
    }

    private static Column z(Column shared, Column expected) {
        Column variance = expected.plus(expected.multiply(expected).multiply(OVERDISPERSION));
        return shared.minus(expected).divide(sqrt(variance.plus(1)));
    }

    /** The weighted quartile of the lifts of all strata but one, at least 1. */
    private static Column affinity(Column one) {
        Column enough = col("weight").minus(one.getField("weight")).multiply(AFFINITY_QUANTILE);
        Column start = struct(lit(0.0).as("below"), lit(1.0).as("lift"));
        Column walked = aggregate(col("strata"), start, (walk, other) -> {
            Column itself = other.getField("stratum").equalTo(one.getField("stratum"));
            Column below = walk.getField("below");
            return struct(
                    when(itself, below)
                            .otherwise(below.plus(other.getField("weight")))
                            .as("below"),
                    when(itself.or(below.geq(enough)), walk.getField("lift"))
                            .otherwise(other.getField("lift"))
                            .as("lift"));
        });
        return greatest(lit(1.0), walked.getField("lift"));
    }

    private static Column[] join(Column first, Column[] rest) {
        Column[] all = new Column[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
