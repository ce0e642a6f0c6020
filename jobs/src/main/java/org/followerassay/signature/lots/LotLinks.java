package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.LotLinkTables.LOT_LINKS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Lots of two accounts that are the same delivery's stock: the same followers, or accounts made in the same days.
 *
 * <p>Shared followers are compared with the configuration model: n_a n_b Σk(k−1) / (Σk)² for followers with k ties. Alike
 * ranges of creation ({@link LotWindows}) count where more lots have them than lots thrown anywhere would.
 *
 * <p>Cost: one shuffle of the arrivals by follower, one of the lots' members; pairs of lots grow with the lots of a follower.
 */
public final class LotLinks implements Derivation {
    private static final String[] PAIR = {"account", "lot", "other_account", "other_lot"};

    private final LotOptions lots;
    private final LotLinkOptions options;

    /** @param lots the options with which the lots were found */
    public LotLinks(LotOptions lots, LotLinkOptions options) {
        this.lots = lots;
        this.options = options;
    }

    /** What the result depends on besides the tables. */
    record Both(LotOptions lots, LotLinkOptions links) {}

    @Override
    public String name() {
        return "lot links";
    }

    @Override
    public Table output() {
        return LOT_LINKS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(LOTS, ARRIVALS, VENDORS);
    }

    @Override
    public Record options() {
        return new Both(lots, options);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> found = inputs.of(LOTS);
        Dataset<Row> sizes = found.select("account", "lot", "followers");
        Dataset<Row> pairs = shared(inputs)
                .unionByName(LotWindows.alike(found, options), true)
                .groupBy(PAIR[0], PAIR[1], PAIR[2], PAIR[3])
                .agg(
                        coalesce(max("shared"), lit(0L)).as("shared_followers"),
                        max("window_share").as("window_share"),
                        max("window_chance").as("window_chance"))
                .join(broadcast(sizes), new String[] {"account", "lot"})
                .join(broadcast(other(sizes)), new String[] {"other_account", "other_lot"})
                .crossJoin(broadcast(chance(arrivals(inputs))));
        return linked(pairs)
                .join(broadcast(vendors(inputs.of(VENDORS))), new String[] {"account", "other_account"}, "left");
    }

    /** Arrivals, or none if there is no lot: they need not be read then. */
    private static Dataset<Row> arrivals(Inputs inputs) {
        return inputs.rows(LOTS) == 0 ? inputs.of(ARRIVALS).limit(0) : inputs.of(ARRIVALS);
    }

    /** Followers that two lots of different accounts have in common: the columns of a pair, shared. */
    private Dataset<Row> shared(Inputs inputs) {
        Dataset<Row> members =
                LotMembers.ofEach(lots, arrivals(inputs), inputs.of(LOTS)).select("account", "lot", "follower");
        Dataset<Row> inMany = members.groupBy("follower")
                .agg(count(lit(1)).as("lots"))
                .where(col("lots").gt(options.maxLots()));
        Dataset<Row> kept = members.join(broadcast(inMany), new String[] {"follower"}, "left_anti");
        Dataset<Row> others = kept.select(
                col("follower"), col("account").as("other_account"), col("lot").as("other_lot"));
        return kept.join(others, "follower")
                .where(col("account").lt(col("other_account")))
                .groupBy(PAIR[0], PAIR[1], PAIR[2], PAIR[3])
                .agg(count(lit(1)).as("shared"));
    }

    private static Dataset<Row> other(Dataset<Row> sizes) {
        return sizes.select(
                col("account").as("other_account"),
                col("lot").as("other_lot"),
                col("followers").as("other_followers"));
    }

    /** One row: Σk(k−1) / (Σk)², the chance that two ties have the same follower. */
    private static Dataset<Row> chance(Dataset<Row> arrivals) {
        Column k = col("lists").cast("double");
        return arrivals.groupBy("follower")
                .agg(count(lit(1)).as("lists"))
                .agg(sum(k.multiply(k.minus(1))).as("meetings"), sum(k).as("ties"))
                .select(col("meetings")
                        .divide(greatest(col("ties"), lit(1.0)).multiply(greatest(col("ties"), lit(1.0))))
                        .as("rate"));
    }

    private Dataset<Row> linked(Dataset<Row> pairs) {
        Column excess = col("shared_followers").minus(col("expected"));
        Column byFollowers = col("shared_followers")
                .geq(options.minShared())
                .and(col("shared_followers").geq(col("expected").multiply(options.minLift())))
                .and(excess.divide(sqrt(col("expected").plus(1))).geq(options.minZ()));
        Column byWindow = coalesce(col("window_chance").leq(options.maxChance()), lit(false));
        return pairs.withColumn(
                        "expected",
                        col("followers").multiply(col("other_followers")).multiply(coalesce(col("rate"), lit(0.0))))
                .withColumn("link", concat_ws(" and ", when(byFollowers, "followers"), when(byWindow, "window")))
                .where(col("link").notEqual(""));
    }

    /** Pairs of accounts of one vendor: account, other_account, vendor. */
    private static Dataset<Row> vendors(Dataset<Row> vendors) {
        Dataset<Row> others = vendors.select(col("vendor"), col("account").as("other_account"));
        return vendors.select("vendor", "account")
                .join(others, "vendor")
                .where(col("account").lt(col("other_account")))
                .groupBy("account", "other_account")
                .agg(max("vendor").as("vendor"));
    }
}
