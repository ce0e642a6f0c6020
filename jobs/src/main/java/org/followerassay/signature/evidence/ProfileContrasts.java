package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * The followers that each signature looks at, at each account, beside the account's other followers: see {@link TraitContrast}.
 *
 * <p>Cost: one shuffle of the ties of accounts that some signature looks at, and one of everybody's traits, for all signatures
 * together.
 */
public final class ProfileContrasts implements Derivation {
    private final List<Profiled> signatures;

    public ProfileContrasts(List<Profiled> signatures) {
        this.signatures = List.copyOf(signatures);
    }

    @Override
    public String name() {
        return "profiles beside other followers";
    }

    @Override
    public Table output() {
        return PROFILE_CONTRASTS;
    }

    @Override
    public List<Table> inputs() {
        return inputsOf(signatures);
    }

    static List<Table> inputsOf(List<Profiled> signatures) {
        return Stream.of(
                        KnownFollowers.INPUTS.stream(),
                        Stream.of(ACCOUNTS),
                        signatures.stream().flatMap(signature -> signature.profiledFrom().stream()))
                .flatMap(tables -> tables)
                .distinct()
                .toList();
    }

    @Override
    public Record options() {
        return OptionsBySignature.of(signatures);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> members = signatures.stream()
                .map(signature -> signature
                        .profiled(inputs)
                        .select(lit(signature.signature()).as("signature"), col("account"), col("follower"))
                        .distinct())
                .reduce(Dataset::unionByName)
                .orElseThrow();
        Dataset<Row> traits = FollowerTraits.of(inputs.of(ACCOUNTS));
        Dataset<Row> accounts = members.groupBy("account").agg(together().as("looking"));
        Dataset<Row> marked =
                members.groupBy("account", "follower").agg(together().as("looked_at_by"));
        Column member = array_contains(coalesce(col("looked_at_by"), array().cast("array<string>")), col("signature"));
        Dataset<Row> beside = KnownFollowers.of(inputs)
                .join(broadcast(accounts), "account")
                .join(marked, new String[] {"account", "follower"}, "left")
                .join(traits, "follower")
                .withColumn("signature", explode(col("looking")))
                .withColumn("member", member);
        return TraitContrast.of(List.of("account", "signature"), members, beside, traits);
    }

    /** The signatures of some rows, each once, as an array. */
    private Column together() {
        Column[] each = signatures.stream()
                .map(signature -> max(when(col("signature").equalTo(signature.signature()), signature.signature())))
                .toArray(Column[]::new);
        return array_compact(array(each));
    }
}
