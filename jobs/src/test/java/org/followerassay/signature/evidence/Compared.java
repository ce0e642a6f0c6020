package org.followerassay.signature.evidence;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.lots.InLots;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.testkit.TestInputs;

/** Findings of one signature, with the comparisons of profiles that they read. */
public final class Compared {
    /** @param signature one that is {@link Profiled} */
    public static Dataset<Row> findings(Signature signature, TestInputs inputs) {
        List<Profiled> profiled = List.of((Profiled) signature);
        inputs.derive(new ProfileContrasts(profiled));
        if (profiled.get(0).inGroups()) {
            inputs.derive(new GroupContrasts(profiled));
            inputs.derive(new InLots(LotOptions.defaults(), profiled));
        }
        return signature.derive(inputs);
    }

    private Compared() {}
}
