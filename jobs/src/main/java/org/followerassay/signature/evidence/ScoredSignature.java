package org.followerassay.signature.evidence;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * A signature that says something about single ties.
 *
 * <p>Its measure is the same for all of them, so that it can be compared and combined: ties are grouped (a cell of arrival by
 * creation date, a pair of accounts, a block), the reference says how many the group would hold anyway, and the tie's
 * {@code excess_share} is (observed − expected) / observed: the share of such ties that only a purchase, or another cause that
 * the reference does not know, explains.
 */
public interface ScoredSignature extends Signature, Profiled {
    @Override
    Record options();

    /** The tables that {@link #scores} and {@link #members} read. */
    List<Table> scoredFrom();

    /**
     * Every tie for which the reference leaves something unexplained, before any threshold.
     *
     * @return one row per tie: account (who is followed), follower, excess_share in (0, 1]
     */
    Dataset<Row> scores(Inputs inputs);

    /**
     * The ties that a finding of this signature rests on, whatever its tier.
     *
     * @return one row per tie: account, follower, excess_share, found_in (its group among the account's followers, in words)
     */
    Dataset<Row> members(Inputs inputs);

    /** The fewest ties that a group must have to be named. */
    long smallestGroup();

    @Override
    default List<Table> profiledFrom() {
        return scoredFrom();
    }

    @Override
    default Dataset<Row> profiled(Inputs inputs) {
        return members(inputs);
    }
}
