package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether some of an account's followers differ in profile from its other followers, and from people of their own age.
 *
 * <p>This is the evidence that tells a lot from a wave of honest sign-ups, and a vendor's pool from a circle of fans: it is
 * independent of when anybody arrived and of whom else they follow. But profiles fill with time, and accounts that a form made for
 * readers on one day are all empty. So members are also compared with everybody else who was created when they were, each member
 * with those of its own day or, where these are few, of its week or 30 days (indirect standardisation). A batch that was sold
 * to many stands beside itself there, so that a second comparison which finds nothing decides only where the members could be
 * some of a crowd of all ages.
 */
public final class TraitContrast {
    /** Followers with a known trait that both sides need. */
    static final int ENOUGH = 15;

    /** Difference of shares below which a contrast says little about people, however sure. */
    private static final double DIFFERENCE = 0.15;

    /** Standard deviations (Wilks, Annals of Mathematical Statistics 1938; Dunning, Computational Linguistics 1993, on rare events);
     * seven traits are tried. */
    private static final double Z = 4;

    /**
     * The trait that tells members most from others, for each account with members.
     *
     * @param members snapshot, account, follower
     * @param ties the follows of follower lists, with a column account
     * @param traits see {@link FollowerTraits#of}
     * @return account, traits_known, differs (from the account's other followers), differs_from_peers (in the same trait; null
     *     where too few people were created at the same time), contrast (the trait in words, with both shares; null if nothing
     *     differs); no row for an account of whose followers no trait is known
     */
    public static Dataset<Row> of(Dataset<Row> members, Dataset<Row> ties, Dataset<Row> traits) {
        Dataset<Row> marked =
                members.select(col("account"), col("follower"), lit(true).as("member"));
        Dataset<Row> accounts = members.select("account").distinct();
        Column member = coalesce(col("member"), lit(false));
        Column enough = coalesce(col("known_aged"), lit(0L)).geq(ENOUGH);
        Dataset<Row> beside = ties.select("account", "follower")
                .join(broadcast(accounts), "account")
                .join(marked, new String[] {"account", "follower"}, "left")
                .join(traits, "follower");
        Dataset<Row> aged = AgePeers.of(marked.join(traits, "follower"), traits);
        Dataset<Row> shares = FollowerTraits.counted(
                        beside, List.of("account"), Map.of("in", member, "out", not(member)))
                .where(col("known_in").geq(ENOUGH).and(col("known_out").geq(ENOUGH)))
                .withColumn("share_in", col("true_in").divide(col("known_in")))
                .withColumn("share_out", col("true_out").divide(col("known_out")))
                .withColumn("z", z(col("known_in"), col("true_in"), col("known_out"), col("true_out")))
                .join(aged, new String[] {"account", "trait"}, "left")
                .withColumn("share_aged", when(enough, col("true_aged").divide(col("known_aged"))))
                .withColumn("share_peers", when(enough, col("expected_aged").divide(col("known_aged"))));
        return shares.withColumn("words", inWords())
                .withColumn("differs", differs(col("z"), col("share_in"), col("share_out")))
                .withColumn("differs_from_peers", when(enough, differsFromPeers()))
                .withColumn("first", col("differs").and(coalesce(col("differs_from_peers"), lit(true))))
                .groupBy("account")
                .agg(
                        max(struct("first", "differs", "z", "trait", "words", "differs_from_peers"))
                                .as("most"),
                        count(lit(1)).as("traits_known"))
                .select(
                        col("account"),
                        col("traits_known"),
                        col("most.differs").as("differs"),
                        col("most.differs_from_peers").as("differs_from_peers"),
                        when(col("most.differs"), col("most.words")).as("contrast"));
    }

    /** True if members differ from the account's other followers, and not by their age: not from people of the same age alone. */
    public static Column notByAge() {
        return col("differs").and(coalesce(col("differs_from_peers"), lit(true)));
    }

    private static Column differs(Column z, Column shareIn, Column shareOut) {
        return z.geq(Z).and(shareIn.minus(shareOut).geq(DIFFERENCE));
    }

    /** As if each member had been compared with one group of peers, of the average size. */
    private static Column differsFromPeers() {
        Column z = z(
                col("known_aged"),
                col("true_aged"),
                col("peers"),
                col("share_peers").multiply(col("peers")));
        return differs(z, col("share_aged"), col("share_peers"));
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

    private static Column inWords() {
        return concat_ws(
                "",
                Sentence.count(col("true_in")),
                lit(" of "),
                Sentence.count(col("known_in")),
                lit(" "),
                FollowerTraits.words(col("trait")),
                lit(", against "),
                Sentence.percent(col("share_out")),
                lit(" of the account's other followers"),
                when(
                        col("share_peers").isNotNull(),
                        concat(
                                lit(" and "),
                                Sentence.percent(col("share_peers")),
                                lit(" of everybody else who was created at the same time"))));
    }

    private TraitContrast() {}
}
