package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;

/**
 * The ends of the 95 % Wilson score interval (1927) of a column share of a column known.
 *
 * <p>It covers what the followers who are not known would change if they were like the others, not if they differ.
 */
public final class Wilson {
    /** 95 % of a normal distribution. */
    private static final double Z = 1.959964;

    public static Column low() {
        return end(-1);
    }

    public static Column high() {
        return end(1);
    }

    private static Column end(int side) {
        Column n = col("known");
        Column spread = sqrt(col("share")
                .multiply(lit(1).minus(col("share")))
                .divide(n)
                .plus(lit(Z * Z / 4).divide(n.multiply(n))));
        return col("share")
                .plus(lit(Z * Z / 2).divide(n))
                .plus(spread.multiply(side * Z))
                .divide(lit(1).plus(lit(Z * Z).divide(n)));
    }

    private Wilson() {}
}
