package org.followerassay.signature.fingerprint;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.FingerprintTables.BATCH_CELLS;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The cells of follower lists that hold more followers of one age than the population's lists do. */
public final class BatchCells implements Derivation {
    private final FingerprintOptions options;

    public BatchCells(FingerprintOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "batch cells";
    }

    @Override
    public Table output() {
        return BATCH_CELLS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ARRIVALS, REFERENCE_ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column standsOut = col("followers")
                .geq(options.minLot())
                .and(col("followers").geq(col("expected").multiply(options.minLift())))
                .and(col("z").geq(options.minZ()));
        Column created = col("bin").multiply(col("bin_days"));
        return new PopulationScan(options, inputs)
                .cells()
                .where(standsOut)
                .withColumn("period_from", date_from_unix_date(col("period").multiply(PopulationScan.PERIOD_DAYS)))
                .withColumn("created_from", date_from_unix_date(created))
                .withColumn(
                        "created_to",
                        date_from_unix_date(created.plus(col("bin_days")).minus(1)));
    }
}
