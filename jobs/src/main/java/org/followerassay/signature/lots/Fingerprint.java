package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINGERPRINT;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The picture of a follower list, as numbers: each window of 200 followers by month of creation. */
public final class Fingerprint implements Derivation {
    private final LotOptions options;

    public Fingerprint(LotOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public Table output() {
        return FINGERPRINT;
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
        Grid grid = Grid.FINGERPRINT;
        Column from = col("bin").multiply(grid.binDays());
        Column first = col("window").multiply(grid.span());
        CreationScan scan = new CreationScan(options, inputs);
        return scan.cells(List.of(grid))
                .join(broadcast(scan.snapshots()), "account")
                .withColumn("position_from", first)
                .withColumn("position_to", first.plus(grid.span() - 1))
                .withColumn("created_from", date_from_unix_date(from))
                .withColumn("created_to", date_from_unix_date(from.plus(grid.binDays() - 1)));
    }
}
