package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;

/**
 * How often j of n choices fall on a set of accounts, where people differ in their interest in it.
 *
 * <p>The overdispersion ρ in (0, 1) is the correlation of two choices of one follower: at 0 this is the binomial
 * distribution, at 1 everybody chooses all or nothing. Spark has no gamma function, and written with columns the recurrence
 * made plans that took minutes to prepare; so this is a function of its own.
 */
final class BetaBinomial {
    /** Columns choices (long), share and overdispersion (both between 0 and 1) to an array: the probability of j at index j. */
    static Column probabilities(Column choices, Column share, Column overdispersion) {
        UDF3<Long, Double, Double, double[]> ofRow = (n, p, rho) -> probabilities(Math.toIntExact(n), p, rho);
        return udf(ofRow, createArrayType(DoubleType, false)).apply(choices, share, overdispersion);
    }

    static double[] probabilities(int choices, double share, double overdispersion) {
        double weight = (1 - overdispersion) / overdispersion;
        double inside = share * weight;
        double outside = (1 - share) * weight;
        double[] logs = new double[choices + 1];
        for (int drawn = 0; drawn < choices; drawn++) {
            logs[0] += StrictMath.log((outside + drawn) / (weight + drawn));
        }
        for (int j = 0; j < choices; j++) {
            double ratio = (choices - j) * (inside + j) / ((j + 1.0) * (outside + choices - j - 1));
            logs[j + 1] = logs[j] + StrictMath.log(ratio);
        }
        double[] probabilities = new double[choices + 1];
        for (int j = 0; j <= choices; j++) {
            probabilities[j] = StrictMath.exp(logs[j]);
        }
        return probabilities;
    }

    private BetaBinomial() {}
}
