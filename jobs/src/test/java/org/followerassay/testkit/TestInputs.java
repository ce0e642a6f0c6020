package org.followerassay.testkit;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Tables held in memory, for a derivation under test. */
public final class TestInputs implements Inputs {
    private final SparkSession session;
    private final Map<Table, Dataset<Row>> tables = new HashMap<>();

    public TestInputs(SparkSession session) {
        this.session = session;
    }

    public TestInputs with(Table table, Dataset<Row> rows) {
        tables.put(table, table.conform(rows));
        return this;
    }

    /** Runs a step on what is here, as the warehouse would, and keeps its table: what reads it does not run the step again. */
    public TestInputs derive(Derivation step) {
        return with(step.output(), step.output().conform(step.derive(this)).localCheckpoint());
    }

    @Override
    public Dataset<Row> of(Table table) {
        return tables.getOrDefault(table, session.createDataFrame(List.<Row>of(), table.schema()));
    }

    @Override
    public long rows(Table table) {
        return of(table).count();
    }

    @Override
    public long present(Table table, String column) {
        return of(table).where(col(column).isNotNull()).count();
    }
}
