package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.BEGINNING;
import static org.followerassay.bench.detection.world.Calendar.DAY;
import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;

/** When accounts are created: a platform that takes off and levels out, with days on which everybody joins. */
final class SignUps {
    private static final int WILD_DAYS = 8;

    private final double[] weightUpTo;

    SignUps(Chance chance) {
        int days = (int) ((SNAPSHOT - BEGINNING) / DAY);
        double[] weights = new double[days];
        for (int day = 0; day < days; day++) {
            double year = day / 365.25;
            double growth = 0.02 + 1 / (1 + StrictMath.exp(-1.3 * (year - 3)));
            double levelling = 0.5 + 0.5 * StrictMath.exp(-Math.max(0, year - 6) / 4);
            weights[day] = growth * levelling * (day % 7 < 5 ? 1 : 0.75) * chance.logNormal(1, 0.15);
        }
        for (int wild = 0; wild < WILD_DAYS; wild++) {
            int day = 600 + chance.below(days - 700);
            double times = chance.between(5, 12);
            for (int after = 0; after < 5; after++) {
                weights[day + after] *= 1 + times * StrictMath.exp(-after);
            }
        }
        weightUpTo = weights;
        for (int day = 1; day < days; day++) {
            weightUpTo[day] += weightUpTo[day - 1];
        }
    }

    long next(Chance chance) {
        int day = chance.weighted(weightUpTo, weightUpTo.length);
        return BEGINNING + day * DAY + (long) (chance.fraction() * DAY);
    }
}
