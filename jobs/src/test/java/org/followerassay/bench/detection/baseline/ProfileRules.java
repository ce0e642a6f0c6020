package org.followerassay.bench.detection.baseline;

import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;

import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.Person;
import org.followerassay.bench.detection.world.Profile;

/**
 * Four of the eight rules of SocialBakers (2012, in Cresci et al. 2015), which look at one profile at a time.
 *
 * <p>The other four need the texts of posts, or places. How well rules do here depends on how the world draws profiles: half of
 * the sold accounts never posted, a third have no picture.
 */
public final class ProfileRules {
    private static final long SIXTY_DAYS = 60 * 86_400L;

    public static Judgement of(Ties ties) {
        double[] scores = new double[ties.count()];
        for (int tie = 0; tie < scores.length; tie++) {
            Person person = ties.world().people().get(ties.follower(tie));
            scores[tie] = holds(person.profile(), person.createdAt()) ? 1 : 0;
        }
        return Judgement.baseline("SocialBakers 2012", scores, 0.5);
    }

    private static boolean holds(Profile profile, long createdAt) {
        return profile.followees() >= 50L * Math.max(1, profile.followers())
                || profile.posts() == 0
                || !profile.picture() && createdAt < SNAPSHOT - SIXTY_DAYS
                || !profile.bio() && profile.followees() > 100;
    }

    private ProfileRules() {}
}
