package org.followerassay.signature.fingerprint;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.FingerprintTables.REFERENCE_SHARES;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The population that fingerprints are compared with, for whoever wants to check it. */
public final class ReferenceShares implements Derivation {
    private final FingerprintOptions options;

    public ReferenceShares(FingerprintOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "reference population";
    }

    @Override
    public Table output() {
        return REFERENCE_SHARES;
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
        return new PopulationScan(options, inputs)
                .reference()
                .withColumn("period_from", date_from_unix_date(col("period").multiply(PopulationScan.PERIOD_DAYS)))
                .withColumn("created_from", date_from_unix_date(col("bin").multiply(col("bin_days"))));
    }
}
