package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Some followers of an account beside everybody else who was created when they were: on the same day or, where fewer than are
 * enough are known, in the same stretch of 7 or 30 days (indirect standardisation).
 *
 * <p>Cost: members of one day have the same peers, so that both are counted by day first: one shuffle of everybody's traits, and
 * rows per account, trait and day after that.
 */
final class AgePeers {
    /** Days within which people were created at the same time, the narrowest first. */
    private static final List<Integer> STRETCHES = List.of(1, 7, 30);

    /**
     * What to expect of members if they did as their peers.
     *
     * @param who columns that name whose members they are
     * @param members those, and the columns of traits
     * @param traits see {@link FollowerTraits#of}
     * @return who, trait, known_aged (members with peers), true_aged, expected_aged (who would then hold
     *     the trait), peers (of a member, on average)
     */
    static Dataset<Row> of(List<String> who, Dataset<Row> members, Dataset<Row> traits) {
        Dataset<Row> own = byStretch(members, with(who, "created_day"));
        Dataset<Row> ownTogether = together(own, "own", with(who, "trait", "stretch"));
        Dataset<Row> everybody =
                together(byStretch(traits, List.of("created_day")), "all", List.of("trait", "stretch"));
        Column others = struct(
                col("known_all").minus(col("known_own")).as("known"),
                col("hold_all").minus(col("hold_own")).as("hold"));
        Dataset<Row> peers = ownTogether
                .join(broadcast(everybody), new String[] {"trait", "stretch"})
                .withColumn("peers", others)
                .drop("known_own", "hold_own", "known_all", "hold_all")
                .where(col("peers.known").geq(TraitContrast.ENOUGH));
        Column expected = col("peers.hold")
                .multiply(col("known"))
                .divide(col("peers.known"))
                .cast("decimal(28,12)");
        return own.join(peers, with(who, "trait", "stretch").toArray(String[]::new))
                .groupBy(columns(with(who, "trait", "created_day")))
                .agg(
                        min_by(col("peers"), col("stretch.days")).as("peers"),
                        max("known").as("known"),
                        max("hold").as("hold"))
                .groupBy(columns(with(who, "trait")))
                .agg(
                        sum("known").as("known_aged"),
                        sum("hold").as("true_aged"),
                        sum(expected).cast("double").as("expected_aged"),
                        sum(col("peers.known").multiply(col("known")))
                                .divide(sum("known"))
                                .as("peers"));
    }

    /** Counts by trait and day of creation, once for each stretch that the day lies in: {@code by}, trait, stretch, known, hold. */
    private static Dataset<Row> byStretch(Dataset<Row> followers, List<String> by) {
        Column[] stretches = STRETCHES.stream()
                .map(days -> struct(
                        lit(days).as("days"),
                        floor(col("created_day").divide(days)).as("number")))
                .toArray(Column[]::new);
        return FollowerTraits.counted(followers.where(col("created_day").isNotNull()), by, Map.of("all", lit(true)))
                .where(col("known_all").gt(0))
                .withColumnsRenamed(Map.of("known_all", "known", "true_all", "hold"))
                .withColumn("stretch", explode(array(stretches)));
    }

    private static Dataset<Row> together(Dataset<Row> counts, String end, List<String> by) {
        return counts.groupBy(columns(by))
                .agg(sum("known").as("known_" + end), sum("hold").as("hold_" + end));
    }

    private static List<String> with(List<String> who, String... further) {
        return Stream.concat(who.stream(), Stream.of(further)).toList();
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    private AgePeers() {}
}
