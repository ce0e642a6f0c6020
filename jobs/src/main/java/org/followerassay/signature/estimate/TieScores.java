package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.ScoredSignature;

/**
 * What all signatures together say of a tie.
 *
 * <p>Signatures of one family read the same trace, so that the one that leaves most unexplained counts; families are
 * independent, so that what one explains the other may not: score = 1 − Π over families (1 − excess share). No weight is
 * learned. One shuffle by tie, of the ties that some signature scores at all.
 */
public final class TieScores {
    /**
     * One row per tie that a signature scores.
     *
     * @return account, follower, score in (0, 1]
     */
    public static Dataset<Row> of(Inputs inputs, List<ScoredSignature> signatures) {
        Dataset<Row> scores = signatures.stream()
                .map(signature -> signature
                        .scores(inputs)
                        .select(col("account"), col("follower"), col("excess_share"))
                        .withColumn("family", lit(signature.family().word())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        Column[] byFamily = families(signatures).stream()
                .map(family -> max(when(col("family").equalTo(family), col("excess_share")))
                        .as(family))
                .toArray(Column[]::new);
        Column unexplainedByNone = families(signatures).stream()
                .map(family -> lit(1.0).minus(coalesce(col(family), lit(0.0))))
                .reduce(Column::multiply)
                .orElseThrow();
        return scores.groupBy("account", "follower")
                .agg(byFamily[0], Arrays.copyOfRange(byFamily, 1, byFamily.length))
                .select(
                        col("account"),
                        col("follower"),
                        lit(1.0).minus(unexplainedByNone).as("score"));
    }

    private static List<String> families(List<ScoredSignature> signatures) {
        return signatures.stream()
                .map(ScoredSignature::family)
                .distinct()
                .sorted()
                .map(Family::word)
                .toList();
    }

    private TieScores() {}
}
