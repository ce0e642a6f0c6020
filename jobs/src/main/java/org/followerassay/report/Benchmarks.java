package org.followerassay.report;

import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.BENCHMARKS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** What accounts of a size tier are like, measure by measure: what to expect of an account like them. */
final class Benchmarks implements Derivation {
    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public Table output() {
        return BENCHMARKS;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(Stream.of(AUDIENCE_RANK), Measurements.INPUTS.stream())
                .toList();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> accounts = Measurements.estimated(inputs.of(AUDIENCE_RANK), inputs);
        return Percentiles.of(Measurements.of(accounts, inputs, lit(true)));
    }
}
