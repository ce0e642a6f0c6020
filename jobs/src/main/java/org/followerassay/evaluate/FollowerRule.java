package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * A published rule that looks at one follower's profile at a time, as most audit tools do.
 *
 * @param name as printed
 * @param source where the rule is published, and what of it an export can't tell
 * @param holds true of a follower that the rule counts against the account
 * @param threshold share of such followers from which on the account is named
 */
record FollowerRule(String name, String source, Column holds, double threshold) {
    /** SocialBakers' bands: from 20 % on "be cautious". The other rules name no share; theirs is the same. */
    private static final double BE_CAUTIOUS = 0.20;

    static final List<FollowerRule> PUBLISHED = List.of(
            new FollowerRule(
                    "few followers, few posts, many followees",
                    "StatusPeople 2012 in words; its cut-offs were never published, these are followers < 50, posts < 50,"
                            + " followees > 250",
                    col("followers")
                            .lt(50)
                            .and(col("posts").lt(50))
                            .and(col("followees").gt(250)),
                    BE_CAUTIOUS),
            new FollowerRule(
                    "50 followees per follower",
                    "SocialBakers 2012, rule 1",
                    col("followees").geq(greatest(col("followers"), lit(1)).multiply(50)),
                    BE_CAUTIOUS),
            new FollowerRule(
                    "any SocialBakers rule",
                    "SocialBakers 2012, four of its eight rules: the others need the texts of posts, or places",
                    col("followees")
                            .geq(greatest(col("followers"), lit(1)).multiply(50))
                            .or(col("posts").equalTo(0))
                            .or(not("has_picture").and(col("older_than_60_days")))
                            .or(not("has_bio").and(col("followees").gt(100))),
                    BE_CAUTIOUS),
            new FollowerRule(
                    "fewer signs of a person than not",
                    "after Camisani-Calzolari 2012, as told by Cresci et al. 2015: picture, bio, 30 followers, 50 posts, in a"
                            + " list, half as many followers as followees; its other signs are not in an export",
                    signsOfAPerson().lt(3),
                    BE_CAUTIOUS),
            new FollowerRule(
                    "never posted", "one of SocialBakers' rules, often used alone", neverPosted(), BE_CAUTIOUS));

    private static Column neverPosted() {
        return col("posts").equalTo(0);
    }

    private static Column not(String statement) {
        return col(statement).equalTo(false);
    }

    private static Column signsOfAPerson() {
        return Stream.of(
                        col("has_picture"),
                        col("has_bio"),
                        col("followers").geq(30),
                        col("posts").geq(50),
                        col("listed").geq(1),
                        col("followers").multiply(2).geq(col("followees")))
                .map(sign -> when(coalesce(sign, lit(false)), 1).otherwise(0))
                .reduce(lit(0), Column::plus);
    }
}
