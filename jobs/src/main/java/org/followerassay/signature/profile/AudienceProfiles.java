package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.signature.evidence.Reference;
import org.followerassay.table.Table;

/**
 * What share of an account's followers each trait is true of, beside accounts of its size.
 *
 * <p>Shuffles the ties once by follower, to meet the profiles, and partial counts once.
 */
public final class AudienceProfiles implements Derivation {
    @Override
    public String name() {
        return "audience profiles";
    }

    @Override
    public Table output() {
        return AUDIENCE_PROFILES;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS, REFERENCE_ACCOUNTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> followers = FollowerLists.ties(inputs.of(FOLLOWS), lists)
                .select("snapshot", "account", "listed", "follower")
                .join(FollowerTraits.of(inputs.of(ACCOUNTS)), "follower");
        Dataset<Row> counts = FollowerTraits.counted(
                        followers, List.of("snapshot", "account", "listed"), Map.of("all", lit(true)))
                .where(col("known_all").gt(0))
                .withColumnsRenamed(Map.of("known_all", "known", "true_all", "followers"));
        return BesidePeers.of(Reference.marked(inputs, counts, "account"), "trait");
    }
}
