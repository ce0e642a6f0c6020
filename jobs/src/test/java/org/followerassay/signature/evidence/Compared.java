package org.followerassay.signature.evidence;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.lots.InLots;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.testkit.TestInputs;

/** Findings of one signature, with the comparisons of profiles that they read. */
public final class Compared {
    public static Dataset<Row> findings(ProfiledSignature signature, TestInputs inputs) {
        inputs.derive(new ProfileContrasts(List.of(signature)));
        if (signature.inGroups()) {
            inputs.derive(new GroupContrasts(List.of(signature)));
            inputs.derive(new InLots(LotOptions.defaults(), List.of(signature)));
        }
        return signature.derive(inputs);
    }

    private Compared() {}
}
