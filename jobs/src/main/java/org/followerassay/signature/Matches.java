package org.followerassay.signature;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The ties that a strong or moderate finding rests on. Weak findings name no followers: they may be honest ones. */
final class Matches implements Derivation {
    private final String signature;
    private final List<Table> evidence;
    private final SignatureOptions options;
    private final Function<Inputs, Dataset<Row>> members;

    private Matches(
            String signature, List<Table> evidence, SignatureOptions options, Function<Inputs, Dataset<Row>> members) {
        this.signature = signature;
        this.evidence = evidence;
        this.options = options;
        this.members = members;
    }

    static Matches ofLots(SignatureOptions options) {
        return new Matches(
                "lots",
                List.of(FINDINGS, LOTS, ARRIVALS),
                options,
                inputs -> LotMembers.of(options, inputs.of(ARRIVALS), inputs.of(LOTS))
                        .withColumn("score", col("z").divide(options.minZ()))
                        .drop("snapshot"));
    }

    static Matches ofSharedAudiences(SignatureOptions options) {
        return new Matches(
                "shared audience",
                List.of(FINDINGS, SHARED_AUDIENCES, FOLLOWS, COVERAGE),
                options,
                inputs -> SharedPool.of(
                                SharedAudiences.ties(options, inputs.of(FOLLOWS), inputs.of(COVERAGE)),
                                inputs.of(SHARED_AUDIENCES))
                        .withColumn("score", col("lift").divide(options.minLift())));
    }

    @Override
    public String name() {
        return "ties that match " + signature;
    }

    @Override
    public Table output() {
        return SIGNATURE_MATCHES;
    }

    @Override
    public List<Table> inputs() {
        return evidence;
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> found = inputs.of(FINDINGS)
                .where(col("signature").equalTo(signature).and(col("tier").notEqual("weak")))
                .select("snapshot", "account");
        return members.apply(inputs)
                .join(broadcast(found), "account")
                .withColumn("followee", col("account"))
                .withColumn("signature", lit(signature));
    }
}
