package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.DAY;
import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;
import static org.followerassay.bench.detection.world.Calendar.YEAR;

/**
 * What a platform states about an account.
 *
 * @param lastPostAt seconds since 1970; meaningless without posts
 */
public record Profile(int posts, int followers, int followees, long lastPostAt, boolean picture, boolean bio) {

    /** People; a quarter hardly ever post. */
    static Profile ordinary(long createdAt, Chance chance) {
        double years = (double) (SNAPSHOT - createdAt) / YEAR;
        boolean reader = chance.is(0.25);
        int posts = (int) (chance.logNormal(reader ? 0.6 : 60, 1.5) * years);
        return new Profile(
                posts,
                (int) (chance.logNormal(reader ? 14 : 90, 1.3) * StrictMath.sqrt(0.2 + years)),
                (int) (5 + chance.logNormal(reader ? 90 : 190, 1.0)),
                Math.max(createdAt, SNAPSHOT - (long) chance.exponential((reader ? 500.0 : 90.0) * DAY)),
                chance.is(reader ? 0.7 : 0.95),
                chance.is(reader ? 0.35 : 0.8));
    }

    /** Made in large numbers to be sold, of middling quality: some have a picture, a line of text, some posts. */
    static Profile massProduced(long createdAt, Chance chance) {
        int posts = chance.is(0.5) ? 0 : (int) chance.exponential(15);
        return new Profile(
                posts,
                (int) chance.exponential(15),
                (int) (20 + chance.logNormal(300, 0.8)),
                Math.max(createdAt, SNAPSHOT - (long) chance.exponential(400.0 * DAY)),
                chance.is(0.65),
                chance.is(0.5));
    }
}
