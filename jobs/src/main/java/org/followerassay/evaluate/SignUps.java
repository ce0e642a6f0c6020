package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.BEGINNING;
import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;

/**
 * When accounts are created: a platform that takes off, grows and levels out, with quiet weekends and wild days.
 *
 * <p>The wild days (an election, a cup final, another platform's breakdown) put many honest accounts of nearly the same
 * creation date into every list. A signature that takes equal dates for a batch by itself would trip over them.
 */
final class SignUps {
    private static final int WILD_DAYS = 10;

    private final double[] weightUpTo;

    SignUps(Dice dice) {
        int days = (int) ((NEWEST - BEGINNING) / DAY);
        double[] weights = new double[days];
        for (int day = 0; day < days; day++) {
            double year = day / 365.25;
            double growth = 1 / (1 + StrictMath.exp(-1.3 * (year - 4))) + 0.01;
            double levelling = 0.55 + 0.45 * StrictMath.exp(-Math.max(0, year - 7) / 4);
            int weekday = Timeline.weekday(BEGINNING + day * DAY);
            weights[day] = growth * levelling * (weekday < 5 ? 1 : 0.75) * dice.logNormal(1, 0.15);
        }
        for (int wild = 0; wild < WILD_DAYS; wild++) {
            int day = 700 + dice.below(days - 800);
            double times = dice.between(6, 14);
            for (int after = 0; after < 5; after++) {
                weights[day + after] *= 1 + times * StrictMath.exp(-after);
            }
        }
        weightUpTo = weights;
        for (int day = 1; day < days; day++) {
            weightUpTo[day] += weightUpTo[day - 1];
        }
    }

    /** The second in which one more account is created; mornings are quiet. */
    long next(Dice dice) {
        double drawn = dice.fraction() * weightUpTo[weightUpTo.length - 1];
        int low = 0;
        int high = weightUpTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weightUpTo[middle] > drawn) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double hour = 24 * StrictMath.sqrt(dice.fraction());
        return BEGINNING + low * DAY + (long) (hour * 3_600) % DAY;
    }
}
