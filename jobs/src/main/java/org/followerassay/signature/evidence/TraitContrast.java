package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.followerassay.table.ContrastTables;

/**
 * Whether some followers differ in profile from others, and from people of their own age.
 *
 * <p>This is the evidence that tells a lot from a wave of honest sign-ups, and a vendor's pool from a circle of fans: it is
 * independent of when anybody arrived and of whom else they follow. But profiles fill with time, and accounts that a form made for
 * readers on one day are all empty. So members are also compared with everybody else who was created when they were, each member
 * with those of its own day or, where these are few, of its week or 30 days (indirect standardisation). A batch that was sold
 * to many stands beside itself there, so that a second comparison which finds nothing decides only where the members could be
 * some of a crowd of all ages.
 */
final class TraitContrast {
    /** Followers with a known trait that both sides need. */
    static final int ENOUGH = 15;

    /** Difference of shares below which a contrast says little about people, however sure. */
    private static final double DIFFERENCE = 0.15;

    /** Standard deviations (Wilks, Annals of Mathematical Statistics 1938; Dunning, Computational Linguistics 1993, on rare events);
     * seven traits are tried. */
    private static final double Z = 4;

    /**
     * Members beside others, trait by trait.
     *
     * @param who columns that name whose members they are
     * @param members who, follower
     * @param beside all who are compared, members among them: who, member, and the columns of traits
     * @param traits see {@link FollowerTraits#of}
     * @return who, and the columns of a comparison in {@link ContrastTables}; no row for a trait that is known of fewer than 15
     *     on either side
     */
    static Dataset<Row> of(List<String> who, Dataset<Row> members, Dataset<Row> beside, Dataset<Row> traits) {
        Dataset<Row> aged = AgePeers.of(who, members.join(traits, "follower"), traits);
        Column enough = coalesce(col("known_aged"), lit(0L)).geq(ENOUGH);
        String[] compared = Stream.concat(who.stream(), Stream.of("trait")).toArray(String[]::new);
        Column[] whose = who.stream().map(functions::col).toArray(Column[]::new);
        WindowSpec clearest = Window.partitionBy(whose)
                .orderBy(col("first").desc(), col("differs").desc(), col("z").desc(), col("trait"));
        return FollowerTraits.counted(beside, who, Map.of("in", col("member"), "out", not(col("member"))))
                .where(col("known_in").geq(ENOUGH).and(col("known_out").geq(ENOUGH)))
                .join(aged, compared, "left")
                .withColumn("members", col("known_in"))
                .withColumn("members_with", col("true_in"))
                .withColumn("others", col("known_out"))
                .withColumn("others_with", col("true_out"))
                .withColumn("z", z(col("known_in"), col("true_in"), col("known_out"), col("true_out")))
                .withColumn("differs", differs(col("z"), share("true_in", "known_in"), share("true_out", "known_out")))
                .withColumn("dated_members", when(enough, col("known_aged")))
                .withColumn("dated_members_with", when(enough, col("true_aged")))
                .withColumn("peers_expected", when(enough, col("expected_aged")))
                .withColumn("differs_from_peers", when(enough, differsFromPeers()))
                .withColumn("first", Contrasts.notByAge())
                .withColumn("told", row_number().over(clearest).equalTo(1));
    }

    private static Column differs(Column z, Column shareIn, Column shareOut) {
        return z.geq(Z).and(shareIn.minus(shareOut).geq(DIFFERENCE));
    }

    /** As if each member had been compared with one group of peers, of the average size. */
    private static Column differsFromPeers() {
        Column expected = share("expected_aged", "known_aged");
        Column z = z(col("known_aged"), col("true_aged"), col("peers"), expected.multiply(col("peers")));
        return differs(z, share("true_aged", "known_aged"), expected);
    }

    private static Column share(String part, String whole) {
        return col(part).divide(col(whole));
    }

    /**
     * The signed root of the likelihood ratio of two shares: standard deviations that hold where counts are small, too. With the
     * normal approximation, 5 of 24 beside 19 of 538 pass for 4.6 deviations, which happen once in 500,000 times; this gives 3.1 (once in 900), and
     * counting all ways to draw 24 once in 440.
     */
    private static Column z(Column knownIn, Column trueIn, Column knownOut, Column trueOut) {
        Column known = knownIn.plus(knownOut);
        Column holds = trueIn.plus(trueOut);
        Column ratio = surprise(trueIn, holds.multiply(knownIn).divide(known))
                .plus(surprise(trueOut, holds.multiply(knownOut).divide(known)))
                .plus(surprise(
                        knownIn.minus(trueIn),
                        known.minus(holds).multiply(knownIn).divide(known)))
                .plus(surprise(
                        knownOut.minus(trueOut),
                        known.minus(holds).multiply(knownOut).divide(known)));
        Column deviations = sqrt(greatest(ratio.multiply(2), lit(0.0)));
        return when(trueIn.multiply(knownOut).gt(trueOut.multiply(knownIn)), deviations)
                .otherwise(deviations.multiply(-1));
    }

    /** A cell's part of the likelihood ratio; nothing observed adds nothing. */
    private static Column surprise(Column observed, Column expected) {
        return when(observed.gt(0), observed.multiply(ln(observed.divide(expected))))
                .otherwise(lit(0.0));
    }

    private TraitContrast() {}
}
