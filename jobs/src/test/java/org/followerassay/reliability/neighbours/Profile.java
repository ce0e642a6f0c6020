package org.followerassay.reliability.neighbours;

import java.time.Instant;

/**
 * What the platform says of an account at the snapshot. Pictures and bios depend on the age of the account and its use: many old
 * accounts have neither, and those of some years have the bio that sign-up filled in.
 *
 * @param followers as the platform counts them, with the few who are deactivated and in no list
 * @param lastPost null for those who never posted
 */
record Profile(
        Account account,
        int followers,
        int likes,
        Instant lastPost,
        boolean hasPicture,
        boolean hasBio,
        boolean verified,
        boolean isPrivate) {

    private static final double DEACTIVATED = 0.003;
    static final String HEADER =
            "snapshot,account,created_at,posts,followers,followees,likes,last_post_at,has_picture,has_bio,verified,is_private";

    static Profile of(Account account, long seed) {
        Chance chance = new Chance(seed * 1_000_003 + account.id);
        int listed = account.followers.size();
        long used = Math.min(account.traits.lapses(), Timeline.SNAPSHOT) - account.created;
        boolean posted = account.traits.posts() > 0;
        double recent = account.isActive(Timeline.SNAPSHOT) ? 1 - 0.2 * chance.share() * chance.share() : 0.97;
        return new Profile(
                account,
                Math.min(listed + listed / 120, listed + chance.poisson(DEACTIVATED * listed)),
                (int) chance.lognormal(2 + 25.0 * used / Timeline.YEAR, 1.6),
                posted ? Instant.ofEpochSecond(account.created + (long) (recent * used)) : null,
                chance.happens(picture(account, used)),
                chance.happens(bio(account, used)),
                chance.happens(account.isPage() ? 0.12 : 0.0005),
                !account.isPage() && chance.happens(0.2));
    }

    String row() {
        return String.join(
                ",",
                Timeline.SNAPSHOT_DAY,
                Long.toString(account.id),
                Instant.ofEpochSecond(account.created).toString(),
                Integer.toString(account.traits.posts()),
                Integer.toString(followers),
                Integer.toString(account.followees.size()),
                Integer.toString(likes),
                lastPost == null ? "" : lastPost.toString(),
                Boolean.toString(hasPicture),
                Boolean.toString(hasBio),
                Boolean.toString(verified),
                Boolean.toString(isPrivate));
    }

    /** The app asks for a picture, the website did not; those who leave within days mostly have none. */
    private static double picture(Account account, long used) {
        if (account.isPage()) {
            return 0.98;
        }
        double early = account.created < Timeline.APP ? 0.45 : 0.7;
        return used < 30 * Timeline.DAY ? early - 0.2 : account.traits.posts() > 0 ? early + 0.22 : early;
    }

    private static double bio(Account account, long used) {
        if (account.isPage()) {
            return 0.97;
        }
        if (account.created >= Timeline.BIO_FILLED_FROM && account.created < Timeline.BIO_FILLED_UNTIL) {
            return 0.92;
        }
        return used < 30 * Timeline.DAY ? 0.12 : account.traits.posts() > 0 ? 0.55 : 0.25;
    }
}
