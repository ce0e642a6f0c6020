package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * How much the profiles of a batch make of a finding; reads what {@link Contrasts} gives.
 *
 * <p>An occasion draws people of all ages, and some of their accounts were made on one day, as by a newsletter's form, and
 * hardly used: a part of those who come, with profiles of their own. So where a batch is the smaller part of its stretch of the list, its profiles must also differ from
 * those of people of the same age.
 */
public final class BatchTier {
    /**
     * Strong with contrasting profiles, moderate where profiles are not known, weak where they do not differ.
     *
     * @param most whether most followers of the stretch are of the batch
     */
    public static Column of(Column most) {
        return when(col("traits_known").isNull(), "moderate")
                .when(most.and(col("differs")).or(Contrasts.notByAge()), "strong")
                .otherwise("weak");
    }

    /** What is said where the profiles may be those of the same age; empty where not. */
    public static Column sameAge() {
        return when(
                        not(coalesce(col("differs_from_peers"), lit(true))),
                        " Beside others who signed up at the same time, the difference is too small or too uncertain to count.")
                .otherwise("");
    }

    private BatchTier() {}
}
