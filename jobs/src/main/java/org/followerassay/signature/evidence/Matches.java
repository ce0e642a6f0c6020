package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The ties that a strong or moderate finding rests on. Weak findings name no followers: they may be honest ones. */
public final class Matches implements Derivation {
    private final ScoredSignature signature;

    public Matches(ScoredSignature signature) {
        this.signature = signature;
    }

    @Override
    public String name() {
        return "ties that match " + signature.signature();
    }

    @Override
    public Table output() {
        return SIGNATURE_MATCHES;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(Stream.of(FINDINGS), signature.scoredFrom().stream())
                .distinct()
                .toList();
    }

    @Override
    public Record options() {
        return signature.options();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> found = inputs.of(FINDINGS)
                .where(col("signature")
                        .equalTo(signature.signature())
                        .and(col("tier").notEqual("weak")))
                .select("snapshot", "account");
        return signature
                .members(inputs)
                .select("account", "follower", "excess_share", "found_in")
                .join(broadcast(found), "account")
                .withColumn("followee", col("account"))
                .withColumn("signature", lit(signature.signature()));
    }
}
