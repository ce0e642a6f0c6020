package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * How often the intervals of a report hold what they are about, for accounts of which that is known: their followers are drawn.
 *
 * @param what the kind of figure
 * @param drawn intervals
 * @param held those that hold the truth
 */
public record Held(String what, long drawn, long held) {
    private static final long SEED = 14;
    private static final double LEAST = 0.93;
    private static final double MOST = 0.97;

    /** Shares of a list, what two of them differ by, and sums of weights, as attention is one; so many of each. */
    public static List<Held> of(int accounts) {
        List<Held> all = new ArrayList<>();
        all.add(count("shares", accounts, Held::shareHolds));
        all.add(count("differences of shares", accounts, Held::differenceHolds));
        all.add(count("sums of weights", accounts, Held::sumHolds));
        return all;
    }

    private static Held count(String what, int accounts, Predicate<Random> holds) {
        Random random = new Random(SEED);
        long held = 0;
        for (int account = 0; account < accounts; account++) {
            held += holds.test(random) ? 1 : 0;
        }
        return new Held(what, accounts, held);
    }

    public double share() {
        return (double) held / drawn;
    }

    /** True if 95 % may be written beside them; wider ones would say too little. */
    public boolean isHonest() {
        return share() >= LEAST && share() <= MOST;
    }

    private static boolean shareHolds(Random random) {
        double truth = truth(random);
        return holds(reading(truth, random).bounds().apply(Interval.USUAL), truth);
    }

    private static boolean differenceHolds(Random random) {
        double one = truth(random);
        double other = truth(random);
        Interval interval = reading(one, random).above(reading(other, random), Interval.USUAL);
        return holds(interval, one - other);
    }

    /** Followers come at random, each with a weight of its own. */
    private static boolean sumHolds(Random random) {
        double expected = 30 + 3_000 * random.nextDouble();
        double sum = 0;
        double squares = 0;
        for (double time = wait(random); time < expected; time += wait(random)) {
            double weight = random.nextDouble();
            sum += weight;
            squares += weight * weight;
        }
        return holds(Interval.sum(sum, sum * sum / squares, Interval.USUAL), expected / 2);
    }

    private static double wait(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static double truth(Random random) {
        return 0.02 + 0.58 * random.nextDouble();
    }

    private static Reading reading(double truth, Random random) {
        int followers = 50 + random.nextInt(4_000);
        long hits = random.doubles(followers).filter(one -> one < truth).count();
        return Reading.share(hits, followers, "");
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }
}
