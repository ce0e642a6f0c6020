package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Windows of three lengths, each at two shifts of half a length, so that a crowd is never cut in both.
 *
 * <p>SynchroTrap's tokens (target, ⌊t/Δ⌋) and (target, ⌊t/Δ + ½⌋). Deliveries take two hours (De Cristofaro et al. 2014), a
 * day or a week. Every window begins and ends on a full hour.
 */
final class Windows {
    static final long HOUR = 3_600;

    /** Lengths in seconds. */
    static final List<Long> LENGTHS = List.of(2 * HOUR, 24 * HOUR, 168 * HOUR);

    /** Lengths before and after a window whose arrivals are its reference. */
    static final int AROUND = 8;

    /** Start of the window that holds a time; {@code shift} is 0 or 1 half lengths. */
    static Column start(Column at, long length, int shift) {
        Column moved = at.plus(shift * length / 2);
        return moved.minus(pmod(moved, lit(length))).minus(shift * length / 2);
    }

    static Column within(String at, String from) {
        return col(at).geq(col(from)).and(col(at).lt(col(from).plus(col("length"))));
    }

    /** Within the window or one length of it: what belongs to the crowd's own delivery and is no reference. */
    static Column near(String at, String from) {
        return col(at).geq(col(from).minus(col("length")))
                .and(col(at).lt(col(from).plus(col("length").multiply(2))));
    }

    /** Within {@link #AROUND} lengths of the window, near or not. */
    static Column around(String at, String from) {
        return col(at).geq(col(from).minus(col("length").multiply(AROUND)))
                .and(col(at).lt(col(from).plus(col("length").multiply(AROUND + 1))));
    }

    private Windows() {}
}
