package org.followerassay.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.SignatureTables.FINGERPRINT;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.table.SignatureTables.VENDORS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * Each ranked account with what the other tables hold of it, still one row per account and snapshot.
 *
 * <p>Every joined side is first aggregated to a row per account and snapshot, so that no join multiplies rows.
 */
final class AccountFacts {
    private static final String[] ACCOUNT = {"snapshot", "account"};
    private static final String NEVER = "signatures have not been looked for in this warehouse";

    private final Inputs inputs;

    AccountFacts(Inputs inputs) {
        this.inputs = inputs;
    }

    Dataset<Row> of(Dataset<Row> accounts) {
        return accounts.join(lots(accounts), ACCOUNT, "left")
                .join(fingerprinted(), ACCOUNT, "left")
                .join(vendors(), ACCOUNT, "left")
                .join(newestPair(accounts), ACCOUNT, "left")
                .join(unusablePair(accounts), ACCOUNT, "left")
                .join(followBacks(), ACCOUNT, "left")
                .crossJoin(broadcast(notRun("lots_not_run", "lots")))
                .crossJoin(broadcast(notRun("vendors_not_run", "shared audience")));
    }

    private Dataset<Row> lots(Dataset<Row> accounts) {
        Column excess = sum(col("followers").minus(col("expected")));
        return inputs.of(LOTS)
                .groupBy(col("snapshot"), col("account"))
                .agg(least(sum("followers_share"), lit(1.0)).as("lot_share"), excess.as("excess"))
                .join(accounts.select("snapshot", "account", "followers"), ACCOUNT, "left")
                .select(
                        col("snapshot"),
                        col("account"),
                        col("lot_share"),
                        least(
                                        greatest(col("excess").divide(greatest(col("followers"), lit(1))), lit(0.0)),
                                        col("lot_share"))
                                .as("lot_share_low"));
    }

    /** Accounts whose list could be read by creation date, lots or none. */
    private Dataset<Row> fingerprinted() {
        return inputs.of(FINGERPRINT)
                .groupBy("snapshot", "account")
                .agg(lit(true).as("fingerprinted"));
    }

    private Dataset<Row> vendors() {
        return inputs.of(VENDORS)
                .groupBy("snapshot", "account")
                .agg(least(sum("followers_share"), lit(1.0)).as("vendor_share"));
    }

    /** The newest pair of comparable follower lists that ends no later than the account's snapshot. */
    private Dataset<Row> newestPair(Dataset<Row> accounts) {
        Column pair = struct(
                col("snapshot_after"),
                col("snapshot_before"),
                col("days"),
                col("gained"),
                col("lost"),
                col("churn_rate"));
        return upTo(accounts, inputs.of(CHURN))
                .groupBy("snapshot", "account")
                .agg(max(pair).as("churn"));
    }

    private Dataset<Row> unusablePair(Dataset<Row> accounts) {
        Dataset<Row> unusable = inputs.of(SNAPSHOT_PAIRS).where(col("usable").equalTo(false));
        return upTo(accounts, unusable)
                .groupBy("snapshot", "account")
                .agg(max(struct("snapshot_after", "snapshot_before", "reason")).as("pair"))
                .select(col("snapshot"), col("account"), col("pair.reason").as("pair_reason"));
    }

    private static Dataset<Row> upTo(Dataset<Row> accounts, Dataset<Row> pairs) {
        return accounts.select("snapshot", "account")
                .join(pairs.where(col("direction").equalTo("followers")), "account")
                .where(col("snapshot_after").leq(col("snapshot")));
    }

    private Dataset<Row> followBacks() {
        return inputs.of(FOLLOW_BACK_RESIDUE)
                .select(col("snapshot"), col("account"), col("follow_backers_share"), col("z").as("follow_back_z"));
    }

    /** One row, with the reason why none of these signatures ran, or null. */
    private Dataset<Row> notRun(String reason, Object... signatures) {
        if (inputs.rows(SIGNATURE_RUNS) == 0) {
            return inputs.of(SIGNATURE_RUNS)
                    .sparkSession()
                    .range(1)
                    .select(lit(NEVER).as(reason));
        }
        return inputs.of(SIGNATURE_RUNS)
                .where(col("signature").isin(signatures).and(col("ran").equalTo("no")))
                .agg(max("reason").as(reason));
    }
}
