package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Who follows whom of their own accord: a directed graph with given expected degrees (Chung and Lu 2002), topics, and ties
 * that are answered.
 *
 * <p>Each account's list is drawn at even steps through the popularity law (systematic sampling) and shifted by one place
 * per step, so that nobody is drawn twice and no shuffle is needed to see to it. Accounts of the same topic are those whose
 * numbers leave the same remainder, so that each topic has its own stars. Answers are the rarer the more followers somebody
 * has: stars do not follow millions back.
 */
final class OrganicTies {
    /** Of ties at the oldest snapshot, so many are left at the newest: 3 % a month are lost (Myers and Leskovec 2014). */
    static final double KEPT = 0.94;

    /** Of accounts, so many are closed in the purge. */
    static final double PURGED = 0.02;

    /** Accounts with more expected followers answer no more of them than this many times the common share. */
    private static final double ANSWERS = 300;

    private static final long PER_TOPIC = 1_000;

    private final Plan plan;
    private final Draws draws;
    private final PopularityLaw popularity;

    OrganicTies(Plan plan) {
        this.plan = plan;
        draws = plan.draws;
        popularity = plan.popularity;
    }

    /** One row per tie: follower and followee as numbers. */
    Dataset<Row> of(SparkSession session) {
        double[] rates = drawnAndAnswered(plan);
        double drawn = rates[0];
        double answered = rates[1];
        ActivityLaw activity = ActivityLaw.withMean(
                drawn / plan.accounts, plan.options.followeesExponent(), Math.min(plan.accounts / 4.0, 50_000));
        Dataset<Row> drawnTies = anybody(lists(session, activity))
                .unionByName(sameTopic(lists(session, activity)))
                .where(col("follower").notEqual(col("followee")));
        Column atSpike = activity.followees(col("followee"), draws).isin(20L, 2_000L);
        Dataset<Row> answers = drawnTies
                .where(draws.fraction("answers", col("follower"), col("followee"))
                        .lt(answering(answered * drawn, drawn)))
                .where(org.apache.spark.sql.functions.not(atSpike))
                .select(col("followee").as("follower"), col("follower").as("followee"));
        return drawnTies.unionByName(answers);
    }

    /** Accounts with how many they follow, and how many of these by topic. */
    private Dataset<Row> lists(SparkSession session, ActivityLaw activity) {
        Column topical = when(ActivityLaw.atSpike(), 0L)
                .otherwise(least(
                        floor(col("followees")
                                .multiply(plan.options.topicalShare())
                                .plus(draws.fraction("topical", col("follower")))),
                        lit(inSmallestTopic() / 2)));
        return session.range(0, plan.accounts)
                .select(col("id").as("follower"))
                .withColumn("followees", activity.followees(col("follower"), draws))
                .withColumn("topical", topical);
    }

    private Dataset<Row> anybody(Dataset<Row> lists) {
        Dataset<Row> places = places(lists.withColumn("size", col("followees").minus(col("topical"))));
        Column rank = popularity.rank(step("anybody"), lit(plan.accounts).minus(col("size")));
        return places.select(col("follower"), rank.plus(col("place")).as("followee"));
    }

    private Dataset<Row> sameTopic(Dataset<Row> lists) {
        long topics = topics();
        Column topic = col("follower").mod(topics);
        Column among = floor(lit(plan.accounts - 1).minus(topic).divide(topics)).plus(1);
        Column rank = popularity.rankInTopic(step("same topic"), among.minus(col("size")), topic, topics);
        return places(lists.withColumn("size", col("topical")))
                .select(
                        col("follower"),
                        rank.plus(col("place")).multiply(topics).plus(topic).as("followee"));
    }

    /** A row for each place of lists of a size. */
    private static Dataset<Row> places(Dataset<Row> lists) {
        return lists.where(col("size").gt(0))
                .withColumn("place", explode(sequence(lit(0L), col("size").minus(1))));
    }

    /** Where a place's even step through the popularity law lies; a rank drawn there, shifted by the place, is new. */
    private Column step(String stream) {
        return col("place")
                .plus(draws.fraction(stream, col("follower"), col("place")))
                .divide(col("size"));
    }

    /** The probability that the followee of a drawn tie follows back. */
    private Column answering(double wanted, double drawn) {
        double star = popularity.rankOf(ANSWERS, drawn, plan.accounts);
        double answerable = star * ANSWERS + drawn * (1 - popularity.shareUpTo(star, plan.accounts));
        Column expected = popularity.followers(col("followee"), drawn, plan.accounts);
        return least(lit(ANSWERS).divide(expected), lit(1.0)).multiply(wanted / answerable);
    }

    /**
     * Drawn ties, and answers to each of them, so that in the newest snapshot there are as many ties as asked and the wanted
     * share of pairs is mutual: planted ties are hardly ever answered, and either tie of a pair may have ended.
     */
    private static double[] drawnAndAnswered(Plan plan) {
        double share = plan.options.mutualShare();
        double kept = kept();
        double drawn = (double) plan.options.ties();
        double answered = 0;
        for (int step = 0; step < 50; step++) {
            double pairs = kept + plan.plantedPairs() / drawn;
            answered = (share * pairs - plan.plantedMutual() / drawn) / (kept * kept - share * (kept - kept * kept));
            answered = Math.max(0, answered);
            drawn = Math.max(
                    (double) plan.accounts,
                    (plan.options.ties() - plan.plantedPairs() - plan.plantedMutual()) / ((1 + answered) * kept));
        }
        return new double[] {drawn, answered};
    }

    private static double kept() {
        return KEPT * (1 - PURGED);
    }

    private long topics() {
        return Math.max(1, plan.accounts / PER_TOPIC);
    }

    private long inSmallestTopic() {
        return plan.accounts / topics();
    }
}
