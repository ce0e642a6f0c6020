package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How well the ties that match a signature agree with the ties that were bought, in the newest snapshot. */
final class FollowerScores {
    /** The name under which all signatures together are counted. */
    static final String ANY = "any of them";

    private static final int MOST_SIGNATURES = 100;

    /**
     * By signature, {@link #ANY} last.
     *
     * <p>One join of the matches with the truth, each shuffled once. A tie counts once, in however many snapshots it matched.
     *
     * @param planted one row per tie listed in the newest snapshot: followee, follower, bought
     */
    static Map<String, Agreement> of(Dataset<Row> planted, Dataset<Row> matches) {
        long bought = planted.where(col("bought")).count();
        Dataset<Row> judged = matches.select("followee", "follower", "signature")
                .distinct()
                .join(planted, new String[] {"followee", "follower"}, "inner");
        Column right = sum(col("bought").cast("long"));
        Dataset<Row> bySignature = judged.groupBy("signature").agg(count(lit(1)).as("chosen"), right.as("right"));
        Dataset<Row> together = judged.drop("signature")
                .distinct()
                .groupBy(lit(ANY).as("signature"))
                .agg(count(lit(1)).as("chosen"), right.as("right"));

        Map<String, Agreement> scores = new LinkedHashMap<>();
        for (Dataset<Row> counts : List.of(bySignature, together)) {
            for (Row row : counts.orderBy("signature").limit(MOST_SIGNATURES).collectAsList()) {
                scores.put(row.getString(0), new Agreement(row.getLong(2), row.getLong(1), bought));
            }
        }
        scores.putIfAbsent(ANY, new Agreement(0, 0, bought));
        return scores;
    }

    private FollowerScores() {}
}
