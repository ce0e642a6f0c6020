package org.followerassay.report;

import static org.apache.spark.sql.functions.covar_pop;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Pearson's correlation of two columns as an aggregate; null where one of them is the same everywhere. */
final class Correlation {
    /** Spark's own divides by the spread, and ends the job where all accounts have the same rank. */
    static Column of(Column one, Column other) {
        Column spreads = stddev_pop(when(other.isNotNull(), one)).multiply(stddev_pop(when(one.isNotNull(), other)));
        return try_divide(covar_pop(one, other), spreads);
    }

    private Correlation() {}
}
