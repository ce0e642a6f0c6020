package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.followerassay.churn.ChangedTies.partOf;
import static org.followerassay.table.ChurnTables.ACCOUNT_SIGNS;
import static org.followerassay.table.ChurnTables.CHANGED_TIES;
import static org.followerassay.table.ChurnTables.LIST_PAIRS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.DerivationInParts;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Whether accounts that a list lacks were alive then, as far as the export tells.
 *
 * <p>Alive: at that snapshot, or later on the same UTC day, it stands at either end of some tie, has a list of its own, or a
 * profile calls it active. Gone: the newest profile of that time calls it suspended, deleted or deactivated, which goes
 * before ties. Accounts of which nothing is known have no row. In parts by day, as the changed ties are; each reads the ties
 * of its day once and shuffles those of the missing accounts only.
 */
final class AccountSigns implements DerivationInParts {
    static final String ALIVE = "alive";
    static final String GONE = "gone";

    /** Accounts that are sent to every task: 64 MB. With more of them, ties are shuffled. */
    private static final long BROADCAST_UP_TO = 2_000_000;

    private static final Column STATES_GONE = col("status").isin("suspended", "deleted", "deactivated");

    @Override
    public String name() {
        return "signs of life";
    }

    @Override
    public Table output() {
        return ACCOUNT_SIGNS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LIST_PAIRS, CHANGED_TIES, FOLLOWS, LISTS, ACCOUNTS);
    }

    @Override
    public List<Table> readInPart() {
        return List.of(CHANGED_TIES, FOLLOWS, LISTS);
    }

    @Override
    public Dataset<Row> needs(Inputs inputs) {
        Dataset<Row> days = inputs.of(LIST_PAIRS)
                .select(partOf(col("snapshot_after")).as("source"))
                .distinct();
        Dataset<Row> changed = days.select(
                col("source"),
                lit(CHANGED_TIES.name()).as("table"),
                // Parts of a step are called after it.
                concat(lit(ChangedTies.NAME + "/"), col("source")).as("needed"));
        Dataset<Row> holders = inputs.of(LISTS)
                .select(partOf(col("snapshot")).as("source"), col("input").as("needed"))
                .distinct()
                .join(days, "source");
        Dataset<Row> ties = holders.select(
                col("source"),
                explode(array(lit(FOLLOWS.name()), lit(LISTS.name()))).as("table"),
                col("needed"));
        return changed.unionByName(ties).unionByName(profiled(inputs, days));
    }

    /** A digest of what profiles say on each day. */
    private static Dataset<Row> profiled(Inputs inputs, Dataset<Row> days) {
        return stated(inputs)
                .join(days, "source")
                .groupBy("source")
                .agg(bit_xor(xxhash64(col("snapshot"), col("account"), col("status")))
                        .cast(StringType)
                        .as("needed"))
                .select(col("source"), lit(ACCOUNTS.name()).as("table"), col("needed"));
    }

    @Override
    public Dataset<Row> derive(Inputs inputs, Column wanted) {
        Dataset<Row> lost = lost(inputs.of(CHANGED_TIES)).where(wanted);
        Dataset<Row> accounts = lost.select("source", "account").distinct();
        Dataset<Row> present = standing(inputs, lost.select("account").distinct())
                .withColumn("source", partOf(col("snapshot")))
                .where(wanted)
                .join(accounts, new String[] {"source", "account"}, "left_semi")
                .groupBy("source", "account")
                .agg(max("snapshot").as("snapshot"))
                .withColumn("status", lit(null).cast(StringType));
        Dataset<Row> signs = present.unionByName(stated(inputs).where(wanted));
        return lost.join(signs, new String[] {"source", "account"})
                .where(col("snapshot").geq(col("snapshot_after")))
                .groupBy("source", "account", "snapshot_after")
                .agg(max(when(col("status").isNotNull(), struct(col("snapshot"), STATES_GONE.as("gone"))))
                        .as("newest"))
                .withColumn("sign", when(col("newest.gone"), GONE).otherwise(ALIVE));
    }

    /**
     * The snapshots at which these accounts stand in a tie or have a list. Each end of the ties is looked up by its own, by the
     * account alone: a single number is found several times as fast as two, and few ties are left.
     */
    private static Dataset<Row> standing(Inputs inputs, Dataset<Row> accounts) {
        Dataset<Row> sought = inputs.rows(CHANGED_TIES) <= BROADCAST_UP_TO ? broadcast(accounts) : accounts;
        Dataset<Row> ties = inputs.of(FOLLOWS);
        return Stream.of(
                        ties.select(col("snapshot"), col("follower").as("account")),
                        ties.select(col("snapshot"), col("followee").as("account")),
                        inputs.of(LISTS).select("snapshot", "account"))
                .map(ends -> ends.join(sought, new String[] {"account"}, "left_semi"))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    /** The accounts at the far end of ties that a list lacks; its owner has a list, so is there. */
    private static Dataset<Row> lost(Dataset<Row> changed) {
        Column other =
                when(col("direction").equalTo("followers"), col("follower")).otherwise(col("followee"));
        return changed.where(not(col("there_after")))
                .select(partOf(col("snapshot_after")).as("source"), col("snapshot_after"), other.as("account"))
                .distinct();
    }

    private static Dataset<Row> stated(Inputs inputs) {
        return inputs.of(ACCOUNTS)
                .where(STATES_GONE.or(col("status").equalTo("active")))
                .select(partOf(col("snapshot")).as("source"), col("account"), col("snapshot"), col("status"));
    }
}
