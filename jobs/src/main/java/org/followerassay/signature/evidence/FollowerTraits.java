package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Statements about a follower that an export can support, each true, false or unknown.
 *
 * <p>Thresholds as published: 50 followees per follower (Socialbakers, in Cresci et al. 2015), more than 1,500 followees for
 * a mass follower (HypeAuditor), 90 days of silence (Socialbakers). None of them says that an account is not a person.
 *
 * <p>All traits of a follower stand in one row until they are counted: a row for each made seven of every follower in all shuffles.
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
     * The newest known value of each trait of each account. One shuffle of the profiles by account.
     *
     * @return one row per account: follower, created_day (since 1970; null if unknown), and a column per trait, null where it is
     *     not known
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
        Column[] newest = WORDS.keySet().stream()
                .map(trait -> max_by(col(trait), when(col(trait).isNotNull(), col("snapshot")))
                        .as(trait))
                .toArray(Column[]::new);
        return stated.groupBy("follower").agg(max("created_day").as("created_day"), newest);
    }

    /**
     * How many followers hold each trait, of how many of whom it is known. A follower is one row until it is counted, not one per
     * trait.
     *
     * @param followers the columns of {@link #of}, and those of {@code by} and {@code kinds}
     * @param by columns that name who is counted together
     * @param kinds which followers are counted, by the end of the columns' names; conditions must not be null
     * @return one row per group and trait: the columns of {@code by}, trait, and known_… and true_… for each kind
     */
    public static Dataset<Row> counted(Dataset<Row> followers, List<String> by, Map<String, Column> kinds) {
        List<Column> counts = new ArrayList<>();
        List<Column> pairs = new ArrayList<>();
        for (String trait : WORDS.keySet()) {
            List<Column> pair = new ArrayList<>(List.of(lit(trait).as("trait")));
            new TreeMap<>(kinds).forEach((kind, isCounted) -> {
                Column isKnown = isCounted.and(col(trait).isNotNull());
                Map.of("known_", isKnown, "true_", isCounted.and(col(trait))).forEach((prefix, condition) -> {
                    String wide = "%s%s of %s".formatted(prefix, kind, trait);
                    counts.add(count_if(condition).as(wide));
                    pair.add(col("`" + wide + "`").as(prefix + kind));
                });
            });
            pairs.add(struct(pair.toArray(Column[]::new)));
        }
        Column[] groups = by.stream().map(functions::col).toArray(Column[]::new);
        Column[] columns = Stream.concat(by.stream(), Stream.of("pair.*"))
                .map(functions::col)
                .toArray(Column[]::new);
        return followers
                .groupBy(groups)
                .agg(counts.get(0), counts.stream().skip(1).toArray(Column[]::new))
                .withColumn("pair", explode(array(pairs.toArray(Column[]::new))))
                .select(columns);
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
