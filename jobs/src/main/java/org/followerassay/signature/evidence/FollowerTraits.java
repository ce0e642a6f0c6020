package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Statements about a follower that an export can support, each true, false or unknown.
 *
 * <p>Thresholds as published: 50 followees per follower (Socialbakers, in Cresci et al. 2015), more than 1,500 followees for
 * a mass follower (HypeAuditor), 90 days of silence (Socialbakers). None of them says that an account is not a person.
 */
public final class FollowerTraits {
    /** Each trait in words, to complete "48 of 48 …". */
    public static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "never_posted", "have never posted",
            "no_picture", "have no picture",
            "no_bio", "have no bio",
            "few_followers", "have fewer than 10 followers",
            "follows_50_to_1", "follow at least 50 times as many accounts as follow them",
            "mass_follower", "follow more than 1,500 accounts",
            "silent_90_days", "have posted, but not in the last 90 days"));

    /**
     * The newest known value of each trait of each account.
     *
     * @return one row per account and known trait: follower, trait, holds, created_day (since 1970; null if unknown)
     */
    public static Dataset<Row> of(Dataset<Row> accounts) {
        Dataset<Row> stated = accounts.select(
                col("account").as("follower"),
                col("snapshot"),
                unix_date(to_date(col("created_at"))).as("created_day"),
                col("posts").equalTo(0).as("never_posted"),
                not(col("has_picture")).as("no_picture"),
                not(col("has_bio")).as("no_bio"),
                col("followers").lt(10).as("few_followers"),
                col("followees")
                        .geq(greatest(col("followers"), lit(1)).multiply(50))
                        .as("follows_50_to_1"),
                col("followees").gt(1_500).as("mass_follower"),
                col("last_post_at")
                        .lt(col("snapshot").minus(expr("interval 90 days")))
                        .as("silent_90_days"));
        List<String> traits = List.copyOf(WORDS.keySet());
        Column created = max("created_day").as("created_day");
        Column[] newest = traits.stream()
                .map(trait -> max_by(col(trait), when(col(trait).isNotNull(), col("snapshot")))
                        .as(trait))
                .toArray(Column[]::new);
        Column[] pairs = traits.stream()
                .map(trait -> struct(lit(trait).as("trait"), col(trait).as("holds")))
                .toArray(Column[]::new);
        return stated.groupBy("follower")
                .agg(created, newest)
                .select(
                        col("follower"),
                        col("created_day"),
                        explode(array(pairs)).as("pair"))
                .select("follower", "pair.trait", "pair.holds", "created_day")
                .where(col("holds").isNotNull());
    }

    /** A trait's words, from the column that names it. */
    public static Column words(Column trait) {
        Column words = lit("");
        for (Map.Entry<String, String> entry : WORDS.entrySet()) {
            words = when(trait.equalTo(entry.getKey()), entry.getValue()).otherwise(words);
        }
        return words;
    }

    private FollowerTraits() {}
}
