package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;

/**
 * What a platform states about an account on the day of the newest snapshot.
 *
 * @param lastPostAt {@link Timeline#NEVER} if it never posted
 */
record Profile(
        long posts,
        long followers,
        long followees,
        long likes,
        long listed,
        long lastPostAt,
        boolean hasPicture,
        boolean hasBio,
        boolean verified) {

    /** People: from those who only read to those who never stop. A quarter hardly ever posts. */
    static Profile ordinary(long createdAt, Dice dice) {
        double years = (NEWEST - createdAt) / (365.0 * DAY);
        boolean reader = dice.chance(0.25);
        double pace = reader ? dice.logNormal(0.6, 1.3) : dice.logNormal(60, 1.5);
        long posts = (long) (pace * years);
        long followers = (long) (dice.logNormal(reader ? 14 : 90, 1.3) * StrictMath.sqrt(0.2 + years));
        long followees = (long) (5 + dice.logNormal(reader ? 90 : 190, 1.0));
        double silence = dice.exponential((reader ? 500.0 : 90.0) * DAY);
        return new Profile(
                posts,
                followers,
                followees,
                (long) (dice.logNormal(reader ? 30 : 300, 1.7) * years),
                (long) (followers * dice.between(0, 0.02)),
                lastPost(posts, createdAt, silence),
                dice.chance(reader ? 0.7 : 0.95),
                dice.chance(reader ? 0.35 : 0.8),
                !reader && dice.chance(0.01));
    }

    /**
     * Made in large numbers to be sold: hardly any trace of a person.
     *
     * @param polish 0 for the cheapest, 1 for those sold as "high quality", with a picture, a line of text and some posts
     */
    static Profile massProduced(long createdAt, double polish, Dice dice) {
        long posts = dice.chance(0.8 - 0.6 * polish) ? 0 : (long) dice.exponential(3 + 25 * polish);
        return new Profile(
                posts,
                (long) dice.exponential(5 + 20 * polish),
                (long) (20 + dice.logNormal(500 - 350 * polish, 0.8)),
                (long) dice.exponential(2 + 30 * polish),
                0,
                lastPost(posts, createdAt, dice.exponential(400.0 * DAY)),
                dice.chance(0.35 + 0.6 * polish),
                dice.chance(0.1 + 0.75 * polish),
                false);
    }

    /** Bought up one by one from people who gave them up: they look lived in. */
    static Profile secondHand(long createdAt, Dice dice) {
        Profile before = ordinary(createdAt, dice);
        long posts = before.posts / 3;
        return new Profile(
                posts,
                before.followers / 2,
                before.followees,
                before.likes / 3,
                before.listed,
                lastPost(posts, createdAt, 200 * DAY + dice.exponential(300 * DAY)),
                before.hasPicture,
                before.hasBio,
                false);
    }

    /** The account that an audit is about: active, and stating the lists as they are. */
    static Profile audited(long createdAt, long followers, long followees, Dice dice) {
        long posts = (long) (1 + dice.logNormal(400, 1.0) * (NEWEST - createdAt) / (365.0 * DAY));
        return new Profile(
                posts,
                followers,
                followees,
                (long) dice.logNormal(1_500, 1.2),
                (long) (followers * dice.between(0.002, 0.02)),
                lastPost(posts, createdAt, dice.exponential(4 * DAY)),
                true,
                dice.chance(0.95),
                dice.chance(0.15));
    }

    Profile withFollowees(long atLeast) {
        return new Profile(
                posts,
                followers,
                Math.max(followees, atLeast),
                likes,
                listed,
                lastPostAt,
                hasPicture,
                hasBio,
                verified);
    }

    boolean hardlyPosts() {
        return posts < 10;
    }

    private static long lastPost(long posts, long createdAt, double silence) {
        return posts == 0 ? Timeline.NEVER : Math.max(createdAt, NEWEST - (long) silence);
    }
}
