package org.followerassay.signature.evidence;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;

/** A derivation that reports findings under a name, and explains itself. */
public interface Signature extends Derivation {
    /** The name in findings and matches. */
    String signature();

    About about();

    /** The kind of trace that it reads. */
    Family family();

    /**
     * Whether these inputs let it run: one row with the columns ran (yes, partly or no) and reason (empty if it simply ran).
     */
    Dataset<Row> readiness(Inputs inputs);
}
