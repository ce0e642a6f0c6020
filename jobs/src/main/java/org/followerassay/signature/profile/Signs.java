package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

/** The statements that the published rules are made of, each written once. */
final class Signs {
    static final ProfileSign FOLLOWS_50_TO_1 = new ProfileSign(
            "follows at least 50 times as many accounts as follow it",
            Set.of("followers", "followees"),
            col("followees").geq(greatest(col("followers"), lit(1)).multiply(50)));

    static final ProfileSign NEVER_POSTED =
            new ProfileSign("has never posted", Set.of("posts"), col("posts").equalTo(0));

    static final ProfileSign NO_PICTURE_AFTER_60_DAYS = new ProfileSign(
            "is older than 60 days and has no picture",
            Set.of("created_at", "has_picture"),
            col("age_days").gt(60).and(not(col("has_picture"))));

    static final ProfileSign NO_BIO_AND_FOLLOWS_100 = new ProfileSign(
            "has no bio and follows more than 100 accounts",
            Set.of("followees", "has_bio"),
            col("followees").gt(100).and(not(col("has_bio"))));

    static final ProfileSign FEWER_THAN_3_POSTS = new ProfileSign(
            "has fewer than 3 posts", Set.of("posts"), col("posts").lt(3));

    static final ProfileSign SILENT_90_DAYS = silent(90);
    static final ProfileSign SILENT_100_DAYS = silent(100);

    static final ProfileSign FEW_FOLLOWERS = new ProfileSign(
            "has fewer than 50 followers", Set.of("followers"), col("followers").lt(50));
    static final ProfileSign FEW_POSTS = new ProfileSign(
            "has fewer than 50 posts", Set.of("posts"), col("posts").lt(50));
    static final ProfileSign MANY_FOLLOWEES = new ProfileSign(
            "follows more than 250 accounts",
            Set.of("followees"),
            col("followees").gt(250));

    /** Signs of a person. */
    static final List<ProfileSign> OF_A_PERSON = List.of(
            new ProfileSign("has a picture", Set.of("has_picture"), col("has_picture")),
            new ProfileSign("has a bio", Set.of("has_bio"), col("has_bio")),
            new ProfileSign("has 30 followers or more", Set.of("followers"), atLeast("followers", 30)),
            new ProfileSign("has 50 posts or more", Set.of("posts"), atLeast("posts", 50)),
            new ProfileSign("is in somebody's list", Set.of("listed"), atLeast("listed", 1)),
            new ProfileSign(
                    "has at least half as many followers as followees",
                    Set.of("followers", "followees"),
                    col("followers").multiply(2).geq(col("followees"))));

    static final ProfileSign MASS_FOLLOWER = new ProfileSign(
            "follows more than 1,500 accounts",
            Set.of("followees"),
            col("followees").gt(1_500));

    static ProfileSign influencer(int followers) {
        return new ProfileSign(
                String.format(java.util.Locale.ROOT, "has more than %,d followers", followers),
                Set.of("followers"),
                col("followers").gt(followers));
    }

    /** An account without posts has been silent since it was made; {@link #NEVER_POSTED} tells those apart. */
    private static ProfileSign silent(int days) {
        return new ProfileSign(
                "has not posted in the last " + days + " days",
                Set.of("posts", "last_post_at"),
                col("posts").equalTo(0).or(col("silent_days").gt(days)));
    }

    private static Column atLeast(String count, int least) {
        return col(count).geq(least);
    }

    private Signs() {}
}
