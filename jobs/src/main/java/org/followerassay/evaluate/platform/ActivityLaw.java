package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * How many others an account follows of its own accord: a power law, and more accounts at exactly 20 and 2,000.
 *
 * <p>20 were suggested to newcomers and 2,000 was the limit for most (Kwak et al., WWW 2010, figure 1).
 *
 * @param fewest followees of the least active
 * @param most nobody follows more
 */
record ActivityLaw(double exponent, double fewest, double most) {
    private static final long SUGGESTED = 20;
    private static final long LIMIT = 2_000;
    private static final double TAKES_SUGGESTIONS = 0.25;
    private static final double STAYS_AT_LIMIT = 0.8;

    /** The law with a given mean; of accounts above the most, all follow the most. */
    static ActivityLaw withMean(double mean, double exponent, double most) {
        double low = 0.05;
        double high = mean;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (new ActivityLaw(exponent, middle, most).mean() < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new ActivityLaw(exponent, high, most);
    }

    /** Accounts that an account follows, of its own accord. */
    Column followees(Column account, Draws draws) {
        Column drawn = least(
                pow(lit(1).minus(draws.fraction("followees", account)), lit(-1 / tail()))
                        .multiply(fewest),
                lit(most));
        Column rounded = floor(drawn.plus(draws.fraction("round", account)));
        Column spiked = when(
                        drawn.between(12, SUGGESTED).and(draws.chance(TAKES_SUGGESTIONS, "suggestions", account)),
                        lit(SUGGESTED))
                .when(drawn.between(LIMIT, 2 * LIMIT).and(draws.chance(STAYS_AT_LIMIT, "limit", account)), lit(LIMIT));
        return most < 2 * LIMIT
                ? when(
                                drawn.between(12, SUGGESTED)
                                        .and(draws.chance(TAKES_SUGGESTIONS, "suggestions", account)),
                                lit(SUGGESTED))
                        .otherwise(rounded)
                : spiked.otherwise(rounded);
    }

    /** True for those who follow exactly as many as were suggested or allowed. */
    static Column atSpike() {
        return col("followees").isin(SUGGESTED, LIMIT);
    }

    private double tail() {
        return exponent - 1;
    }

    private double mean() {
        return (tail() * fewest - Math.pow(fewest, tail()) * Math.pow(most, 1 - tail())) / (tail() - 1);
    }
}
