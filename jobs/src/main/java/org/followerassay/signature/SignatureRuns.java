package org.followerassay.signature;

import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.Table;

/** Which signatures could look, and why others could not. */
final class SignatureRuns implements Derivation {
    private final List<Signature> signatures;

    SignatureRuns(List<Signature> signatures) {
        this.signatures = List.copyOf(signatures);
    }

    @Override
    public String name() {
        return "signature runs";
    }

    @Override
    public Table output() {
        return SIGNATURE_RUNS;
    }

    @Override
    public List<Table> inputs() {
        return signatures.stream()
                .flatMap(signature -> signature.inputs().stream())
                .distinct()
                .toList();
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        return signatures.stream()
                .map(signature -> signature
                        .readiness(inputs)
                        .withColumn("signature", lit(signature.signature()))
                        .withColumn("question", lit(signature.about().question()))
                        .withColumn("needs", lit(signature.about().needs())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }
}
