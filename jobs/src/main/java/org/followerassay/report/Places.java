package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Which accounts are above which at one point, and which can't be told apart.
 *
 * <p>Pairs, not neighbours: of three accounts the first can be above the third though the second is apart from neither. So
 * an account has the places that are left to it (Goldstein and Spiegelhalter 1996), not a rank. All pairs of a point hold
 * together with 95 %, so that more accounts do not find more differences by chance.
 */
final class Places {
    private final List<Reading> readings;
    private final List<Difference> differences = new ArrayList<>();

    /** The account at {@code one} less that at {@code other}. */
    record Difference(int one, int other, double value, Interval bounds) {
        boolean toldApart() {
            return bounds.low() > 0 || bounds.high() < 0;
        }

        String verdict() {
            return toldApart() ? bounds.low() > 0 ? "higher" : "lower" : "not_told_apart";
        }
    }

    private Places(List<Reading> readings) {
        this.readings = readings;
    }

    static Places of(List<Reading> readings) {
        Places places = new Places(readings);
        int ordered = (int) readings.stream().filter(Reading::isOrdered).count();
        double z = Interval.z(ordered * (ordered - 1) / 2);
        for (int one = 0; one < readings.size(); one++) {
            for (int other = one + 1; other < readings.size(); other++) {
                Reading own = readings.get(one);
                Reading others = readings.get(other);
                if (own.isOrdered() && others.isOrdered()) {
                    places.differences.add(
                            new Difference(one, other, own.number() - others.number(), own.above(others, z)));
                }
            }
        }
        return places;
    }

    List<Difference> differences() {
        return differences;
    }

    /** The best place left to an account, 1 = the largest value; 0 if it has none. */
    long best(int account) {
        return isPlaced(account) ? 1 + surely(account, false) : 0;
    }

    /** The last place left to an account; 0 if it has none. */
    long last(int account) {
        long ordered = readings.stream().filter(Reading::isOrdered).count();
        return isPlaced(account) ? ordered - surely(account, true) : 0;
    }

    private boolean isPlaced(int account) {
        return differences.stream().anyMatch(pair -> pair.one() == account || pair.other() == account);
    }

    /** How many accounts this one is surely above, or below. */
    private long surely(int account, boolean above) {
        return differences.stream()
                .filter(Difference::toldApart)
                .filter(pair -> pair.one() == account
                        ? above == pair.bounds().low() > 0
                        : pair.other() == account && above == pair.bounds().high() < 0)
                .count();
    }
}
