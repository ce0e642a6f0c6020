package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * How often j of n choices fall on a set of accounts, where people differ in their interest in it.
 *
 * <p>The overdispersion ρ in (0, 1) is the correlation of two choices of one follower: at 0 this is the binomial
 * distribution, at 1 everybody chooses all or nothing. Spark has no gamma function; Stirling's series from 7 on is right to
 * nine digits.
 */
final class BetaBinomial {
    private static final int STIRLING_FROM = 7;

    /** The probability of {@code j} among {@code n}, with a mean share and an overdispersion, both between 0 and 1. */
    static Column probability(Column j, Column n, Column share, Column overdispersion) {
        Column weight = lit(1.0).minus(overdispersion).divide(overdispersion);
        Column inside = share.multiply(weight);
        Column outside = lit(1.0).minus(share).multiply(weight);
        Column choices = lnGamma(n.plus(1))
                .minus(lnGamma(j.plus(1)))
                .minus(lnGamma(n.minus(j).plus(1)));
        Column ln =
                choices.plus(lnBeta(j.plus(inside), n.minus(j).plus(outside))).minus(lnBeta(inside, outside));
        return exp(ln);
    }

    private static Column lnBeta(Column a, Column b) {
        return lnGamma(a).plus(lnGamma(b)).minus(lnGamma(a.plus(b)));
    }

    /** The logarithm of the gamma function of a number above 0. */
    static Column lnGamma(Column number) {
        Column x = number.cast("double");
        Column product = x;
        for (int i = 1; i < STIRLING_FROM; i++) {
            product = product.multiply(x.plus(i));
        }
        Column small = stirling(x.plus(STIRLING_FROM)).minus(ln(product));
        return when(x.lt(STIRLING_FROM), small).otherwise(stirling(x));
    }

    private static Column stirling(Column x) {
        Column cube = x.multiply(x).multiply(x);
        return x.minus(0.5)
                .multiply(ln(x))
                .minus(x)
                .plus(0.5 * Math.log(2 * Math.PI))
                .plus(lit(1.0).divide(x.multiply(12)))
                .minus(lit(1.0).divide(cube.multiply(360)))
                .plus(lit(1.0).divide(cube.multiply(x).multiply(x).multiply(1260)));
    }

    private BetaBinomial() {}
}
