package org.followerassay.flow;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;

/**
 * One step of a job: a pure function from tables to a table. No I/O, no clock, no action, no session.
 *
 * <p>Several derivations may write the same table (findings, for one); each then owns a part of it.
 */
public interface Derivation {
    /** The step in a user's words, unique in a pipeline: "shared audiences". */
    String name();

    Table output();

    List<Table> inputs();

    Dataset<Row> derive(Inputs inputs);

    /** Everything that changes the result besides the inputs; printed into the manifest. */
    default Record options() {
        return new None();
    }

    /** No options. */
    record None() {}
}
