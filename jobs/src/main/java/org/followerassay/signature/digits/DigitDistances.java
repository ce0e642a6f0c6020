package org.followerassay.signature.digits;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.DigitTables.DIGIT_DISTANCES;
import static org.followerassay.table.DigitTables.FIRST_DIGITS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * How far a list's first digits are from the first-digit law, and from the digits of accounts of its size.
 *
 * <p>Of n counts drawn with the peers' shares p, the mean absolute deviation is Σ √(2p(1−p)/(πn)) / 9 by chance alone, with a
 * variance of Σ p(1−p)(1−2/π)/n / 81 (normal approximation, the digits taken as independent). What a list has above chance is
 * compared with what its peers have, since no two audiences are alike. Shuffles nine small rows per account and count.
 */
public final class DigitDistances implements Derivation {
    /** A robust spread of normal values is this many times their median absolute deviation. */
    private static final double NORMAL = 1.4826;

    @Override
    public String name() {
        return "digit distances";
    }

    @Override
    public Table output() {
        return DIGIT_DISTANCES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FIRST_DIGITS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        WindowSpec peers = Window.partitionBy("tier", "counted");
        return wide(inputs.of(FIRST_DIGITS))
                .withColumn("law_distance", mean(digit -> abs(share(digit).minus(law(digit)))))
                .withColumn("chi_square", total(digit -> chiSquare(followers(digit), law(digit))))
                .withColumn("peer_distance", mean(digit -> abs(share(digit).minus(peer(digit)))))
                .withColumn(
                        "chance_distance", mean(digit -> sqrt(variance(digit).multiply(2 / Math.PI))))
                .withColumn("chance_variance", total(digit -> variance(digit).multiply((1 - 2 / Math.PI) / 81)))
                .withColumn("excess", col("peer_distance").minus(col("chance_distance")))
                .withColumn("usual_excess", median(col("excess")).over(peers))
                .withColumn(
                        "spread",
                        median(abs(col("excess").minus(col("usual_excess"))))
                                .over(peers)
                                .multiply(NORMAL))
                .withColumn(
                        "z",
                        col("excess")
                                .minus(col("usual_excess"))
                                .divide(sqrt(greatest(
                                        col("chance_variance").plus(pow(col("spread"), lit(2))), lit(1e-12)))));
    }

    /** One row per account and count, with columns followers_1 … followers_9 and peer_1 … peer_9: sums keep one order. */
    private static Dataset<Row> wide(Dataset<Row> digits) {
        List<Column> columns = new ArrayList<>();
        for (long digit : FirstDigits.DIGITS) {
            Column here = col("digit").equalTo(digit);
            columns.add(max(when(here, col("followers"))).as("followers_" + digit));
            columns.add(max(when(here, col("peer_share"))).as("peer_" + digit));
        }
        return digits.groupBy("snapshot", "account", "counted", "known", "tier", "peers")
                .agg(columns.get(0), columns.subList(1, columns.size()).toArray(new Column[0]));
    }

    private static Column followers(long digit) {
        return col("followers_" + digit);
    }

    private static Column share(long digit) {
        return followers(digit).divide(col("known"));
    }

    private static Column peer(long digit) {
        return col("peer_" + digit);
    }

    private static Column law(long digit) {
        return lit(Math.log10(1 + 1.0 / digit));
    }

    private static Column variance(long digit) {
        return peer(digit).multiply(lit(1).minus(peer(digit))).divide(col("known"));
    }

    private static Column chiSquare(Column observed, Column share) {
        Column expected = col("known").multiply(share);
        return pow(observed.minus(expected), lit(2)).divide(expected);
    }

    private static Column total(Function<Long, Column> term) {
        return FirstDigits.DIGITS.stream().map(term).reduce(Column::plus).orElseThrow();
    }

    private static Column mean(Function<Long, Column> term) {
        return total(term).divide(FirstDigits.DIGITS.size());
    }
}
