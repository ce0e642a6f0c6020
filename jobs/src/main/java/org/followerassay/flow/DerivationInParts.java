package org.followerassay.flow;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;

/**
 * A step whose table is made of numbered parts, each computed from some parts of its inputs, and kept while those stand.
 *
 * <p>So a further input costs the parts that need it, and computing all parts at once gives the same rows. Numbers are the
 * derivation's own, such as days since 1970. All missing parts are computed together, in one job.
 */
public interface DerivationInParts extends Derivation {
    /** Inputs that are read in part: each part of the output is given only the parts that it needs. */
    List<Table> readInPart();

    /**
     * What each part is computed from: columns {@code source} (the number of the part, an int), {@code table} and
     * {@code needed}, both text: a table that is read in part with the name of a part of it, or anything else that
     * changes when the part has to be computed again. A part is there if it has a row. Collected: a row may stand for an
     * input, not for a tie.
     */
    Dataset<Row> needs(Inputs inputs);

    /** The rows of the parts for which a condition on {@code source} holds, with that column. */
    Dataset<Row> derive(Inputs inputs, Column wanted);

    @Override
    default Dataset<Row> derive(Inputs inputs) {
        return derive(inputs, lit(true));
    }
}
