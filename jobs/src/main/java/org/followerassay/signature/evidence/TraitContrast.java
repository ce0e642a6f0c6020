package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether some of an account's followers differ in profile from its other followers.
 *
 * <p>This is the evidence that tells a lot from a wave of honest sign-ups, and a vendor's pool from a circle of fans: it is
 * independent of when anybody arrived and of whom else they follow.
 */
public final class TraitContrast {
    /** Followers with a known trait that both sides need. */
    private static final int ENOUGH = 15;

    /** Difference of shares below which a contrast says little about people, however sure. */
    private static final double DIFFERENCE = 0.15;

    /** Standard deviations; seven traits are tried. */
    private static final double Z = 4;

    /**
     * The trait that tells members most from others, for each account with members.
     *
     * @param members snapshot, account, follower
     * @param ties the follows of follower lists, with a column account
     * @param traits see {@link FollowerTraits#of}
     * @return account, traits_known, differs, contrast (the trait in words, with both shares; null if nothing differs); no
     *     row for an account of whose followers no trait is known
     */
    public static Dataset<Row> of(Dataset<Row> members, Dataset<Row> ties, Dataset<Row> traits) {
        Dataset<Row> marked =
                members.select(col("account"), col("follower"), lit(true).as("member"));
        Dataset<Row> accounts = members.select("account").distinct();
        Column member = coalesce(col("member"), lit(false));
        Dataset<Row> shares = ties.select("account", "follower")
                .join(broadcast(accounts), "account")
                .join(marked, new String[] {"account", "follower"}, "left")
                .join(traits, "follower")
                .groupBy("account", "trait")
                .agg(
                        count_if(member).as("known_in"),
                        count_if(member.and(col("holds"))).as("true_in"),
                        count_if(not(member)).as("known_out"),
                        count_if(not(member).and(col("holds"))).as("true_out"),
                        count(lit(1)).as("known"))
                .where(col("known_in").geq(ENOUGH).and(col("known_out").geq(ENOUGH)))
                .withColumn("share_in", col("true_in").divide(col("known_in")))
                .withColumn("share_out", col("true_out").divide(col("known_out")))
                .withColumn("z", z());
        Column differs =
                col("z").geq(Z).and(col("share_in").minus(col("share_out")).geq(DIFFERENCE));
        return shares.withColumn("words", inWords())
                .withColumn("differs", differs)
                .groupBy("account")
                .agg(
                        max(struct("differs", "z", "trait", "words")).as("most"),
                        count(lit(1)).as("traits_known"))
                .select(
                        col("account"),
                        col("traits_known"),
                        col("most.differs").as("differs"),
                        when(col("most.differs"), col("most.words")).as("contrast"));
    }

    /** Two shares compared with their pooled standard error, one success and one failure added to each side. */
    private static Column z() {
        Column in = col("known_in").plus(2);
        Column out = col("known_out").plus(2);
        Column shareIn = col("true_in").plus(1).divide(in);
        Column shareOut = col("true_out").plus(1).divide(out);
        Column pooled = col("true_in").plus(col("true_out")).plus(2).divide(in.plus(out));
        Column variance =
                pooled.multiply(lit(1).minus(pooled)).multiply(lit(1).divide(in).plus(lit(1).divide(out)));
        return shareIn.minus(shareOut).divide(sqrt(greatest(variance, lit(1e-12))));
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
                lit(" of the account's other followers"));
    }

    private TraitContrast() {}
}
