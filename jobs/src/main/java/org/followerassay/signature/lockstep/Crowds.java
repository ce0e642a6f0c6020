package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Crowds: the followers that came to one account within one window and to another within another.
 *
 * <p>SynchroTrap (Cao et al., CCS 2014) compares accounts that share tokens, which costs the square of a token's accounts.
 * Here the tokens that share accounts are counted instead: the same coincidences, at the square of a follower's own dated ties
 * (capped), whatever the size of a token. Every follower of a crowd acted on both accounts, and every account has the whole
 * crowd, so that a crowd is a block of CopyCatch (Beutel et al., WWW 2013) for two pages; groups join them.
 *
 * <p>The reference. Of those who came to the one account around the window, some share came to the other with the same delay,
 * as where a platform suggests both; of those who came at any other time, some share is in the other's window anyway, as where
 * that window was viral. The larger share, times the arrivals in the window, is what the crowd would hold without more; both
 * accounts are asked, and the larger answer stands. An account without other arrivals is given one that is like everybody.
 *
 * <p>Cost: one self-join of the dated ties by follower, of which pairs of accounts with too few common followers are dropped
 * at once; twelve tokens for each remaining pair of ties; one shuffle by pair and windows, one by pair.
 */
final class Crowds {
    /** Windows of two accounts in which enough followers came to both, the largest of each pair and length. */
    static Dataset<Row> candidates(LockstepOptions options, Dataset<Row> ties) {
        return largest(options, tokens(options, promising(options, pairs(options, ties))));
    }

    /** Adds to candidates what is known of their arrivals, expected and excess_share, before any threshold on excess. */
    static Dataset<Row> of(LockstepOptions options, Dataset<Row> ties, Dataset<Row> crowds) {
        Dataset<Row> pairs = pairs(options, ties);
        Dataset<Row> arrived = Arrived.at(windows(crowds), ties);
        Dataset<Row> followers =
                ties.select("follower").distinct().agg(count(lit(1)).as("population"));
        return references(pairs, crowds)
                .join(sided(arrived, ""), new String[] {"account", "from", "length"})
                .join(sided(arrived, "other_"), new String[] {"other_account", "other_from", "length"})
                .crossJoin(broadcast(followers))
                .withColumn(
                        "expected", least(col("followers"), greatest(expected("", "other_"), expected("other_", ""))))
                .withColumn("excess_share", lit(1).minus(col("expected").divide(col("followers"))));
    }

    /** Those far above their reference; of windows that begin in the same week at the same two accounts, the clearest. */
    static Dataset<Row> standingOut(LockstepOptions options, Dataset<Row> crowds) {
        WindowSpec sameWeek = Window.partitionBy(col("account"), col("other_account"), col("week"))
                .orderBy(col("followers").minus(col("expected")).desc(), col("length"), col("from"), col("other_from"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        long week = Windows.LENGTHS.get(Windows.LENGTHS.size() - 1);
        return crowds.withColumn("lift", col("followers").divide(col("expected")))
                .withColumn(
                        "z",
                        col("followers")
                                .minus(col("expected"))
                                .divide(sqrt(col("expected").plus(1))))
                .where(col("lift").geq(options.minLift()).and(col("z").geq(options.minZ())))
                .withColumn("week", Windows.start(col("from"), week, 0))
                .withColumn("place", row_number().over(sameWeek))
                .where(col("place").equalTo(1))
                .drop("week", "place");
    }

    /**
     * The ties of crowds, of each the clearest crowd.
     *
     * @param crowds account, other_account, from, other_from, length, excess_share, and {@code further}
     */
    static Dataset<Row> members(LockstepOptions options, Dataset<Row> ties, Dataset<Row> crowds) {
        Dataset<Row> inside = pairs(options, ties)
                .join(crowds, new String[] {"account", "other_account"})
                .where(Windows.within("at", "from").and(Windows.within("other_at", "other_from")))
                .where(col("blur").leq(col("length")));
        Column ends = explode(array(
                struct(col("account"), col("at")),
                struct(col("other_account").as("account"), col("other_at").as("at"))));
        return inside.withColumn("end", ends)
                .drop("account", "at")
                .select(col("end.account"), col("end.at"), col("*"))
                .drop("end", "other_account", "other_at");
    }

    /** Two dated ties of one follower: account below other_account, at, other_at, blur. */
    private static Dataset<Row> pairs(LockstepOptions options, Dataset<Row> ties) {
        Dataset<Row> busy = ties.groupBy("follower")
                .agg(count(lit(1)).as("followees"))
                .where(col("followees").gt(options.maxFollowees()));
        Dataset<Row> kept = ties.join(broadcast(busy), new String[] {"follower"}, "left_anti");
        Dataset<Row> others = kept.select(
                col("follower"),
                col("account").as("other_account"),
                col("at").as("other_at"),
                col("blur").as("other_blur"));
        return kept.join(others, "follower")
                .where(col("account").lt(col("other_account")))
                .withColumn("blur", greatest(col("blur"), col("other_blur")))
                .drop("other_blur");
    }

    /** Those of accounts with enough common followers to hold a crowd. */
    private static Dataset<Row> promising(LockstepOptions options, Dataset<Row> pairs) {
        Dataset<Row> enough = pairs.groupBy("account", "other_account")
                .agg(count(lit(1)).as("common"))
                .where(col("common").geq(options.minCrowd()))
                .drop("common");
        return pairs.join(enough, new String[] {"account", "other_account"});
    }

    private static Dataset<Row> tokens(LockstepOptions options, Dataset<Row> pairs) {
        List<Column> windows = new ArrayList<>();
        for (long length : Windows.LENGTHS) {
            for (int shift = 0; shift < 2; shift++) {
                for (int otherShift = 0; otherShift < 2; otherShift++) {
                    windows.add(struct(
                            lit(length).as("length"),
                            Windows.start(col("at"), length, shift).as("from"),
                            Windows.start(col("other_at"), length, otherShift).as("other_from")));
                }
            }
        }
        return pairs.withColumn("token", explode(array(windows.toArray(Column[]::new))))
                .where(col("blur").leq(col("token.length")))
                .groupBy("account", "other_account", "token")
                .agg(count(lit(1)).as("followers"))
                .where(col("followers").geq(options.minCrowd()))
                .select("account", "other_account", "token.*", "followers");
    }

    private static Dataset<Row> largest(LockstepOptions options, Dataset<Row> tokens) {
        WindowSpec ofPair = Window.partitionBy("account", "other_account", "length")
                .orderBy(col("followers").desc(), col("from"), col("other_from"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return tokens.withColumn("place", row_number().over(ofPair))
                .where(col("place").leq(options.maxCrowds()))
                .drop("place");
    }

    /** The windows of crowds, on either side. */
    private static Dataset<Row> windows(Dataset<Row> crowds) {
        return crowds.select(
                        explode(array(
                                        struct(col("account"), col("from").as("window_from")),
                                        struct(
                                                col("other_account").as("account"),
                                                col("other_from").as("window_from"))))
                                .as("side"),
                        col("length"))
                .select("side.*", "length")
                .distinct();
    }

    /** Common followers that are no part of the crowd: with the same delay around it, or in one window only. */
    private static Dataset<Row> references(Dataset<Row> pairs, Dataset<Row> crowds) {
        Column delay = col("other_at").minus(col("at"));
        Column sameDelay =
                abs(delay.minus(col("other_from").minus(col("from")))).leq(col("length"));
        Column around = Windows.around("at", "from").and(not(Windows.near("at", "from")));
        Column otherAround = Windows.around("other_at", "other_from").and(not(Windows.near("other_at", "other_from")));
        Column onlyOther = Windows.within("other_at", "other_from").and(not(Windows.near("at", "from")));
        Column onlyThis = Windows.within("at", "from").and(not(Windows.near("other_at", "other_from")));
        return pairs.join(crowds, new String[] {"account", "other_account"})
                .groupBy("account", "other_account", "length", "from", "other_from", "followers")
                .agg(
                        count_if(around.and(sameDelay)).as("together"),
                        count_if(otherAround.and(sameDelay)).as("other_together"),
                        count_if(onlyOther).as("astray"),
                        count_if(onlyThis).as("other_astray"));
    }

    private static Dataset<Row> sided(Dataset<Row> arrived, String side) {
        return arrived.select(
                col("account").as(side + "account"),
                col("window_from").as(side + "from"),
                col("length"),
                col("inside").as(side + "arrivals"),
                col("around").as(side + "around"),
                col("elsewhere").as(side + "elsewhere"));
    }

    /** What the arrivals of one side let expect in the crowd. */
    private static Column expected(String side, String far) {
        Column likeAnybody = col(far + "arrivals").divide(col("population"));
        Column suggested = col(side + "together")
                .plus(likeAnybody)
                .divide(col(side + "around").plus(1));
        Column viral = col(side + "astray")
                .plus(likeAnybody)
                .divide(col(side + "elsewhere").plus(1));
        return col(side + "arrivals").multiply(greatest(suggested, viral));
    }

    private Crowds() {}
}
