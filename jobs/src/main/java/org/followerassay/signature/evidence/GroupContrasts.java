package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Everybody in a group that is found at several accounts beside every other follower of these, each counted once: see
 * {@link Contrasts#ofGroups}.
 *
 * <p>Cost: the ties of accounts in groups, shuffled by group and follower.
 */
public final class GroupContrasts implements Derivation {
    private static final List<String> GROUP = List.of("signature", "found_in");

    private final List<Profiled> signatures;

    /** @param signatures of which those are looked at that find groups */
    public GroupContrasts(List<Profiled> signatures) {
        this.signatures = signatures.stream().filter(Profiled::inGroups).toList();
    }

    @Override
    public String name() {
        return "profiles of groups";
    }

    @Override
    public Table output() {
        return GROUP_CONTRASTS;
    }

    @Override
    public List<Table> inputs() {
        return ProfileContrasts.inputsOf(signatures);
    }

    @Override
    public Record options() {
        return OptionsBySignature.of(signatures);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> found = signatures.stream()
                .map(signature -> signature
                        .profiled(inputs)
                        .select(
                                lit(signature.signature()).as("signature"),
                                col("found_in"),
                                col("account"),
                                col("follower")))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        Dataset<Row> accounts = found.select("signature", "found_in", "account").distinct();
        Dataset<Row> members = found.select("signature", "found_in", "follower").distinct();
        Dataset<Row> traits = FollowerTraits.of(inputs.of(ACCOUNTS));
        Dataset<Row> beside = KnownFollowers.of(inputs)
                .join(broadcast(accounts), "account")
                .select("signature", "found_in", "follower")
                .distinct()
                .join(
                        members.withColumn("member", lit(true)),
                        new String[] {"signature", "found_in", "follower"},
                        "left")
                .withColumn("member", coalesce(col("member"), lit(false)))
                .join(traits, "follower");
        return TraitContrast.of(GROUP, members, beside, traits);
    }
}
