package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.ContrastTables.LOT_CONFIRMATIONS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.LOTS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.OptionsBySignature;
import org.followerassay.signature.evidence.Profiled;
import org.followerassay.table.Table;

/**
 * How many of the followers that are found in groups sit in the account's lots: see {@link Confirmation}.
 *
 * <p>One shuffle of these followers, and of those in lots, by tie.
 */
public final class InLots implements Derivation {
    private final LotOptions lots;
    private final List<Profiled> signatures;

    /**
     * @param lots the options with which the lots were found
     * @param signatures of which those are looked at that find groups
     */
    public InLots(LotOptions lots, List<Profiled> signatures) {
        this.lots = lots;
        this.signatures = signatures.stream().filter(Profiled::inGroups).toList();
    }

    private record Both(LotOptions lots, OptionsBySignature groups) {}

    @Override
    public String name() {
        return "groups in lots";
    }

    @Override
    public Table output() {
        return LOT_CONFIRMATIONS;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(
                        Stream.of(LOTS, ARRIVALS),
                        signatures.stream().flatMap(signature -> signature.profiledFrom().stream()))
                .distinct()
                .toList();
    }

    @Override
    public Record options() {
        return new Both(lots, OptionsBySignature.of(signatures));
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> inLot = LotMembers.of(lots, inputs.of(ARRIVALS), inputs.of(LOTS))
                .select(col("account"), col("follower"), lit(true).as("in_lot"));
        return signatures.stream()
                .map(signature -> signature
                        .profiled(inputs)
                        .select(lit(signature.signature()).as("signature"), col("account"), col("follower"))
                        .distinct())
                .reduce(Dataset::unionByName)
                .orElseThrow()
                .join(inLot, new String[] {"account", "follower"}, "left")
                .groupBy("account", "signature")
                .agg(
                        count(lit(1)).as("members"),
                        count_if(coalesce(col("in_lot"), lit(false))).as("in_lots"));
    }
}
