package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;

import org.apache.spark.sql.Column;

/**
 * Expected followers by rank: the account of rank r is followed in proportion to (r + shift)^(-1 / (exponent - 1)).
 *
 * <p>These are the weights of Chung and Lu (2002) for a power law of followers with that density exponent. Their sum has a
 * closed form, so that a rank is drawn without a table.
 */
record PopularityLaw(double exponent) {
    /** Flattens the very top, as in the Twitter crawl of 2009: its largest account has 0.2 % of all ties. */
    private static final double SHIFT = 3.1;

    private double left() {
        return 1 - 1 / (exponent - 1);
    }

    /** The rank below which a share of all ties lies, among so many accounts. */
    Column rank(Column share, Column accounts) {
        return rank(share, accounts, lit(SHIFT));
    }

    /** The same among every so many-th account only, of those whose numbers leave a remainder. */
    Column rankInTopic(Column share, Column accounts, Column remainder, long topics) {
        return rank(share, accounts, remainder.plus(SHIFT).divide((double) topics));
    }

    private Column rank(Column share, Column accounts, Column shift) {
        Column origin = pow(shift, lit(left()));
        Column all = pow(accounts.plus(shift), lit(left())).minus(origin);
        Column rank = pow(share.multiply(all).plus(origin), lit(1 / left())).minus(shift);
        return least(greatest(floor(rank), lit(0L)), accounts.minus(1)).cast("long");
    }

    /** Expected followers of a rank where so many accounts are followed by so many ties. */
    Column followers(Column rank, double ties, long accounts) {
        return pow(rank.plus(SHIFT), lit(left() - 1)).multiply(ties * left() / ranked((double) accounts));
    }

    double followers(double rank, double ties, long accounts) {
        return ties * left() / ranked((double) accounts) * Math.pow(rank + SHIFT, left() - 1);
    }

    /** The rank from which on expected followers are below a number. */
    double rankOf(double followers, double ties, long accounts) {
        double rank = Math.pow(followers * ranked((double) accounts) / (ties * left()), 1 / (left() - 1)) - SHIFT;
        return Math.min(Math.max(rank, 0), (double) accounts);
    }

    /** Share of all ties that lead to the first so many ranks. */
    double shareUpTo(double rank, long accounts) {
        return ranked(rank) / ranked((double) accounts);
    }

    private double ranked(double ranks) {
        return Math.pow(ranks + SHIFT, left()) - Math.pow(SHIFT, left());
    }
}
